import Diagnostics
import Reporters

/// What is known of all inputs that are watched, each as it was when it was checked last.
struct WatchTally: Sendable {
  private var checked: [String: (counts: FindingCounts, figures: Int)] = [:]
  private var failed: Set<String> = []

  mutating func record(_ counts: FindingCounts, figures: Int, of name: String) { checked[name] = (counts, figures) }

  /// Notes that an input could not be read.
  mutating func fail(_ name: String) {
    forget(name)
    failed.insert(name)
  }

  mutating func forget(_ name: String) {
    checked[name] = nil
    failed.remove(name)
  }

  /// What all of them come to: `12 figures: 3 errors in 2 files`.
  var sentence: String {
    var summary = RunSummary()
    for (counts, figures) in checked.values { summary.record(counts, figures: figures) }
    summary.unreadable = failed.count
    return summary.state
  }
}
