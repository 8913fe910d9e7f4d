/// What a pass over an array found out about its elements, so that nobody need read them again.
///
/// Of fixed size, whatever the array's.
public struct ArraySurvey: Sendable, Equatable {
  /// How many elements there are; rows, if they are arrays.
  public var count = 0
  /// What stands among the elements, and among those of the rows.
  public var kinds: ElementKinds = []
  public var rowKinds: ElementKinds = []
  /// Elements that are numbers, or texts that are numbers.
  public var numericCount = 0
  /// Elements that are texts with a date's beginning.
  public var dateCount = 0
  /// Elements that are arrays, and how many elements the shortest and the longest of these have.
  public var rowCount = 0
  public var shortestRow = 0
  public var longestRow = 0

  public init() {}

  /// Whether the rows differ in length.
  public var isRagged: Bool { shortestRow != longestRow }

  /// Adds a row.
  mutating func add(row: ArraySurvey) {
    shortestRow = rowCount == 0 ? row.count : min(shortestRow, row.count)
    longestRow = max(longestRow, row.count)
    rowCount += 1
    rowKinds.formUnion(row.kinds)
  }
}

/// The kinds of elements in an array.
@frozen
public struct ElementKinds: OptionSet, Sendable {
  public let rawValue: UInt16
  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }

  // The operations of option sets again, so that other modules call these and not the generic ones.
  @inlinable public var isEmpty: Bool { rawValue == 0 }
  @inlinable public func contains(_ other: ElementKinds) -> Bool { rawValue & other.rawValue == other.rawValue }
  @inlinable public func isDisjoint(with other: ElementKinds) -> Bool { rawValue & other.rawValue == 0 }
  @inlinable public func isSubset(of other: ElementKinds) -> Bool { rawValue & ~other.rawValue == 0 }
  @inlinable public func union(_ other: ElementKinds) -> ElementKinds {
    ElementKinds(rawValue: rawValue | other.rawValue)
  }
  @inlinable public func subtracting(_ other: ElementKinds) -> ElementKinds {
    ElementKinds(rawValue: rawValue & ~other.rawValue)
  }
  @inlinable public mutating func formUnion(_ other: ElementKinds) { self = union(other) }

  @inlinable public static var numbers: ElementKinds { ElementKinds(rawValue: 1 << 0) }
  /// Texts that are numbers: `"1.5"`.
  @inlinable public static var numericTexts: ElementKinds { ElementKinds(rawValue: 1 << 1) }
  /// Texts that begin like a date, `2024-03`.
  @inlinable public static var dates: ElementKinds { ElementKinds(rawValue: 1 << 2) }
  /// Texts that are neither and not empty.
  @inlinable public static var words: ElementKinds { ElementKinds(rawValue: 1 << 3) }
  @inlinable public static var emptyTexts: ElementKinds { ElementKinds(rawValue: 1 << 4) }
  /// Texts that nobody looked at, since there were many before: see ``JSONScanner/surveyArray()``.
  @inlinable public static var unseenTexts: ElementKinds { ElementKinds(rawValue: 1 << 5) }
  @inlinable public static var booleans: ElementKinds { ElementKinds(rawValue: 1 << 6) }
  @inlinable public static var nulls: ElementKinds { ElementKinds(rawValue: 1 << 7) }
  /// `NaN`, `Infinity`.
  @inlinable public static var nonFinite: ElementKinds { ElementKinds(rawValue: 1 << 8) }
  @inlinable public static var arrays: ElementKinds { ElementKinds(rawValue: 1 << 9) }
  @inlinable public static var objects: ElementKinds { ElementKinds(rawValue: 1 << 10) }
  /// Numbers below zero, or `-0`.
  @inlinable public static var negatives: ElementKinds { ElementKinds(rawValue: 1 << 11) }
  /// Numbers that begin with the digit 0: only where there are such can a number be zero.
  @inlinable public static var leadingZeros: ElementKinds { ElementKinds(rawValue: 1 << 12) }
  /// The elements are those of a typed array, whose values nobody looked at.
  @inlinable public static var typed: ElementKinds { ElementKinds(rawValue: 1 << 13) }

  @inlinable public static var texts: ElementKinds {
    ElementKinds(rawValue: 0b11_1110)
  }
  /// Numbers, whatever they are like.
  @inlinable public static var anyNumbers: ElementKinds { ElementKinds(rawValue: 1 << 0 | 1 << 11 | 1 << 12) }
}

extension ElementKinds {
  /// What a text is that stands in `range` of `bytes`. O(length), for a word mostly O(1).
  init(ofText range: Range<Int>, in bytes: InputBytes) {
    var i = range.lowerBound
    var end = range.upperBound
    guard i < end else {
      self = .emptyTexts
      return
    }
    // Most texts are words, which begin like none of the others.
    guard bytes[i] <= UInt8(ascii: "9") else {
      self = .words
      return
    }
    while i < end, bytes[i] == 0x20 { i &+= 1 }
    while end > i, bytes[end &- 1] == 0x20 { end &-= 1 }
    let isSigned = bytes[i] == UInt8(ascii: "-") || bytes[i] == UInt8(ascii: "+")
    if isSigned { i &+= 1 }
    let first = i
    func passDigits() { while i < end, bytes[i] &- 0x30 < 10 { i &+= 1 } }
    passDigits()
    var digits = i &- first
    if digits == 4, i &+ 2 < end, bytes[i] == UInt8(ascii: "-"), bytes[i &+ 1] &- 0x30 < 10, bytes[i &+ 2] &- 0x30 < 10
    {
      self = .dates
      return
    }
    if i < end, bytes[i] == UInt8(ascii: ".") {
      i &+= 1
      let fraction = i
      passDigits()
      digits &+= i &- fraction
    }
    if digits > 0, i < end, bytes[i] | 0x20 == UInt8(ascii: "e") {
      i &+= 1
      if bytes[i] == UInt8(ascii: "-") || bytes[i] == UInt8(ascii: "+") { i &+= 1 }
      let exponent = i
      passDigits()
      if i == exponent { digits = 0 }
    }
    self = digits > 0 && i == end ? .numericTexts : .words
  }
}
