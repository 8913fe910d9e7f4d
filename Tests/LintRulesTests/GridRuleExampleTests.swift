import Diagnostics
import FigureValidator
import JSONCore
import Testing

@testable import LintRules

/// The examples of the rules for grids and metadata: the wrong one has the flaw, the right one has none.
@Suite struct GridRuleExampleTests {
  /// Those that need nothing but the text.
  private static var ids: [RuleID] {
    RuleRegistry.metadata.map(\.id).filter { ["G", "M"].contains("\($0)".prefix(1)) && !besideFigures.contains($0) }
  }

  /// Those that compare a grid with a figure.
  private static let besideFigures: [RuleID] = [.orphanColumnName, .tooManyCells]

  @Test(arguments: ids) func theWrongExampleHasTheFlawAndNoOther(id: RuleID) throws {
    let rule = try #require(RuleRegistry.rule(id)).metadata
    #expect(problems(rule.wrong, id).map(\.rule) == [id])
    #expect(problems(rule.right, id) == [])
  }

  private func problems(_ json: String, _ id: RuleID) -> [Problem] {
    var limits = GridLimits()
    var shape: MetadataShape?
    if id == .gridTooLarge { limits.bytes = 25 }
    if id == .metadataShape {
      shape = MetadataShape()
      shape?.required = ["operator", "instrument"]
    }
    return Array(json.utf8).withInputBytes { bytes in
      // Constant columns and empty grids are right in most examples.
      var rules = RuleSet(RuleRegistry.metadata.map(\.id))
      if id != .repeatedContent { rules.remove(.repeatedContent) }
      if id != .emptyGrid { rules.remove(.emptyGrid) }
      var walker = GridWalker(bytes, range: 0..<bytes.count, rules: rules, limits: limits, shape: shape)
      walker.walk()
      return walker.problems
    }
  }
}
