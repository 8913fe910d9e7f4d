/// How much compressed data may become.
package struct InflateLimits: Equatable, Sendable {
  /// In bytes.
  package var size: Int
  /// How many bytes each compressed one may become, on the average. Deflate can make 1032 of one; text is seldom more than thirty
  /// times as long as its archive.
  package var ratio: Int

  /// Below this size, in bytes, the ratio is no matter.
  static let harmlessSize = 1 << 24

  package init(size: Int = 1 << 30, ratio: Int = 200) {
    self.size = min(size, Int.max / 4)
    self.ratio = ratio
  }

  /// The size at which the ratio is exceeded for so many compressed bytes.
  func size(of compressed: Int) -> Int {
    let (product, overflow) = compressed.multipliedReportingOverflow(by: ratio)
    return max(Self.harmlessSize, overflow ? .max : product)
  }
}
