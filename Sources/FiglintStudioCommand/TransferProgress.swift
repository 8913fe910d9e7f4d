import JSONCore
import Synchronization
import SystemIO

/// Tells whoever waits at a terminal how far a transfer is.
final class TransferProgress: Sendable {
  /// A transfer that is over before that says nothing.
  private static let delay: UInt64 = 1_000_000_000
  private static let interval: UInt64 = 100_000_000

  private let stopwatch = Stopwatch()
  /// When the line is written next, in nanoseconds of the stopwatch; nil for never.
  private let due: Mutex<UInt64?>

  /// - Parameter isShown: Whether it is wanted, if there is a terminal.
  init(isShown: Bool) { due = Mutex(isShown && StatusLine.isPossible ? Self.delay : nil) }

  /// - Parameter expected: All bytes that will come; nil where that is not known.
  func update(received: Int, of expected: Int?) {
    let now = stopwatch.nanoseconds
    let isDue = due.withLock { due in
      guard let time = due, now >= time else { return false }
      due = now + Self.interval
      return true
    }
    guard isDue else { return }
    StatusLine.show("received \(received.grouped)" + (expected.map { " of \($0.grouped)" } ?? "") + " bytes…")
  }
}
