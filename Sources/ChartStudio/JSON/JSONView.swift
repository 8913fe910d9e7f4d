package import JSONCore

/// A value in a tape: what models are read from. Whatever is missing or of another type is nil.
package struct JSONView {
  package let tape: JSONTape
  package let index: Int

  package init(_ tape: JSONTape, _ index: Int = 0) {
    self.tape = tape
    self.index = index
  }

  package var kind: ValueKind { tape.kind(index) }

  /// The member of an object; nil where there is none or it is null.
  package subscript(name: StaticString) -> JSONView? {
    guard let value = tape.member(index, name), tape.kind(value) != .null else { return nil }
    return JSONView(tape, value)
  }

  package var string: String? { kind == .string ? tape.string(index) : nil }
  package var bool: Bool? { tape.bool(index) }
  /// A whole number, also one that is written as a string.
  package var int: Int? {
    switch kind {
    case .number: Int(tape.bytes.text(tape.range(index))) ?? tape.number(index).flatMap { Int(exactly: $0) }
    case .string: Int(tape.string(index))
    default: nil
    }
  }

  /// The elements of an array; nil for another value.
  package var elements: [JSONView]? {
    kind == .array ? tape.elements(index).map { JSONView(tape, $0) } : nil
  }

  /// The members of an object in the order of the text, of several with the same name only the last; nil for another value.
  package var members: [(name: String, value: JSONView)]? {
    guard kind == .object else { return nil }
    var members: [(name: String, value: JSONView)] = []
    var places: [String: Int] = [:]
    for key in tape.keys(index) {
      let name = tape.string(key)
      let value = JSONView(tape, key + 1)
      if let place = places[name] {
        members[place].value = value
      } else {
        places[name] = members.count
        members.append((name, value))
      }
    }
    return members
  }

  /// The bytes of the value in the tape's text, quotes included. 0-based.
  package var range: Range<Int> {
    let range = tape.range(index)
    return kind == .string ? range.lowerBound - 1..<range.upperBound + 1 : range
  }

  /// The text of the value as it stands there.
  package var text: JSONText { JSONText(trusted: tape.bytes.copy(range)) }
}

extension JSONText {
  /// Lends the value to `body`; what it gives back must not hold the view.
  package func withView<R, E: Error>(_ body: (JSONView) throws(E) -> R) throws(E) -> R {
    try bytes.withInputBytes { bytes throws(E) in
      // The text is known to be JSON.
      guard let tape = try? JSONTape(bytes) else { return try JSONText.null.withView(body) }
      return try body(JSONView(tape))
    }
  }
}
