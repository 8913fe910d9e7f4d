import Diagnostics
import FigureValidator
import Foundation
import Testing

@testable import LintRules

@Suite struct RuleRegistryTests {
  private static let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources/LintRules")

  @Test func listsEveryRuleThatHasAFile() throws {
    var declared: Set<String> = []
    for name in try FileManager.default.subpathsOfDirectory(atPath: Self.sources.path) where name.hasSuffix(".swift") {
      let source = try String(contentsOf: Self.sources.appending(path: name), encoding: .utf8)
      let type = String(name.split(separator: "/").last?.dropLast(".swift".count) ?? "")
      let isRule = source.contains(/package enum \w+: (Rule|Rule, FactRule|Rule, TracesRule|TraceRule|MenuRule) \{/)
      if source.contains("package enum \(type): Rule {") || source.contains("package enum \(type): Rule, FactRule {")
        || source.contains("package enum \(type): Rule, TracesRule {")
        || source.contains("package enum \(type): TraceRule {")
        || source.contains("package enum \(type): MenuRule {")
      {
        declared.insert(type)
      }
      #expect(!isRule || declared.contains(type), "\(name) holds a rule of another name")
    }
    #expect(Set(RuleRegistry.all.map { "\($0)" }) == declared)
  }

  @Test func namesAndIDsAreUniqueAndInOrder() {
    let ids = RuleRegistry.metadata.map(\.id)
    #expect(ids == ids.sorted())
    #expect(Set(ids).count == ids.count)
    #expect(Set(RuleRegistry.metadata.map(\.name)).count == ids.count)
    for rule in RuleRegistry.metadata {
      #expect(rule.name.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil)
      #expect(RuleGroup(of: rule.id) != nil)
      #expect(rule.summary.last != "." && rule.remedy.last != ".")
    }
  }

  @Test func aTypeIsCalledLikeItsRule() {
    for rule in RuleRegistry.all {
      // `Colorscale` itself is what the validator calls a right one.
      #expect("\(rule)".lowercased().hasSuffix(rule.metadata.name.filter { $0 != "-" }))
    }
  }

  @Test(arguments: [
    ("S001", ["S001"]), ("s001", ["S001"]), ("unknown-attribute", ["S001"]), ("Unknown-Attribute", ["S001"]),
    ("J", ["J001", "J002", "J003", "J004", "J005"]),
    ("S01", ["S010", "S011", "S012", "S013", "S014", "S015", "S016", "S017"]),
    ("V00", ["V001", "V002", "V003", "V004", "V005", "V006", "V007", "V008", "V009"]),
  ])
  func aSelectorMeansRules(selector: String, ids: [String]) throws {
    #expect(try RuleSelector(selector).rules.map(\.description) == ids)
  }

  @Test func allMeansAll() throws {
    #expect(try RuleSelector("ALL").rules == RuleRegistry.metadata.map(\.id))
  }

  @Test(arguments: [
    ("unknown-atribute", "unknown-attribute"), ("S099", "S"), ("Q", nil), ("", nil), ("nothing-like-it", nil),
    ("al", "ALL"),
  ])
  func aTextThatMeansNoRuleIsRefusedWithWhatIsNear(selector: String, nearest: String?) {
    let error = #expect(throws: UnknownRule.self) { try RuleSelector(selector) }
    #expect(error?.text == selector)
    #expect(error?.nearest == nearest)
  }

  @Test func aRuleIsFoundByIDAndName() {
    #expect(RuleRegistry.rule(named: "s010")?.metadata.id == .colorscale)
    #expect(RuleRegistry.rule(named: "Colorscale")?.metadata.id == .colorscale)
    #expect(RuleRegistry.rule(named: "S") == nil)
    #expect(RuleRegistry.rule(RuleID("Z", 1)) == nil)
  }

  @Test func nullValuesAreOffByDefault() {
    #expect(!RuleRegistry.onByDefault.contains(.nullValue))
    #expect(RuleRegistry.onByDefault.contains(.unknownAttribute))
  }
}
