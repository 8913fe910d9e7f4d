import JSONCore

/// Whether two texts say the same: white space, the order of members and the writing of strings do not count, and numbers are the
/// same when they are written alike or stand for the same double. Of members with the same name the last one counts.
package enum JSONComparison {
  package static func areEqual(_ a: JSONText, _ b: JSONText) -> Bool {
    a.bytes == b.bytes || a.withView { a in b.withView { b in areEqual(a, b) } }
  }

  /// - Complexity: O(length); recurses as deep as the values nest, which their scanner bounds.
  package static func areEqual(_ a: JSONView, _ b: JSONView) -> Bool {
    guard a.kind == b.kind else { return false }
    switch a.kind {
    case .null, .true, .false, .nonFinite: return true
    case .string: return a.string == b.string
    case .number:
      return a.tape.bytes.equals(a.range, b.range, of: b.tape.bytes) || a.tape.number(a.index) == b.tape.number(b.index)
    case .array:
      var others = b.tape.elements(b.index)
      for element in a.tape.elements(a.index) {
        guard let other = others.next(), areEqual(JSONView(a.tape, element), JSONView(b.tape, other)) else {
          return false
        }
      }
      return others.next() == nil
    case .object:
      guard let members = a.members, let others = b.members, members.count == others.count else { return false }
      let values = Dictionary(uniqueKeysWithValues: others.map { ($0.name, $0.value) })
      return members.allSatisfy { name, value in values[name].map { areEqual(value, $0) } ?? false }
    }
  }
}
