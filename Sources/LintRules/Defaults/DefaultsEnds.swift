import FigureValidator
import JSONCore
import ValidationTree

/// The two ends of a domain or a range that plotly.js replaces: conditions on numbers, which the table has no words for.
///
/// Sources: plotly.js 4.1.1 `src/plots/cartesian/position_defaults.js` and `src/plots/domain.js` for domains, `cleanRange` of
/// `src/plots/cartesian/set_convert.js` for ranges.
struct DefaultsEnds: Equatable {
  enum Fault: UInt8 {
    /// A domain whose end is not behind its start.
    case inverted
    /// A range of no extent, which is widened.
    case empty
    /// An end that is no number or, on a date axis, no date.
    case noNumber, noDate
    /// An end that is no number on an axis of categories, where ends are positions.
    case noPosition
  }

  let fault: Fault
  /// Which of the two are replaced.
  let isFirstReset, isSecondReset: Bool

  func isReset(_ position: Int) -> Bool { position == 0 ? isFirstReset : position == 1 && isSecondReset }

  /// An element of an info_array: its place among them, and where it stands.
  struct Element {
    let position: Int
    let kind: ValueKind
    let range: Range<Int>
  }

  /// How wide the domain of an axis must be.
  static let leastDomain = 1.0 / 4096

  /// Whether an array is two numbers that differ, the second at least by `difference` larger if that is more than 0. Nothing is wrong
  /// with such ends, wherever they are; of others nothing is said here.
  static func areApart(_ bytes: InputBytes, _ array: Range<Int>, by difference: Double) -> Bool {
    var offset = array.lowerBound + 1
    func passSpace() { while offset < array.upperBound, bytes[offset] <= 0x20 { offset &+= 1 } }
    func number() -> Double? {
      passSpace()
      let start = offset
      while offset < array.upperBound, isPartOfNumber(bytes[offset]) { offset &+= 1 }
      let end = offset
      passSpace()
      return start < end ? NumberText.double(bytes, start..<end) : nil
    }
    guard let low = number(), bytes[offset] == UInt8(ascii: ",") else { return false }
    offset &+= 1
    guard let high = number(), offset == array.upperBound - 1 else { return false }
    return difference > 0 ? low < high && low <= high - difference : low != high
  }

  private static func isPartOfNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."),
      UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }

  /// - Parameter isAxis: Whether it is the domain of an x or y axis, which must be wider than a pixel of the largest canvas.
  /// - Parameter isWhole: Whether the default is `[0, 1]`: no grid gives another.
  static func domain(_ first: Element, _ second: Element, _ bytes: InputBytes, isAxis: Bool, isWhole: Bool)
    -> DefaultsEnds?
  {
    guard let low = number(first, bytes), let high = number(second, bytes) else { return nil }
    guard isAxis ? low > high - leastDomain : low >= high else { return nil }
    return DefaultsEnds(
      fault: .inverted, isFirstReset: !isWhole || low != 0, isSecondReset: !isWhole || high != 1)
  }

  /// - Parameter type: The type of the axis: nothing is said where it is not known.
  static func range(_ first: Element, _ second: Element, _ bytes: InputBytes, type: DefaultsToken) -> DefaultsEnds? {
    guard isGiven(first), isGiven(second) else { return nil }
    switch type {
    case .linear, .log, .category, .multicategory:
      let low = number(first, bytes)
      let high = number(second, bytes)
      if let low, let high {
        return low == high ? DefaultsEnds(fault: .empty, isFirstReset: true, isSecondReset: true) : nil
      }
      // plotly.js makes the missing end of the other one, times 10 or 0.1: from 0 it makes a range without extent.
      let isWide = (low ?? high) != 0
      let isPosition = type == .category || type == .multicategory
      return DefaultsEnds(
        fault: isPosition ? .noPosition : .noNumber, isFirstReset: !isWide || low == nil,
        isSecondReset: !isWide || high == nil)
    case .dateAxis:
      guard isMoment(first, bytes), isMoment(second, bytes) else {
        return DefaultsEnds(fault: .noDate, isFirstReset: true, isSecondReset: true)
      }
      return bytes.text(first.range) == bytes.text(second.range)
        ? DefaultsEnds(fault: .empty, isFirstReset: true, isSecondReset: true) : nil
    default: return nil
    }
  }

  private static func isGiven(_ end: Element) -> Bool { end.kind != .null && end.kind != .nonFinite }

  /// The number that JavaScript takes an end for.
  private static func number(_ end: Element, _ bytes: InputBytes) -> Double? {
    switch end.kind {
    case .number: NumberText.double(bytes, end.range)
    case .string: NumericText.value(bytes, end.range.lowerBound + 1..<end.range.upperBound - 1)
    default: nil
    }
  }

  /// Whether an end may be a point in time: a number of milliseconds, or a text that begins as a date.
  private static func isMoment(_ end: Element, _ bytes: InputBytes) -> Bool {
    if number(end, bytes) != nil { return true }
    guard end.kind == .string else { return false }
    return DefaultsFeatures.isDate(bytes.text(end.range.lowerBound + 1..<end.range.upperBound - 1))
  }
}
