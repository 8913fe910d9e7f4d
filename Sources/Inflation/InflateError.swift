/// Why compressed data could not be inflated.
package enum InflateError: Error, Equatable, Sendable {
  /// No gzip member begins here (RFC 1952, section 2.3.1).
  case notGzip
  /// A compression method other than deflate, or flags that no version of the format has.
  case unsupported
  /// The data end within a member.
  case truncated
  /// Something that no compressor writes (RFC 1951, section 3.2).
  case corrupt(Flaw)
  /// The checksum or the length behind the data is not that of what was inflated.
  case checksum
  case length
  /// More than so many bytes.
  case tooLarge(limit: Int)
  /// More than so many bytes for each compressed one.
  case tooDense(ratio: Int)
  /// Something other than a member stands behind the last one.
  case trailingData

  package enum Flaw: Equatable, Sendable {
    case blockType
    case storedLength
    case codeLengths
    case code
    case distance
    case header
  }
}

/// Where inflating stopped, and why.
package struct InflateFailure: Error, Equatable, Sendable {
  package let error: InflateError
  /// 0-based byte of the compressed data.
  package let offset: Int

  package init(error: InflateError, offset: Int) {
    self.error = error
    self.offset = offset
  }
}
