import Synchronization

/// The line at the bottom of a terminal that says how far a run is: written over and over, and erased at the end or when a
/// signal ends the process. It goes to standard error.
package enum StatusLine {
  private static let isShown = Atomic<Bool>(false)

  /// Whether standard error is a terminal that can take a line back.
  package static var isPossible: Bool { Terminal.isTerminal(.error) && Environment["TERM"] != "dumb" }

  /// Shows `text`, which fits into a line, in place of what was shown before.
  package static func show(_ text: String) {
    Termination.isHandled
    isShown.store(true, ordering: .releasing)
    Platform.eraseLine(Terminal.Stream.error.rawValue)
    var output = BufferedOutput.standardError
    // A status that cannot be shown is no loss.
    try? output.write(text)
    try? output.flush()
  }

  /// Erases the line if there is one. To be called before anything else is written to the terminal. Safe in a signal handler
  /// after ``prepare()``.
  package static func erase() {
    guard isShown.exchange(false, ordering: .acquiringAndReleasing) else { return }
    Platform.eraseLine(Terminal.Stream.error.rawValue)
  }

  static func prepare() { _ = isShown.load(ordering: .relaxed) }
}
