extension [UInt8] {
  /// A copy of the bytes of a span.
  package init(copying bytes: Span<UInt8>) {
    self = []
    append(bytes)
  }

  /// Appends the bytes of a span, which are lent for the time of the call.
  package mutating func append(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}
