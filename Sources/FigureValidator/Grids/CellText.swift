import JSONCore

/// What a string in a cell is.
struct CellText: Equatable {
  let kind: CellKind
  /// How a date is written.
  var format: DateFormat?

  /// Looks at the content of a string. O(length of its beginning), for words mostly O(1).
  init(_ bytes: InputBytes, _ content: Range<Int>) {
    var reader = CellReader(bytes, content)
    kind = reader.kind()
    format = kind == .date ? reader.format : nil
  }
}

/// How dates are written: what must be the same in a column for its dates to mean the same.
///
/// ISO 8601 counts as one format whatever its precision and whether `T` or a space stands before the time, since plotly.js reads them all.
package struct DateFormat: Sendable, Equatable {
  package enum Family: UInt8, Sendable {
    /// `2024-05-06`, `2024-05-06T07:08:09`
    case iso
    /// `2024/05/06`
    case yearFirst
    /// `05/06/2024`: nobody knows whether in May or June
    case ambiguous
    /// `26/05/2024`
    case dayFirst
    /// `05/26/2024`
    case monthFirst
    /// `06.05.2024`
    case dotted
    /// `06-05-2024`
    case dashed
    /// `6 May 2024`, `May 6, 2024`, `06-May-2024`
    case named
  }

  package enum Zone: Sendable, Equatable {
    case none
    case utc
    /// Minutes east of Greenwich.
    case offset(Int)
  }

  package var family: Family
  package var zone: Zone = .none

  /// Whether dates of both may stand in one column.
  func agrees(with other: DateFormat) -> Bool {
    guard zone == other.zone else { return false }
    if family == other.family { return true }
    let slashed: [Family] = [.ambiguous, .dayFirst, .monthFirst]
    return slashed.contains(family) && slashed.contains(other.family)
      && (family == .ambiguous || other.family == .ambiguous)
  }

  /// Whether another date that differs in digits alone is written the same way.
  var isToldByShape: Bool {
    if case .offset = zone { return false }
    return family != .ambiguous && family != .dayFirst && family != .monthFirst
  }
}

/// Reads a string from its beginning until it is clear what it is.
private struct CellReader {
  private let bytes: InputBytes
  private var position: Int
  private let end: Int
  private(set) var format = DateFormat(family: .iso)

  init(_ bytes: InputBytes, _ content: Range<Int>) {
    self.bytes = bytes
    var start = content.lowerBound
    var end = content.upperBound
    while start < end, bytes[start] == 0x20 { start &+= 1 }
    while end > start, bytes[end &- 1] == 0x20 { end &-= 1 }
    position = start
    self.end = end
  }

