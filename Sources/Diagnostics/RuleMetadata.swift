/// What is known of a rule apart from its check: the source of `figlint rules` and `figlint explain`.
package struct RuleMetadata: Sendable {
  package let id: RuleID
  /// The flaw, in words joined with hyphens; reads well after "allow".
  package let name: String
  /// The severity when the user says nothing.
  package let severity: Severity
  /// The release of figlint that brought the rule.
  package let since: String
  /// One sentence, without full stop: what is wrong.
  package let summary: String
  /// Why it matters and how figlint decides.
  package let rationale: String
  /// A figure that has the flaw, as JSON text. Made when it is asked for: that of a rule about large files is large.
  package var wrong: String { makeWrong() }
  /// A figure that is right.
  package let right: String
  /// What to do.
  package let remedy: String

  private let makeWrong: @Sendable () -> String

  package init(
    id: RuleID, name: String, severity: Severity, since: String, summary: String,
    rationale: String, wrong: @autoclosure @escaping @Sendable () -> String, right: String, remedy: String
  ) {
    self.id = id
    self.name = name
    self.severity = severity
    self.since = since
    self.summary = summary
    self.rationale = rationale
    makeWrong = wrong
    self.right = right
    self.remedy = remedy
  }
}
