/// How far a reader of an input is, and what of it it has not given back to the ``InputLender``.
///
/// It costs readers one comparison where they pass much text, and nothing where they stop anyway: those that read until their
/// bytes end read ``ahead`` instead of the whole input, and at its end ask for more with ``reach(_:of:)``.
@frozen
public struct ReadingProgress: Sendable {
  /// The input up to where the reader is to give back what is behind it; all of it if nobody wants it back.
  public private(set) var ahead: InputBytes
  /// What comes before was given back.
  private var start: Int

  /// Begins to read at `offset`.
  public init(_ bytes: InputBytes, from offset: Int) {
    ahead = bytes.window(from: offset)
    start = offset
  }

  /// Notes that the reader of `bytes` is at `offset`, and gives back what is behind it if that is due. The input ``ahead`` then
  /// goes beyond `offset`, unless it has ended.
  @inlinable @inline(__always) public mutating func reach(_ offset: Int, of bytes: InputBytes) {
    if offset >= ahead.count { giveBack(upTo: offset, of: bytes) }
  }

  /// Notes that the reader of `bytes` goes from `offset` back to `target`, where it was before.
  mutating func goBack(from offset: Int, to target: Int, of bytes: InputBytes) {
    guard target < start else { return }
    _ = bytes.giveBack(start, offset)
    start = target
    ahead = bytes.window(from: target)
  }

  @usableFromInline @inline(never) mutating func giveBack(upTo offset: Int, of bytes: InputBytes) {
    guard ahead.count < bytes.count else { return }
    ahead = bytes.window(from: offset)
    start = max(start, bytes.giveBack(start, offset))
  }
}
