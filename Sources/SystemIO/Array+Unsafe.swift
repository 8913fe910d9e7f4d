extension [UInt8] {
  /// Appends the bytes of a span, which are lent for the time of the call.
  mutating func append(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}
