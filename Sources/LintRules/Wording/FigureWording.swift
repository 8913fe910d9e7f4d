package import Diagnostics
package import FigureValidator
package import JSONCore
package import ValidationTree

/// Words the problems of one figure. What is worked out for one of them serves the others, too.
///
/// For one task at a time. Problems are best asked for in the order of their offsets.
package struct FigureWording {
  private let bytes: InputBytes
  private let targets: VersionSet
  private let outline: FigureOutline
  private let suggester: Suggester

  /// Prepares to word the problems of the figure in `range` of `bytes`, which must stay valid as long as it is used.
  ///
  /// - Parameters:
  ///   - targets: the versions that were asked for.
  ///   - suggester: of the tree that the figure was checked with; it may be kept for many figures.
  package init(_ bytes: InputBytes, range: Range<Int>, targets: VersionSet, _ suggester: Suggester) {
    self.bytes = bytes
    self.targets = targets
    outline = FigureOutline(bytes, range: range)
    self.suggester = suggester
  }

  /// The words for a problem.
  ///
  /// - Parameter path: where it is, from the root of a figure, also if the input is a template; see ``PathFinder``.
  package func words(for problem: Problem, at path: [PathElement]) -> Words {
    RuleRegistry.words(
      for: problem,
      WordingContext(
        bytes: bytes, tree: suggester.tree, targets: targets, path: path, outline: outline, suggester: suggester))
  }
}
