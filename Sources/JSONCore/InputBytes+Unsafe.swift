/// The bytes of one input, borrowed while it is checked.
///
/// Reads are bounds-checked: a byte beyond the end reads as 0, which no JSON text holds outside of an error,
/// so that a scanner needs no separate test for the end. Offsets are 0-based.
///
/// Invariant: `base` points to `count` readable bytes that nobody changes, from ``init(_:)`` to the end of the
/// scope that lent them, and `lender` lives as long. Whoever makes an `InputBytes` holds that; the `withInputBytes` functions
/// do it by a scope.
@safe
public struct InputBytes: @unchecked Sendable {  // immutable memory for as long as the value is used
  @usableFromInline let base: UnsafeRawPointer
  public let count: Int
  /// Who wants back what has been read, if anybody does. Not counted: these values are copied all the time. (And not
  /// `unowned(unsafe)`: Swift 6.3.1 then lays out optionals of types that hold this one in two ways.)
  @usableFromInline let lender: Unmanaged<InputLender>?

  /// Wraps memory that outlives every copy of the value, as `lender` does.
  @unsafe
  @inlinable public init(_ memory: UnsafeRawBufferPointer, lender: InputLender? = nil) {
    // An empty buffer has no address; any will do, since nothing is read from it.
    unsafe base = memory.baseAddress ?? UnsafeRawPointer(bitPattern: 1).unsafelyUnwrapped
    count = memory.count
    unsafe self.lender = lender.map { unsafe Unmanaged.passUnretained($0) }
  }

