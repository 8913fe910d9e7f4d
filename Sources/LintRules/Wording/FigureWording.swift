package import Diagnostics
package import FigureValidator
package import JSONCore

/// Words the problems of one figure. What is worked out for one of them serves the others, too.
///
/// For one task at a time. Problems are best asked for in the order of their offsets.
package struct FigureWording {
  private let bytes: InputBytes
  private let outline: FigureOutline
  private let memory: WordingMemory

  /// Prepares to word the problems of the figure at `text` in `bytes`, which must stay valid as long as it is used.
  ///
  /// - Parameters:
  ///   - values: what is known of the figure.
  ///   - memory: for the tree that the figure was checked with; it may be kept for many figures.
  package init(
    _ bytes: InputBytes, _ text: FigureText, knowing values: KnownValues? = nil, _ memory: WordingMemory
  ) {
    self.bytes = bytes
    outline = FigureOutline(bytes, text, knowing: values)
    self.memory = memory
  }

  /// The words for a problem.
  ///
  /// - Parameters:
  ///   - path: where it is, from the root of a figure, also if the input is a template; see ``PathFinder``.
  ///   - containers: where the containers around it open, outermost first; see ``FoundPlace``.
  package func words(for problem: Problem, at path: [PathElement], in containers: [Int]) -> Words {
    guard let rule = RuleRegistry.rule(problem.rule) else { return Words("problem of rule \(problem.rule)") }
    return words(for: problem, of: rule, at: path, in: containers)
  }

  /// The same for whoever has the problem's rule at hand.
  package func words(
    for problem: Problem, of rule: any Rule.Type, at path: [PathElement], in containers: [Int]
  ) -> Words {
    let context = WordingContext(bytes: bytes, path: path, containers: containers, outline: outline, memory: memory)
    guard rule.isToldByTheText(problem, context) else { return rule.words(for: problem, context) }
    if let known = memory.answer(to: problem, bytes) {
      return rule.placed(known.words(at: problem.range.lowerBound), context)
    }
    let words = rule.words(for: problem, context)
    memory.remember(words, for: problem, bytes)
    return rule.placed(words, context)
  }
}