  mutating func kind() -> CellKind {
    guard position < end else { return .missing }
    let first = byte
    if isDigit(first) { return kindFromDigit() }
    switch first {
    case UInt8(ascii: "-"), UInt8(ascii: "+"):
      position &+= 1
      if position == end { return .missing }
      if allAre(UInt8(ascii: "-")) { return .missing }
      let next = byte
      return isDigit(next) || next == UInt8(ascii: ".") ? numberOrWord() : .word
    case UInt8(ascii: "."): return end &- position == 1 ? .missing : numberOrWord()
    case UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "<"):
      if isMissingMarker { return .missing }
      return namedDate()
    default: return namedDate()
    }
  }

  // MARK: - Bytes

  private var byte: UInt8 { position < end ? bytes[position] : 0 }
  @inline(__always) private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// Passes digits and returns how many.
  @inline(__always) private mutating func digits() -> Int {
    let start = position
    while position < end, isDigit(bytes[position]) { position &+= 1 }
    return position &- start
  }

  private func allAre(_ wanted: UInt8) -> Bool { (position..<end).allSatisfy { bytes[$0] == wanted } }

  private mutating func pass(_ wanted: UInt8) -> Bool {
    guard byte == wanted else { return false }
    position &+= 1
    return true
  }

  private func value(_ range: Range<Int>) -> Int {
    range.prefix(9).reduce(0) { $0 * 10 + Int(bytes[$1] &- 0x30) }
  }

  // MARK: - Numbers

  /// The decimal literal at the position, to the end; otherwise it is a word, or a number written with commas.
  private mutating func numberOrWord() -> CellKind {
    let start = position
    var count = digits()
    if byte == UInt8(ascii: ",") { return commaNumber(from: start) }
    if pass(UInt8(ascii: ".")) {
      count += digits()
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".") { return commaNumber(from: start) }
    }
    guard count > 0 else { return .word }
    if byte | 0x20 == UInt8(ascii: "e") {
      position &+= 1
      if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") { position &+= 1 }
      guard digits() > 0 else { return .word }
    }
    return position == end ? .numericText : .word
  }

  /// Digits with commas: `1,5`, `1,234`, `1,234,567.8`, `1.234,5`. Groups between separators have three digits; the last
  /// separator may be that of a fraction.
  private mutating func commaNumber(from start: Int) -> CellKind {
    position = start
    guard 1...9 ~= digits() else { return .word }
    var separators: [UInt8] = []
    var lengths: [Int] = []
    while byte == UInt8(ascii: ",") || byte == UInt8(ascii: "."), separators.count < 8 {
      separators.append(byte)
      position &+= 1
      lengths.append(digits())
    }
    guard position == end, let last = separators.last, lengths.allSatisfy({ $0 > 0 }) else { return .word }
    guard separators.contains(UInt8(ascii: ",")) else { return .word }
    // All but the last are of one kind, and separate groups of three.
    let groups = separators.dropLast()
    guard groups.allSatisfy({ $0 == separators[0] }), lengths.dropLast().allSatisfy({ $0 == 3 }) else { return .word }
    return groups.isEmpty || last != separators[0] || lengths.last == 3 ? .commaNumber : .word
  }

  // MARK: - Dates

  private mutating func kindFromDigit() -> CellKind {
    let start = position
    let count = digits()
    if position == end { return .numericText }
    switch byte {
    case UInt8(ascii: "-") where count == 4: return isoDate() ? .date : .word
    case UInt8(ascii: "/") where count == 4: return yearFirstDate() ? .date : .word
    case UInt8(ascii: "-"), UInt8(ascii: "/"):
      return count <= 2 && dayDate(separator: byte, start..<position) ? .date : .word
    case UInt8(ascii: "."):
      if count <= 2, dayDate(separator: byte, start..<position) { return .date }
      position = start
      return numberOrWord()
    case UInt8(ascii: ","), UInt8(ascii: "e"), UInt8(ascii: "E"):
      position = start
      return numberOrWord()
    case UInt8(ascii: " ") where count <= 2:
      position &+= 1
      return monthName() && pass(UInt8(ascii: " ")) && year() && time() ? named() : .word
    default: return .word
    }
  }

  private mutating func named() -> CellKind {
    format.family = .named
    return .date
  }

  /// Behind the year: `-MM`, `-MM-DD`, and then perhaps a time and a zone.
  private mutating func isoDate() -> Bool {
    guard pass(UInt8(ascii: "-")), digits() == 2 else { return false }
    if position == end { return true }
    guard pass(UInt8(ascii: "-")), digits() == 2 else { return false }
    return time()
  }

  private mutating func yearFirstDate() -> Bool {
    format.family = .yearFirst
    guard pass(UInt8(ascii: "/")), 1...2 ~= digits(), pass(UInt8(ascii: "/")), 1...2 ~= digits() else { return false }
    return time()
  }

  /// Behind a day or a month: `06/05/2024`, `06.05.2024`, `06-05-2024`, `06-May-2024`.
  private mutating func dayDate(separator: UInt8, _ first: Range<Int>) -> Bool {
    guard pass(separator) else { return false }
    if separator == UInt8(ascii: "-"), !isDigit(byte) {
      format.family = .named
      return monthName() && pass(separator) && year() && time()
    }
    let start = position
    guard 1...2 ~= digits() else { return false }
    let second = start..<position
    guard pass(separator), year() else { return false }
    switch separator {
    case UInt8(ascii: "."): format.family = .dotted
    case UInt8(ascii: "-"): format.family = .dashed
    default:
      format.family = value(first) > 12 ? .dayFirst : value(second) > 12 ? .monthFirst : .ambiguous
    }
    return time()
  }

  private mutating func year() -> Bool {
    let count = digits()
    return count == 4 || count == 2
  }

  /// The end, or a time of day, perhaps with a zone, and then the end.
  private mutating func time() -> Bool {
    if position == end { return true }
    guard byte == UInt8(ascii: " ") || byte == UInt8(ascii: "T") || byte == UInt8(ascii: "t") else { return false }
    position &+= 1
    guard 1...2 ~= digits() else { return false }
    if pass(UInt8(ascii: ":")) {
      guard digits() == 2 else { return false }
      if pass(UInt8(ascii: ":")) {
        guard digits() == 2 else { return false }
        if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") {
          position &+= 1
          guard digits() > 0 else { return false }
        }
      }
    }
    return zone()
  }

  private mutating func zone() -> Bool {
    if position == end { return true }
    if byte == UInt8(ascii: " ") { position &+= 1 }
    let sign = byte
    switch sign {
    case UInt8(ascii: "Z"), UInt8(ascii: "z"):
      format.zone = .utc
      position &+= 1
      return position == end
    case UInt8(ascii: "A"), UInt8(ascii: "a"), UInt8(ascii: "P"), UInt8(ascii: "p"):
      position &+= 1
      guard byte | 0x20 == UInt8(ascii: "m") else { return false }
      position &+= 1
      return position == end
    case UInt8(ascii: "U"):
      format.zone = .utc
      return bytes.equals(position..<end, "UTC")
    case UInt8(ascii: "+"), UInt8(ascii: "-"):
      position &+= 1
      let start = position
      guard 1...4 ~= digits() else { return false }
      var minutes = value(start..<position)
      if position &- start > 2 {
        minutes = minutes / 100 * 60 + minutes % 100
      } else {
        minutes *= 60
        if pass(UInt8(ascii: ":")) {
          let start = position
          guard digits() == 2 else { return false }
          minutes += value(start..<position)
        }
      }
      format.zone = minutes == 0 ? .utc : .offset(sign == UInt8(ascii: "-") ? -minutes : minutes)
      return position == end
    default: return false
    }
  }

  /// `May 6, 2024` and `May 2024`; anything else that begins with a letter is a word.
  private mutating func namedDate() -> CellKind {
    guard monthName(), pass(UInt8(ascii: " ")) else { return .word }
    let count = digits()
    if count == 4, position == end { return named() }
    guard 1...2 ~= count else { return .word }
    if byte == UInt8(ascii: ",") { position &+= 1 }
    return pass(UInt8(ascii: " ")) && year() && time() ? named() : .word
  }

  /// The English name of a month or its first three letters.
  private mutating func monthName() -> Bool {
    let start = position
    while position < end, 0x61...0x7A ~= bytes[position] | 0x20 { position &+= 1 }
    let length = position &- start
    if byte == UInt8(ascii: "."), length < 5 { position &+= 1 }
    guard 3...9 ~= length else { return false }
    let prefix =
      UInt32(bytes[start] | 0x20) &<< 16 | UInt32(bytes[start &+ 1] | 0x20) &<< 8 | UInt32(bytes[start &+ 2] | 0x20)
    guard let full = CellReader.monthLength(prefix) else { return false }
    return length == 3 || length == full || length == 4 && full == 9
  }

  /// How long the name of the month is that begins with three letters.
  private static func monthLength(_ prefix: UInt32) -> Int? {
    switch prefix {
    case 0x6D6179: 3  // may
    case 0x6A756E, 0x6A756C: 4  // june, july
    case 0x6D6172, 0x617072: 5  // march, april
    case 0x617567: 6  // august
    case 0x6A616E, 0x6F6374: 7  // january, october
    case 0x666562, 0x6E6F76, 0x646563: 8  // february, november, december
    case 0x736570: 9  // september
    default: nil
    }
  }

  // MARK: - Nothing

  private var isMissingMarker: Bool {
    let text = position..<end
    guard text.count <= 9 else { return false }
    for marker in CellReader.markers where bytes.equals(text, marker) { return true }
    return false
  }

  /// How programs write that there is no value: spreadsheets, R, pandas, databases.
  private static var markers: [StaticString] {
    [
      "n/a", "N/A", "NA", "na", "NaN", "nan", "NAN", "null", "NULL", "None", "none", "nil", "#N/A", "#NA", "?", "<NA>",
      "NaT",
    ]
  }
}
