import FigureValidator
import JSONCore

/// The name by which an axis or another subplot is referred to: `x2` for `xaxis2`, `scene` for `scene`.
struct AxisReference: Hashable {
  /// The counter; 0 for the first, which has none.
  let number: Int

  /// What the text of a member refers to; the first axis where there is no member. Nil where it is no such name.
  ///
  /// - Parameter letters: how many letters stand before the counter.
  init?(_ figure: FigureView, _ member: Int?, letters: Int = 1) {
    guard let member else {
      number = 0
      return
    }
    guard figure.kind(of: member) == .string else { return nil }
    let range = figure.range(of: member)
    let start = min(range.lowerBound + 1 + letters, range.upperBound - 1)
    let end = range.upperBound - 1
    var found = 0
    var offset = start
    while offset < end, offset - start < 6, case let digit = figure.bytes[offset] &- 0x30, digit < 10 {
      found = found * 10 + Int(digit)
      offset += 1
    }
    if offset == end {
      guard start == end || found > 1 else { return nil }
      number = found
      return
    }
    guard let text = figure.text(member), let found = AxisReference.counter(of: text, behind: letters) else {
      return nil
    }
    number = found
  }

  /// The counter in `x2`, 0 for `x`; nil where another text stands there.
  static func counter(of text: String, behind letters: Int) -> Int? {
    let digits = text.utf8.dropFirst(letters)
    if digits.isEmpty { return 0 }
    guard digits.count < 7, digits.allSatisfy({ 0x30...0x39 ~= $0 }), let number = Int(String(text.dropFirst(letters))),
      number > 1
    else { return nil }
    return number
  }

  /// The object of the layout that it refers to.
  func object(_ name: StaticString, _ figure: FigureView) -> Int? { figure.subplot(name, number) }
}
