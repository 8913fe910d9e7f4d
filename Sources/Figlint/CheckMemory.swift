import FigureValidator
import LintRules

/// What a checker learns from inputs, so that it need not be worked out for each of them. It changes how long a check takes and
/// never what it finds.
///
/// It serves one checker, and one check at a time.
package final class CheckMemory {
  let walk = WalkMemory()
  /// What was worded with each tree; for those that were needed.
  private var wordings: [WordingMemory] = []

  package init() {}

  /// The memory of words for the tree at `index` of the checker's `trees`.
  func wording(_ index: Int, of trees: [CheckedTree]) -> WordingMemory {
    while wordings.count <= index { wordings.append(WordingMemory(trees[wordings.count].tree)) }
    return wordings[index]
  }
}
