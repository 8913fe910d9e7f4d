import Diagnostics
import FigureValidator
import Testing

@testable import LintRules

/// The examples of the documentation are tests: the wrong one has the flaw, the right one has none.
@Suite struct RuleExampleTests {
  // Grids and what belongs to them have tests of their own.
  @Test(arguments: RuleRegistry.metadata.map(\.id).filter { !["G", "M", "U"].contains("\($0)".prefix(1)) })
  func theWrongExampleHasTheFlawAndNoOther(id: RuleID) throws {
    let rule = try #require(RuleRegistry.rule(id)).metadata
    let target =
      switch id {
      case .newerThanTarget: "2.35.2"
      case .bdataTooNew: "2.27.0"
      default: "4.1.1"
      }
    let found = Checked.problems(rule.wrong, targets: [target], also: [id])
    #expect(found.map(\.rule) == [id])
    let right = Checked.problems(rule.right, targets: [target], also: [id])
    #expect(right.isEmpty, "\(right.map(\.message))")
  }
}
