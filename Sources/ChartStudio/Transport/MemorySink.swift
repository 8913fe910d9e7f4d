import Synchronization

/// Collects a body in memory and tells how far it is.
public final class MemorySink: BodySink {
  private let content = Mutex<(bytes: [UInt8], expected: Int?)>(([], nil))
  private let progress: @Sendable (_ received: Int, _ expected: Int?) -> Void

  /// - Parameter progress: Called for each piece, with the bytes so far and all that will come, where that is known.
  public init(progress: @escaping @Sendable (_ received: Int, _ expected: Int?) -> Void = { _, _ in }) {
    self.progress = progress
  }

  /// What has arrived.
  public var bytes: [UInt8] { content.withLock { $0.bytes } }

  public func begin(byteCount: Int?) {
    content.withLock { $0 = ([], byteCount) }
    progress(0, byteCount)
  }

  public func receive(_ piece: [UInt8]) {
    let (received, expected) = content.withLock { content in
      content.bytes += piece
      return (content.bytes.count, content.expected)
    }
    progress(received, expected)
  }
}
