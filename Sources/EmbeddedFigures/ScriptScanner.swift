import JSONCore

/// Passes JavaScript token by token (ECMA-262, section 12), as far as it takes to tell code from strings and comments, and to find
/// where an expression ends.
///
/// Whether a slash divides or begins a regular expression is told by the token before it, which is nearly always right; a string
/// that does not end on its line ends with it, so that a wrong guess does no harm beyond that.
struct ScriptScanner {
  enum Token: Equatable {
    case end
    case word(Range<Int>)
    case number
    /// The bytes between the quotes, with their escapes.
    case string(Range<Int>)
    /// A template or a part of one, up to and with its `${`.
    case template
    case expression
    case punctuator(UInt8)
  }

  /// The script, from the beginning of the input to its end.
  let bytes: InputBytes
  /// Where the next token is looked for: 0-based bytes of the input.
  var position: Int
  /// Where the token passed last began.
  private(set) var tokenStart = 0

  private var slashDivides = false
  /// Up to where slashes divide, since an expression that begins before does not end.
  private var divisionsEnd = 0
  private var openBraces = 0
  /// For each template whose `${…}` the scanner is in, how many braces were open there.
  private var templates: [Int] = []

  var end: Int { bytes.count }

  init(_ bytes: InputBytes, from position: Int, to end: Int) {
    self.bytes = bytes.prefix(end)
    self.position = position
  }

  // MARK: - Tokens

  /// Passes white space and comments and returns the byte behind them; 0 at the end.
  mutating func peek() -> UInt8 {
    while position < end {
      switch bytes[position] {
      case 0x09...0x0D, 0x20: position += 1
      case 0xC2 where bytes[position + 1] == 0xA0: position += 2  // a no-break space
      case 0xEF where bytes[position + 1] == 0xBB && bytes[position + 2] == 0xBF: position += 3
      case UInt8(ascii: "/") where bytes[position + 1] == UInt8(ascii: "/"): skipLine()
      case UInt8(ascii: "/") where bytes[position + 1] == UInt8(ascii: "*"): skipComment()
      case UInt8(ascii: "<") where bytes.equals(position..<position + 4, "<!--"): skipLine()  // section B.1.1
      default: return bytes[position]
      }
    }
    return 0
  }

