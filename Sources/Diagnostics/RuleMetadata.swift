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
  /// A figure that has the flaw and one that is right, as JSON text.
  package let wrong: String
  package let right: String
  /// What to do.
  package let remedy: String

  package init(
    id: RuleID, name: String, severity: Severity, since: String, summary: String,
    rationale: String, wrong: String, right: String, remedy: String
  ) {
    self.id = id
    self.name = name
    self.severity = severity
    self.since = since
    self.summary = summary
    self.rationale = rationale
    self.wrong = wrong
    self.right = right
    self.remedy = remedy
  }
}
