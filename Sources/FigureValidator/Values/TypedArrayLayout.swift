/// How plotly.js cuts the bytes of a typed array into elements.
package struct TypedArrayLayout: Equatable, Sendable {
  /// How many items the array has: elements, or rows where it has two or three dimensions.
  package let length: Int
  /// How many dimensions it has: 1, 2 or 3.
  package let rank: Int
  /// What is wrong and yet decoded.
  package let flaw: Flaw?

  /// Lays out `byteLength` bytes. `shape` is nil where the specification has none.
  ///
  /// - Throws: `Flaw` where plotly.js throws, so that the figure is not drawn.
  package init(of element: TypedArrayElement, byteLength: Int, shape: TypedArrayShape?) throws(Flaw) {
    rank = shape?.rank ?? 1
    guard rank <= TypedArrayShape.maximumRank else { throw .tooManyDimensions }
    guard let shape, rank > 1 else {
      // In one dimension plotly.js never looks at the number in the shape.
      guard byteLength % element.size == 0 else { throw .partialElement }
      length = byteLength / element.size
      flaw = shape.map { $0.sizes.0 == byteLength / element.size } ?? true ? nil : .ignoredShape
      return
    }
    guard let rows = shape.sizes.0, shape.sizes.1 != nil, shape.sizes.2 != nil else { throw .badDimension }
    guard let count = shape.count, count <= byteLength / element.size else { throw .tooFewElements }
    length = rows
    flaw = count * element.size < byteLength ? .tooManyElements : nil
  }

  package enum Flaw: Error, Equatable, Sendable {
    /// The bytes are no multiple of an element's size. plotly.js throws.
    case partialElement
    /// The shape asks for more elements than there are. plotly.js throws.
    case tooFewElements
    /// More than three dimensions. plotly.js throws.
    case tooManyDimensions
    /// A dimension is no whole number from 0 on. plotly.js throws, or makes empty rows.
    case badDimension
    /// The shape asks for fewer elements than there are. plotly.js ignores the rest.
    case tooManyElements
    /// The shape has one dimension, which is not the number of elements. plotly.js ignores the shape.
    case ignoredShape
  }
}
