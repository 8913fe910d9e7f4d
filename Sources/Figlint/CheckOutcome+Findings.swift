package import Diagnostics

extension CheckOutcome {
  /// The same with these findings in place of all that were found.
  package func reporting(_ findings: [Finding]) -> CheckOutcome {
    CheckOutcome(
      content: content, report: Report(findings: findings, counts: FindingCounts(findings)), figures: figures,
      notes: notes)
  }
}