  /// The bytes of a text of the program, which lives as long as that. It must not be a single character.
  @inlinable public init(_ text: StaticString) {
    unsafe self.init(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// The byte at `offset`, or 0 where there is none.
  @inlinable public subscript(_ offset: Int) -> UInt8 {
    @inline(__always) get {
      guard UInt(bitPattern: offset) < UInt(bitPattern: count) else { return 0 }
      return unsafe base.load(fromByteOffset: offset, as: UInt8.self)
    }
  }

  /// Eight bytes from `offset` on, the first one lowest; nil where fewer are left.
  @inlinable @inline(__always) public func word(at offset: Int) -> UInt64? {
    guard offset >= 0, offset <= count &- 8 else { return nil }
    return unsafe UInt64(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// Four bytes from `offset` on, the first one lowest; nil where fewer are left.
  @inlinable @inline(__always) public func halfWord(at offset: Int) -> UInt32? {
    guard offset >= 0, offset <= count &- 4 else { return nil }
    return unsafe UInt32(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  /// Sixteen bytes from `offset` on; nil where fewer are left.
  @inlinable @inline(__always) public func block(at offset: Int) -> ByteBlock? {
    guard offset >= 0, offset <= count &- 16 else { return nil }
    return unsafe ByteBlock(base.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self))
  }

  /// Sixty-four bytes from `offset` on; nil where fewer are left.
  @inlinable @inline(__always) public func quad(at offset: Int) -> ByteQuad? {
    guard offset >= 0, offset <= count &- 64 else { return nil }
    return unsafe ByteQuad(
      base.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self),
      base.loadUnaligned(fromByteOffset: offset &+ 16, as: SIMD16<UInt8>.self),
      base.loadUnaligned(fromByteOffset: offset &+ 32, as: SIMD16<UInt8>.self),
      base.loadUnaligned(fromByteOffset: offset &+ 48, as: SIMD16<UInt8>.self))
  }

  /// The bytes before `end`.
  public func prefix(_ end: Int) -> InputBytes {
    unsafe InputBytes(UnsafeRawBufferPointer(start: base, count: min(max(end, 0), count)), lender: owner)
  }

  private var owner: InputLender? { unsafe lender?.takeUnretainedValue() }

  /// What a reader at `offset` may read before it gives something back; see ``ReadingProgress``.
  func window(from offset: Int) -> InputBytes {
    guard let lender = owner else { return self }
    return prefix(offset + lender.stride)
  }

  /// Gives back to the lender what a reader at `offset` has behind it, when it has given back what comes before `start`; returns
  /// up to where.
  func giveBack(_ start: Int, _ offset: Int) -> Int {
    guard let lender = owner else { return offset }
    let end = offset - lender.margin
    if end > start { lender.take(max(0, start - lender.lookback)..<end) }
    return end
  }

  /// Gives a long part back to the lender that was read again, here and there, after a reader had passed it. Nothing where there is
  /// no lender, or the part is shorter than what a reader passes anyway.
  package func giveBack(_ range: Range<Int>) {
    guard let lender = owner, range.count > lender.stride else { return }
    lender.take(range.clamped(to: 0..<count))
  }

  /// A copy of the bytes in `range`, cut to what there is.
  public func copy(_ range: Range<Int>) -> [UInt8] {
    let range = range.clamped(to: 0..<count)
    return unsafe Array(UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count))
  }

  /// The text in `range`, with replacement characters where it is no UTF-8.
  public func text(_ range: Range<Int>) -> String {
    let range = range.clamped(to: 0..<count)
    return unsafe String(
      decoding: UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count), as: UTF8.self)
  }

  /// Whether the bytes in `range` are those of `other`.
  @inlinable public func equals(_ range: Range<Int>, _ other: StaticString) -> Bool {
    guard range.count == other.utf8CodeUnitCount, range.lowerBound >= 0, range.upperBound <= count else { return false }
    for i in 0..<range.count where unsafe self[range.lowerBound &+ i] != other.utf8Start[i] { return false }
    return true
  }

  /// Whether the bytes in `range` are those in `otherRange` of `other`. O(length), up to 64 bytes a step.
  @inlinable public func equals(_ range: Range<Int>, _ otherRange: Range<Int>, of other: InputBytes) -> Bool {
    guard range.count == otherRange.count else { return false }
    var i = range.lowerBound
    var k = otherRange.lowerBound
    while range.upperBound &- i >= 64, let quad = quad(at: i), let otherQuad = other.quad(at: k) {
      guard quad.isEqual(to: otherQuad) else { return false }
      i &+= 64
      k &+= 64
    }
    while range.upperBound &- i >= 8, let word = word(at: i), let otherWord = other.word(at: k) {
      guard word == otherWord else { return false }
      i &+= 8
      k &+= 8
    }
    let left = range.upperBound &- i
    guard left > 0 else { return true }
    if left < 8, let word = word(at: i), let otherWord = other.word(at: k) {
      return (word ^ otherWord) &<< UInt64(truncatingIfNeeded: 64 &- 8 &* left) == 0
    }
    while i < range.upperBound {
      guard self[i] == other[k] else { return false }
      i &+= 1
      k &+= 1
    }
    return true
  }

  /// Appends the bytes in `range`, cut to what there is, to `array`.
  public func append(_ range: Range<Int>, to array: inout [UInt8]) {
    let range = range.clamped(to: 0..<count)
    unsafe array.append(contentsOf: UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count))
  }
}

extension [UInt8] {
  /// Lends the array's bytes to `body`.
  @inlinable public func withInputBytes<R, E: Error>(_ body: (InputBytes) throws(E) -> R) throws(E) -> R {
    try span.withInputBytes(body)
  }
}

extension Span<UInt8> {
  /// Lends the span's bytes to `body`.
  @inlinable public func withInputBytes<R, E: Error>(_ body: (InputBytes) throws(E) -> R) throws(E) -> R {
    try unsafe withUnsafeBytes { buffer throws(E) -> R in try unsafe body(InputBytes(buffer)) }
  }

  /// Lends the span's bytes to `body`.
  ///
  /// - Parameter lender: who wants back what `body` has read, if anybody does.
  public func withInputBytes<R, E: Error>(
    from lender: InputLender?, _ body: (InputBytes) throws(E) -> R
  ) throws(E) -> R {
    try withExtendedLifetime(lender) { () throws(E) -> R in
      try unsafe withUnsafeBytes { buffer throws(E) -> R in try unsafe body(InputBytes(buffer, lender: lender)) }
    }
  }
}
