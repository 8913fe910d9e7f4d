/// Waits until something may have changed in directories.
///
/// It tells when to look, and never what has changed: notices can get lost (too many of them, file systems of other computers), so
/// whoever waits compares what is there with what was, and looks from time to time without a notice, too.
package struct ChangeWatch: ~Copyable {
  /// Why a wait ended.
  package enum Wake: Sendable {
    case change
    case timeout
    /// Nobody reads standard output any more.
    case readerWentAway
  }

  /// Programs write several files, or one in several steps: they are given so many milliseconds without a notice to be done, but
  /// not longer than ``longestRest`` in all.
  private static let rest = 40
  private static let longestRest = 400

  private let notices: Descriptor?
  private var watched: Set<Int32> = []
  /// Whether there are notices for all directories that were asked for. If not, it is time alone that tells when to look.
  package private(set) var tellsAll = false

  /// Whoever waits without end must be able to be ended: signals that do are let through.
  package init() {
    Platform.allowTermination()
    notices = Platform.openChangeNotices().map { Descriptor(owning: $0) }
  }

  /// Watches directories, besides those that are watched already.
  ///
  /// - Returns: Whether one of them is new: what changed in it before, nobody told.
  package mutating func watch(_ directories: some Sequence<String>) -> Bool {
    guard notices != nil else { return false }
    var isNew = false
    tellsAll = true
    for directory in directories {
      do throws(Platform.Failure) {
        if watched.insert(try Platform.watch(directory, number)).inserted { isNew = true }
      } catch {
        // One that is gone is told of by the directory that it was in.
        if !error.isMissing { tellsAll = false }
      }
    }
    return isNew
  }

  /// Waits for a change, but no longer than so many milliseconds.
  package func wait(atMost milliseconds: Int) -> Wake {
    let stopwatch = Stopwatch()
    while true {
      let left = milliseconds - Int(stopwatch.nanoseconds / 1_000_000)
      guard left > 0 else { return .timeout }
      switch Platform.wait(forInput: number, orNobodyReading: 1, atMost: left) {
      case .readerWentAway: return .readerWentAway
      case .timeout: return .timeout
      case .input:
        guard Platform.hasChange(number) else { continue }
        settle()
        return .change
      }
    }
  }

  /// Lets so many milliseconds pass.
  package func pause(_ milliseconds: Int) {
    _ = Platform.wait(forInput: -1, orNobodyReading: -1, atMost: milliseconds)
  }

  /// Waits until nothing has changed for a while.
  private func settle() {
    let stopwatch = Stopwatch()
    while Int(stopwatch.nanoseconds / 1_000_000) < Self.longestRest,
      Platform.wait(forInput: number, orNobodyReading: -1, atMost: Self.rest) == .input
    {
      _ = Platform.hasChange(number)
    }
  }

  private var number: Int32 {
    switch notices {
    case .some(let descriptor): descriptor.number
    case .none: -1
    }
  }
}