  mutating func next() -> Token {
    let byte = peek()
    tokenStart = position
    guard position < end else { return .end }
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return string(byte)
    case UInt8(ascii: "`"):
      position += 1
      return template()
    case UInt8(ascii: "/") where !slashDivides && position >= divisionsEnd: return expression()
    case 0x30...0x39: return number()
    case let byte where ScriptScanner.isWordByte(byte): return word()
    default: return punctuator(byte)
    }
  }

  /// Goes on to the token that begins at `offset`; false if none does, because the byte is within another token or a comment.
  mutating func reach(_ offset: Int) -> Bool {
    while position < offset {
      _ = peek()
      guard position < offset else { break }
      if next() == .end { return false }
    }
    return position == offset
  }

  /// Whether the byte is a letter, a digit, `_`, `$`, or of a character beyond ASCII.
  static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...: true
    default: false
    }
  }

  private mutating func word() -> Token {
    let start = position
    while position < end, ScriptScanner.isWordByte(bytes[position]) { position += 1 }
    let range = start..<position
    slashDivides = !isOperator(range)
    return .word(range)
  }

  /// Whether a word is one behind which an operand comes.
  private func isOperator(_ word: Range<Int>) -> Bool {
    func isAny(_ names: StaticString...) -> Bool { names.contains { bytes.equals(word, $0) } }
    return switch (word.count, bytes[word.lowerBound]) {
    case (2, UInt8(ascii: "d")), (2, UInt8(ascii: "i")), (2, UInt8(ascii: "o")): isAny("do", "in", "of")
    case (3, UInt8(ascii: "n")): isAny("new")
    case (4, UInt8(ascii: "c")), (4, UInt8(ascii: "e")), (4, UInt8(ascii: "v")): isAny("case", "else", "void")
    case (5, UInt8(ascii: "a")), (5, UInt8(ascii: "t")): isAny("await", "throw")
    case (6, UInt8(ascii: "d")), (6, UInt8(ascii: "r")), (6, UInt8(ascii: "t")): isAny("delete", "return", "typeof")
    default: false
    }
  }

  private mutating func number() -> Token {
    while position < end, ScriptScanner.isWordByte(bytes[position]) || bytes[position] == UInt8(ascii: ".") {
      position += 1
    }
    slashDivides = true
    return .number
  }

  private mutating func string(_ quote: UInt8) -> Token {
    position += 1
    let start = position
    while position < end {
      switch bytes[position] {
      case quote:
        position += 1
        slashDivides = true
        return .string(start..<position - 1)
      case UInt8(ascii: "\\"): position += 2
      case 0x0A, 0x0D:
        slashDivides = true
        return .string(start..<position)
      default: position += 1
      }
    }
    position = end
    return .string(start..<end)
  }

  /// Passes the rest of a template up to its end or to its next `${`.
  private mutating func template() -> Token {
    while position < end {
      switch bytes[position] {
      case UInt8(ascii: "`"):
        position += 1
        slashDivides = true
        return .template
      case UInt8(ascii: "\\"): position += 2
      case UInt8(ascii: "$") where bytes[position + 1] == UInt8(ascii: "{"):
        position += 2
        templates.append(openBraces)
        slashDivides = false
        return .template
      default: position += 1
      }
    }
    position = end
    return .template
  }

  private mutating func expression() -> Token {
    let start = position
    var isInClass = false
    position += 1
    while position < end {
      switch bytes[position] {
      case UInt8(ascii: "\\"): position += 1
      case UInt8(ascii: "["): isInClass = true
      case UInt8(ascii: "]"): isInClass = false
      case UInt8(ascii: "/") where !isInClass:
        position += 1
        while position < end, ScriptScanner.isWordByte(bytes[position]) { position += 1 }
        slashDivides = true
        return .expression
      case 0x0A, 0x0D: return division(at: start)
      default: break
      }
      position += 1
    }
    return division(at: start)
  }

  /// Passes the slash at `start` alone: no expression ends on its line, and so none that begins behind it does.
  private mutating func division(at start: Int) -> Token {
    divisionsEnd = position
    position = start
    return punctuator(UInt8(ascii: "/"))
  }

  private mutating func punctuator(_ byte: UInt8) -> Token {
    position += 1
    slashDivides = false
    switch byte {
    case UInt8(ascii: ")"), UInt8(ascii: "]"): slashDivides = true
    case UInt8(ascii: "{"): openBraces += 1
    case UInt8(ascii: "}"):
      if templates.last == openBraces {
        templates.removeLast()
        return template()
      }
      openBraces -= 1
      slashDivides = true
    case UInt8(ascii: "+"), UInt8(ascii: "-"):
      if bytes[position] == byte {
        position += 1
        slashDivides = true
      }
    default: break
    }
    return .punctuator(byte)
  }

  private mutating func skipLine() {
    while position < end, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
  }

  private mutating func skipComment() {
    position += 2
    while let star = bytes.firstOffset(of: UInt8(ascii: "*"), in: min(position, end)..<end) {
      position = star + 1
      guard bytes[position] == UInt8(ascii: "/") else { continue }
      position += 1
      return
    }
    position = end
  }

  // MARK: - Expressions

  /// Passes an expression, up to the comma or closing bracket behind it or the end, and returns where it stands.
  mutating func skipExpression() -> Range<Int> {
    _ = peek()
    let start = position
    var behind = start
    var depth = 0
    let outerTemplates = templates.count
    while true {
      let byte = peek()
      if depth == 0, templates.count == outerTemplates,
        byte == 0 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]")
          || byte == UInt8(ascii: "}") || byte == UInt8(ascii: ";")
      {
        return start..<behind
      }
      switch next() {
      case .end: return start..<end
      case .punctuator(UInt8(ascii: "(")), .punctuator(UInt8(ascii: "[")), .punctuator(UInt8(ascii: "{")): depth += 1
      case .punctuator(UInt8(ascii: ")")), .punctuator(UInt8(ascii: "]")), .punctuator(UInt8(ascii: "}")): depth -= 1
      default: break
      }
      behind = position
    }
  }
}
