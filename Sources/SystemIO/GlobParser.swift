/// Reads the text of a ``GlobPattern``.
struct GlobParser {
  private let pattern: ArraySlice<UInt8>
  private var index: Int
  private(set) var tokens: [GlobPattern.Token] = []

  init(_ pattern: ArraySlice<UInt8>) {
    self.pattern = pattern
    index = pattern.startIndex
  }

  /// Reads all of the pattern; false where it is broken.
  mutating func parse() -> Bool {
    while let byte = next() {
      switch byte {
      case UInt8(ascii: "\\"):
        guard let escaped = next() else { return false }
        tokens.append(.byte(escaped))
      case UInt8(ascii: "?"):
        var set = ByteSet()
        set.invert()
        set.remove(UInt8(ascii: "/"))
        tokens.append(.set(set))
      case UInt8(ascii: "*"): parseStars()
      case UInt8(ascii: "["):
        guard let set = parseSet() else { return false }
        tokens.append(.set(set))
      default: tokens.append(.byte(byte))
      }
    }
    return true
  }

  private mutating func next() -> UInt8? {
    guard index < pattern.endIndex else { return nil }
    defer { index += 1 }
    return pattern[index]
  }

  private var peek: UInt8? { index < pattern.endIndex ? pattern[index] : nil }

  /// Reads one or more stars, the first of which was read. Two are more than one only between slashes or the ends.
  private mutating func parseStars() {
    let first = index - 1
    while peek == UInt8(ascii: "*") { index += 1 }
    let isAlone = first == pattern.startIndex || pattern[first - 1] == UInt8(ascii: "/")
    guard index - first > 1, isAlone else { return tokens.append(.star) }
    switch peek {
    case nil: tokens.append(.doubleStar)
    case UInt8(ascii: "/"):
      index += 1
      tokens.append(.directories)
    case UInt8(ascii: "\\") where pattern[(index + 1)...].first == UInt8(ascii: "/"):
      // git takes an escaped slash for one here, but then not for none.
      tokens.append(.doubleStar)
    default: tokens.append(.star)
    }
  }

  /// Reads a set behind its `[`; nil where it does not end.
  private mutating func parseSet() -> ByteSet? {
    var set = ByteSet()
    let isNegated = peek == UInt8(ascii: "!") || peek == UInt8(ascii: "^")
    if isNegated { index += 1 }
    // What may begin a range: the byte before a `-`.
    var low: UInt8?
    var isFirst = true
    while let byte = next() {
      switch byte {
      case UInt8(ascii: "]") where !isFirst:
        if isNegated { set.invert() }
        set.remove(UInt8(ascii: "/"))
        return set
      case UInt8(ascii: "\\"):
        guard let escaped = next() else { return nil }
        set.insert(escaped)
        low = escaped
      case UInt8(ascii: "-"):
        if let start = low, let end = peek, end != UInt8(ascii: "]") {
          index += 1
          var high = end
          if end == UInt8(ascii: "\\") {
            guard let escaped = next() else { return nil }
            high = escaped
          }
          if start <= high { set.formUnion(start...high) }
          low = nil
        } else {
          set.insert(byte)
          low = byte
        }
      case UInt8(ascii: "[") where peek == UInt8(ascii: ":"):
        let afterColon = index + 1
        guard let close = pattern[afterColon...].firstIndex(of: UInt8(ascii: "]")) else { return nil }
        if close > afterColon, pattern[close - 1] == UInt8(ascii: ":") {
          guard set.insertClass(named: pattern[afterColon..<(close - 1)]) else { return nil }
          index = close + 1
          low = nil
        } else {
          set.insert(byte)
          low = byte
        }
      default:
        set.insert(byte)
        low = byte
      }
      isFirst = false
    }
    return nil
  }
}

extension ByteSet {
  /// Inserts a class of ASCII bytes by its name in POSIX; false where there is none of that name. As in git, neither form
  /// feed nor vertical tab is a space.
  fileprivate mutating func insertClass(named name: ArraySlice<UInt8>) -> Bool {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    let upper = UInt8(ascii: "A")...UInt8(ascii: "Z")
    let lower = UInt8(ascii: "a")...UInt8(ascii: "z")
    let ranges: [ClosedRange<UInt8>]
    switch String(decoding: name, as: UTF8.self) {
    case "alnum": ranges = [digits, upper, lower]
    case "alpha": ranges = [upper, lower]
    case "blank": ranges = [9...9, 32...32]
    case "cntrl": ranges = [0...31, 127...127]
    case "digit": ranges = [digits]
    case "graph": ranges = [33...126]
    case "lower": ranges = [lower]
    case "print": ranges = [32...126]
    case "punct": ranges = [33...47, 58...64, 91...96, 123...126]
    case "space": ranges = [9...10, 13...13, 32...32]
    case "upper": ranges = [upper]
    case "xdigit": ranges = [digits, UInt8(ascii: "A")...UInt8(ascii: "F"), UInt8(ascii: "a")...UInt8(ascii: "f")]
    default: return false
    }
    for range in ranges { formUnion(range) }
    return true
  }
}
