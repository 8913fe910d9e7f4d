import Diagnostics
import FigureValidator
import LintRules

/// What a checker learns from inputs, so that it need not be worked out for each of them. It changes how long a check takes and
/// never what it finds.
///
/// It serves one checker, and one check at a time.
package final class CheckMemory {
  let walk = WalkMemory()
  /// The rules that had something to say.
  var rules = KnownRules()
  /// What was worded with each tree; for those that were needed.
  private var wordings: [WordingMemory] = []

  package init() {}

  /// The memory of words for the tree at `index` of the checker's `trees`.
  func wording(_ index: Int, of trees: [CheckedTree]) -> WordingMemory {
    while wordings.count <= index { wordings.append(WordingMemory(trees[wordings.count].tree)) }
    return wordings[index]
  }
}

/// What findings say of their rules. To find a rule takes longer than to word what it found, if that is no first.
struct KnownRules {
  final class Entry {
    let id: RuleID
    let type: any Rule.Type
    let name: String
    private let severity: Severity

    fileprivate init(_ id: RuleID, _ type: any Rule.Type) {
      self.id = id
      self.type = type
      let metadata = type.metadata
      name = metadata.name
      severity = metadata.severity
    }

    /// The severity that the user gave the rule, that of the problem, or the rule's own.
    func severity(of problem: Problem, _ changes: SeverityChanges) -> Severity {
      changes[id] ?? problem.ownSeverity ?? severity
    }
  }

  /// Those that were asked for: few, so that they are searched one by one.
  private var known: [Entry] = []

  /// Nil for a rule that there is not.
  subscript(id: RuleID) -> Entry? {
    mutating get {
      if let found = known.firstIndex(where: { $0.id == id }) { return known[found] }
      guard let type = RuleRegistry.rule(id) else { return nil }
      let entry = Entry(id, type)
      known.append(entry)
      return entry
    }
  }
}
