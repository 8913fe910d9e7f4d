package import JSONCore

/// The `shape` of a typed array: its dimensions, the outermost first.
package struct TypedArrayShape: Equatable, Sendable {
  /// How many dimensions are named, possibly more than plotly.js can do.
  package let rank: Int
  /// The first three dimensions, 1 where there are fewer; nil for one that is no whole number from 0 on.
  package let sizes: (Int?, Int?, Int?)

  /// plotly.js does up to three dimensions.
  package static let maximumRank = 3

  /// The shape in a text such as `2, 3`: numbers, as ECMAScript reads them, with commas between. O(length).
  package init(_ bytes: InputBytes, text range: Range<Int>) {
    var rank = 0
    var sizes: (Int?, Int?, Int?) = (1, 1, 1)
    var start = range.lowerBound
    for offset in range.lowerBound...range.upperBound
    where offset == range.upperBound || bytes[offset] == UInt8(ascii: ",") {
      let size = Self.size(NumericText.number(bytes, start..<offset))
      switch rank {
      case 0: sizes.0 = size
      case 1: sizes.1 = size
      case 2: sizes.2 = size
      default: break
      }
      rank += 1
      start = offset + 1
    }
    self.rank = rank
    self.sizes = sizes
  }

  /// The shape that is given as a number: one dimension.
  package init(number: Double) {
    rank = 1
    sizes = (Self.size(number), 1, 1)
  }

  /// How many elements there are; nil where a dimension is no number of elements, or for more than an `Int` holds.
  package var count: Int? {
    guard rank <= Self.maximumRank, let a = sizes.0, let b = sizes.1, let c = sizes.2 else { return nil }
    let (ab, isTooLarge) = a.multipliedReportingOverflow(by: b)
    let (abc, isStillTooLarge) = ab.multipliedReportingOverflow(by: c)
    return isTooLarge && c != 0 || isStillTooLarge ? nil : abc
  }

  package static func == (a: Self, b: Self) -> Bool { a.rank == b.rank && a.sizes == b.sizes }

  private static func size(_ number: Double) -> Int? {
    number >= 0 ? Int(exactly: number) : nil
  }
}
