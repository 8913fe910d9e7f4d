import Synchronization

/// What a callback was told, in order.
final class Steps: Sendable {
  private let list = Mutex<[(Int, Int?)]>([])
  func add(_ received: Int, _ expected: Int?) { list.withLock { $0.append((received, expected)) } }
  var all: [(Int, Int?)] { list.withLock { $0 } }
}
