package import Diagnostics

/// What a rule that looks at facts notes of a problem, so that it can make the words when they are asked for.
///
/// The range of the problem tells where; what else the words need is here, in numbers and places of the text.
package struct FactDetail: Sendable, Equatable {
  /// Which of the rule's flaws it is: the rule numbers them.
  package var flaw: UInt8
  /// Two numbers, as the rule likes: lengths, indices, ids.
  package var numbers: (Int, Int)
  /// Another place that the words tell of, such as the value that this one contradicts: 0-based bytes.
  package var other: Range<Int>?
  /// Whether the problem's range is that of a key: its path then ends with the key all the same.
  package var isKey: Bool
  /// The code that `Plotly.validate` gives for it; nil where it has none.
  package var code: ValidateCode?

  package init(
    _ flaw: UInt8 = 0, _ numbers: (Int, Int) = (0, 0), other: Range<Int>? = nil, isKey: Bool = false,
    code: ValidateCode? = nil
  ) {
    self.flaw = flaw
    self.numbers = numbers
    self.other = other
    self.isKey = isKey
    self.code = code
  }

  package static func == (a: Self, b: Self) -> Bool {
    a.flaw == b.flaw && a.numbers == b.numbers && a.other == b.other && a.isKey == b.isKey && a.code == b.code
  }
}
