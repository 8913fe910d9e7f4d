package import Diagnostics
package import FigureValidator

/// A rule: what it is about, and how it words what was found.
///
/// The check itself is part of the walk of the figure, which notes ``Problem``s; a rule turns one of its problems into
/// words. One file a rule; ``RuleRegistry`` lists them all.
package protocol Rule: SendableMetatype {
  static var metadata: RuleMetadata { get }
  /// The words for a problem of this rule.
  static func words(for problem: Problem, _ context: WordingContext) -> Words

  /// Whether the words depend on the problem and the text in its range alone, and not on the figure around it. They are then
  /// made once for all such problems with the same text.
  static func isToldByTheText(_ problem: Problem, _ context: WordingContext) -> Bool
  /// Adds what depends on the place to such words.
  static func placed(_ words: Words, _ context: WordingContext) -> Words
}

extension Rule {
  package static func isToldByTheText(_ problem: Problem, _ context: WordingContext) -> Bool { false }
  package static func placed(_ words: Words, _ context: WordingContext) -> Words { words }
}

/// What a finding says.
package struct Words: Sendable, Equatable {
  /// What was received and what is accepted: lower case, no full stop, at most about 200 characters of its own.
  package var message: String
  /// What to do, where that is known.
  package var help: String?
  package var fix: Fix?

  package init(_ message: String, help: String? = nil, fix: Fix? = nil) {
    self.message = message
    self.help = help
    self.fix = fix
  }
}
