import JSONCore

/// A value in a script, seen as JSON.
enum ScriptValue: Equatable {
  /// JSON, and nothing else: 0-based bytes.
  case json(Range<Int>)
  /// JSON as far as the script goes, which ends within it.
  case cut(Range<Int>)
  /// Anything else.
  case expression(Range<Int>)
}

extension ScriptScanner {
  /// Passes an argument or the value of a member.
  ///
  /// `NaN` and the like count as JSON here, since they are values in a script; trailing commas do not, since they are none
  /// that readers of JSON take.
  mutating func scanValue(maximumDepth: Int) -> ScriptValue {
    switch peek() {
    case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "\""), UInt8(ascii: "-"), 0x30...0x39, UInt8(ascii: "n"),
      UInt8(ascii: "t"), UInt8(ascii: "f"):
      break
    default: return .expression(skipExpression())
    }
    let start = position
    var json = JSONScanner(bytes, range: start..<end, maximumDepth: maximumDepth)
    do throws(ScanError) {
      try json.skipValue()
      let isPlain = !json.issues.contains { $0.kind == .trailingComma }
      var behind = ScriptScanner(bytes, from: json.position, to: end)
      if isPlain, behind.isAtEndOfValue {
        position = json.position
        return .json(start..<position)
      }
    } catch {
      switch error.kind {
      case .endOfInput, .unterminatedString, .tooDeep:
        position = end
        return .cut(start..<end)
      default: break
      }
    }
    return .expression(skipExpression())
  }

  private var isAtEndOfValue: Bool {
    mutating get {
      switch peek() {
      case UInt8(ascii: ","), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), 0: true
      default: false
      }
    }
  }

  /// Reads the members of the object that begins here, whose keys may have no quotes; passes it whole.
  mutating func scanMembers(maximumDepth: Int) -> [(key: Range<Int>, value: ScriptValue)] {
    var members: [(key: Range<Int>, value: ScriptValue)] = []
    _ = next()
    while true {
      switch peek() {
      case UInt8(ascii: "}"):
        _ = next()
        return members
      case UInt8(ascii: ","): _ = next()
      case 0 where position >= end: return members
      default:
        let start = position
        if let member = scanMember(maximumDepth: maximumDepth) { members.append(member) }
        // What is none is passed up to the next comma, and a bracket too many behind it.
        if peek() != UInt8(ascii: ","), peek() != UInt8(ascii: "}") { _ = skipExpression() }
        if position == start { _ = next() }
      }
    }
  }

  /// A member with a plain key; nil for a shorthand, a method, a computed key, a spread.
  private mutating func scanMember(maximumDepth: Int) -> (key: Range<Int>, value: ScriptValue)? {
    let key: Range<Int>
    switch next() {
    case .word(let word): key = word
    case .string(let content): key = content
    default: return nil
    }
    guard peek() == UInt8(ascii: ":") else {
      return peek() == UInt8(ascii: ",") || peek() == UInt8(ascii: "}") ? (key, .expression(key)) : nil
    }
    _ = next()
    return (key, scanValue(maximumDepth: maximumDepth))
  }
}
