import Diagnostics
import FigureValidator
import JSONCore
import SchemaCompiler
import ValidationTree

@testable import LintRules

/// A problem of a figure with its words.
struct Checked {
  let rule: RuleID
  let path: [PathElement]
  let range: Range<Int>
  let words: Words

  var message: String { words.message }
  var help: String? { words.help }

  /// The first name in quotes of the help.
  var firstSuggestion: String? {
    guard let help = words.help, let open = help.firstIndex(of: "'") else { return nil }
    let rest = help[help.index(after: open)...]
    return rest.firstIndex(of: "'").map { String(rest[..<$0]) }
  }

  private static let tree = ValidationTree.bundled
  private static let facts = SchemaFacts(tree)

  /// The problems of a figure, in the order of the text.
  static func problems(
    _ json: String, targets: [String] = ["4.1.1"], template: Bool = false, also rules: [RuleID] = []
  ) -> [Checked] {
    problems(Array(json.utf8), targets: targets, template: template, also: rules)
  }

  /// - Parameter rules: those that look at facts, besides all that the walk itself checks.
  static func problems(
    _ json: [UInt8], targets: [String] = ["4.1.1"], template: Bool = false, also rules: [RuleID] = []
  ) -> [Checked] {
    let rules = RuleSet(RuleRegistry.walkRules + rules)
    return json.withInputBytes { bytes in
      var versions: VersionSet = []
      for target in targets {
        if let index = tree.versionNames.firstIndex(of: target) { versions.insert(VersionSet(version: index)) }
      }
      var walker = FigureWalker(
        bytes, range: 0..<bytes.count, tree: tree, facts: facts, targets: versions,
        rules: rules, notingFacts: true)
      walker.walk(as: template ? .template : .figure)
      var problems = walker.problems
      let view = FigureView(
        facts: walker.noted, template: walker.notedTemplate, bytes: bytes, tree: tree, targets: versions, rules: rules)
      for rule in RuleRegistry.factRules(among: rules) { rule.check(view, into: &problems) }
      var suppressions = Suppressions(
        walker.notes, in: bytes, .whole(0..<bytes.count), maximumDepth: JSONScanner.defaultMaximumDepth)
      problems = problems.filter { !suppressions.hides($0) } + suppressions.problems(checked: .all)
      problems.sort { $0.range.lowerBound < $1.range.lowerBound }
      let wording = FigureWording(bytes, .whole(0..<bytes.count), WordingMemory(tree))
      var found: [Checked] = []
      PathFinder.findPlaces(
        at: problems.map(\.range.lowerBound), in: bytes, range: 0..<bytes.count,
        maximumDepth: JSONScanner.defaultMaximumDepth
      ) { index, place in
        let problem = problems[index]
        let path = template ? [.key("layout"), .key("template")] + place.path : place.path
        found.append(
          Checked(
            rule: problem.rule, path: path, range: problem.range,
            words: wording.words(for: problem, at: path, in: place.containers)))
      }
      return found
    }
  }
}
