import Diagnostics
import JSONCore

/// The change of a text that gives a member of an object the place that a path below the object names: `titlefont` becomes
/// `"title": {"font": …}`, inside the `title` that is there already if there is one.
struct MemberMove {
  /// Longer values are not moved: the fix would hold a copy of them.
  private static let longestValue = 10_000

  private let bytes: InputBytes
  private let end: Int
  private let key: Range<Int>
  private let path: [String]

  /// The edits; nil where the place is taken, where something else than an object is on the way, or where another member
  /// that is to be moved must go first.
  ///
  /// - Parameters:
  ///   - key: the bytes of the member's key, with its quotes.
  ///   - object: where the object opens (0-based byte).
  ///   - newValue: what to write instead of the value.
  static func edits(
    moving key: Range<Int>, inObjectAt object: Int, to path: [String], as newValue: String? = nil, _ bytes: InputBytes
  ) -> [Fix.Edit]? {
    guard object < key.lowerBound, key.upperBound <= bytes.count else { return nil }
    let move = MemberMove(bytes: bytes, end: bytes.count, key: key, path: path)
    guard let members = move.members(ofObjectAt: object), let index = members.firstIndex(where: { $0.key == key })
    else { return nil }
    return move.edits(index, members, newValue)
  }

  /// What stands behind a key, with the key.
  private struct Member {
    let key: Range<Int>
    let value: Range<Int>
    let name: String
  }

  private func members(ofObjectAt offset: Int) -> [Member]? {
    guard bytes[offset] == UInt8(ascii: "{") else { return nil }
    var scanner = JSONScanner(bytes, range: offset..<end, maximumDepth: .max)
    var members: [Member] = []
    do throws(ScanError) {
      try scanner.forEachMember { (key, scanner) throws(ScanError) in
        _ = scanner.peek()
        let start = scanner.position
        try scanner.skipValue()
        members.append(
          Member(
            key: key.string.range, value: start..<scanner.position, name: StringText.string(bytes, key.string.content)))
      }
    } catch {
      return nil
    }
    return members
  }

  private func edits(_ index: Int, _ members: [Member], _ newValue: String?) -> [Fix.Edit]? {
    let member = members[index]
    guard let first = path.first else { return nil }
    var target = members.first { $0.name == first }
    guard let here = target else {
      // Two members would each make an object of the same name: the first of them goes first.
      guard path.count == 1 || !members[..<index].contains(where: { isBound(for: first, $0.name) }) else { return nil }
      return wrapped(member, newValue)
    }
    var depth = 0
    var inner: [Member] = []
    var parent = here
    while let step = target {
      depth += 1
      guard depth < path.count, bytes[step.value.lowerBound] == UInt8(ascii: "{"),
        let found = self.members(ofObjectAt: step.value.lowerBound)
      else { return nil }
      parent = step
      inner = found
      target = found.first { $0.name == path[depth] }
    }
    guard member.value.count <= MemberMove.longestValue else { return nil }
    if inner.isEmpty, members[..<index].contains(where: { isBound(for: first, $0.name) }) { return nil }
    let value = newValue ?? bytes.text(member.value)
    let text = path[depth...].dropLast().reversed()
      .reduce("\(quoted(path[path.count - 1])): \(value)") { "\(quoted($1)): {\($0)}" }
    let opening = parent.value.lowerBound + 1
    let insertion = Fix.Edit(range: opening..<opening, text: inner.isEmpty ? text : "\(text), ")
    let deletion = Fix.Edit(range: MemberMove.deleted(index, members.map { ($0.key, $0.value) }), text: "")
    return insertion.range.lowerBound < deletion.range.lowerBound ? [insertion, deletion] : [deletion, insertion]
  }

  /// The member with its value wrapped where it stands.
  private func wrapped(_ member: Member, _ newValue: String?) -> [Fix.Edit] {
    let names = path.map(quoted)
    var edits = [Fix.Edit(range: member.key, text: names.joined(separator: ": {"))]
    let braces = String(repeating: "}", count: path.count - 1)
    if let newValue {
      edits.append(Fix.Edit(range: member.value, text: newValue + braces))
    } else if !braces.isEmpty {
      edits.append(Fix.Edit(range: member.value.upperBound..<member.value.upperBound, text: braces))
    }
    return edits
  }

  /// Whether a key is one that will become a part of the object called `name`: `titlefont`, `title_font`.
  private func isBound(for name: String, _ key: String) -> Bool {
    guard key.hasPrefix(name), let next = key.dropFirst(name.count).first else { return false }
    return next == "_" || next == "." || name == "title"
  }

  private func quoted(_ name: String) -> String { "\"\(name)\"" }

  /// The bytes to delete so that member `index` is gone, with one of the commas around it.
  static func deleted(_ index: Int, _ members: [(key: Range<Int>, value: Range<Int>)]) -> Range<Int> {
    let member = members[index]
    if index + 1 < members.count { return member.key.lowerBound..<members[index + 1].key.lowerBound }
    if index > 0 { return members[index - 1].value.upperBound..<member.value.upperBound }
    return member.key.lowerBound..<member.value.upperBound
  }
}
