import Diagnostics
import JSONCore
package import ValidationTree

/// Asks whether attributes take values that stand elsewhere in the text than at the attribute: in the arguments of a button.
package struct ValueTrial {
  private let view: FigureView
  private let schema: SchemaFacts
  private let memory = WalkMemory()

  /// - Complexity: O(1) where the view has its ``FigureView/schema``, else O(names that trace types contribute + versions).
  package init(_ view: FigureView) {
    self.view = view
    schema = view.schema ?? SchemaFacts(view.tree)
  }

  /// Whether plotly.js refuses the value in `range` (0-based bytes) for an attribute, in all targets.
  ///
  /// - Complexity: O(length of the value).
  package func isRefused(_ range: Range<Int>, by attribute: AttributeID) -> Bool {
    var walker = FigureWalker(
      view.bytes, range: range, tree: view.tree, facts: schema, targets: view.targets,
      rules: [.invalidValue, .colorscale, .arrayNotAllowed], memory: memory)
    guard (try? walker.walkAttribute(attribute, nil, in: view.targets)) != nil else { return false }
    return walker.problems.contains { $0.versions == view.targets }
  }
}
