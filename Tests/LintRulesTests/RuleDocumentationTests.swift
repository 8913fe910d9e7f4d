import Diagnostics
import Foundation
import Testing

@testable import LintRules

@Suite struct RuleDocumentationTests {
  @Test func tableAndPagesFitTheTerminal() {
    let pages = RuleRegistry.metadata.map(RuleDocumentation.page)
    for line in ([RuleDocumentation.table()] + pages).flatMap({ $0.split(separator: "\n") }) {
      #expect(line.count <= RuleDocumentation.width || line.hasPrefix("  {\""), "\(line)")
    }
  }

  @Test func theTableNamesEveryRuleOnce() {
    let lines = RuleDocumentation.table().split(separator: "\n")
    for rule in RuleRegistry.metadata {
      let found = lines.filter { $0.hasPrefix("  \(rule.id)  \(rule.name) ") }
      #expect(found.count == 1)
      #expect(found.first?.contains(rule.isOnByDefault ? "  on   " : "  off  ") == true)
    }
  }

  @Test func theJSONHoldsEveryRule() throws {
    let rules = try JSONSerialization.jsonObject(with: Data(RuleDocumentation.json().utf8)) as? [[String: Any]]
    #expect(rules?.compactMap { $0["id"] as? String } == RuleRegistry.metadata.map(\.id.description))
    #expect(rules?.compactMap { $0["wrong"] as? String } == RuleRegistry.metadata.map(\.wrong))
  }

  @Test func aPageTellsWhatWhyAndWhatToDo() throws {
    let page = RuleDocumentation.page(InvalidJSON.metadata)
    #expect(page.hasPrefix("J001 invalid-json\nJSON text, error, on by default, since 0.1.0\n\nThe text is not JSON"))
    #expect(page.contains("\nWrong:\n  {\"data\""))
    #expect(page.contains("\nRight:\n  {\"data\""))
    #expect(page.hasSuffix("\nInstead: write the file with a JSON library, or correct the place that is named.\n"))
  }

  @Test func theMarkdownLinksEachRuleToItsSection() {
    let text = RuleDocumentation.markdown()
    for rule in RuleRegistry.metadata {
      #expect(text.contains("(#\(rule.id.description.lowercased())-\(rule.name))"))
      #expect(text.contains("\n### \(rule.id) \(rule.name)\n"))
    }
  }
}
