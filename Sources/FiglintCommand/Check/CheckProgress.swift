import JSONCore
import SystemIO

/// Tells whoever waits at a terminal how far a long run is.
struct CheckProgress: Sendable {
  /// A run that is over before that says nothing.
  private static let delay: UInt64 = 1_000_000_000
  private static let interval: UInt64 = 100_000_000

  private let stopwatch = Stopwatch()
  /// When the line is written next, in nanoseconds of the stopwatch; nil for never.
  private var due: UInt64?

  /// - Parameter isShown: Whether it is wanted, if there is a terminal.
  init(isShown: Bool) {
    due = isShown && StatusLine.isPossible ? Self.delay : nil
  }

  mutating func update(files: Int) {
    guard let due, files > 0 else { return }
    let now = stopwatch.nanoseconds
    guard now >= due else { return }
    self.due = now + Self.interval
    StatusLine.show("checked \(files.grouped) \(files == 1 ? "file" : "files")…")
  }
}
