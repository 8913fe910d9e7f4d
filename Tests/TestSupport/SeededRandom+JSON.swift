extension SeededRandom {
  package mutating func element<T>(of all: [T]) -> T { all[number(0...all.count - 1)] }

  private static let spaces = ["", "", "", " ", "\n", "\t", "\r\n", "  \n  ", String(repeating: " ", count: 19)]
  private static let pieces = [
    "a", "b", "type", "é", "日", "😀", "\\n", "\\\"", "\\\\", "\\/", "\\u0061", "\\u00e9", "\\ud83d\\ude00", "\\uD800",
    "\\uDC00", "\\u0000", "plain text that is longer than eight bytes", "\u{7f}", "'", "/", "{", "]", ",",
  ]
  private static let numbers = [
    "0", "-0", "1", "-1", "12", "1.5", "-0.25", "1e5", "1E-5", "2.5e+3", "9007199254740992", "9007199254740993",
    "1e400", "-1e400", "123456789012345678901234567890", "1e-400", "0.1e1", "100000000000000000000000",
  ]

  /// White space as it may stand between two tokens; none half of the time.
  package mutating func jsonSpace() -> String { element(of: Self.spaces) }

  /// A JSON string of any kind, with its quotes; two of three are short enough to come twice in an object.
  package mutating func jsonString() -> String {
    var text = "\""
    for _ in 0..<(number(0...2) == 0 ? number(0...6) : number(0...1)) { text += element(of: Self.pieces) }
    return text + "\""
  }

  /// A JSON text (RFC 8259) with up to `depth` nested containers.
  package mutating func jsonText(depth: Int) -> String {
    jsonSpace() + jsonValue(depth: depth) + jsonSpace()
  }

  private mutating func jsonValue(depth: Int) -> String {
    switch number(0...(depth > 0 ? 9 : 5)) {
    case 0: return element(of: ["true", "false", "null"])
    case 1, 2: return element(of: Self.numbers)
    case 3: return String(number(-100_000...100_000))
    case 4, 5: return jsonString()
    case 6, 7:
      let items = (0..<number(0...5)).map { _ in jsonSpace() + jsonValue(depth: depth - 1) + jsonSpace() }
      return "[" + (items.isEmpty ? jsonSpace() : items.joined(separator: ",")) + "]"
    default:
      let count = number(0...7) == 0 ? number(14...40) : number(0...5)
      let members = (0..<count).map { _ in
        jsonSpace() + jsonString() + jsonSpace() + ":" + jsonSpace() + jsonValue(depth: depth - 1) + jsonSpace()
      }
      return "{" + (members.isEmpty ? jsonSpace() : members.joined(separator: ",")) + "}"
    }
  }
}
