import Diagnostics
import FigureValidator
package import JSONCore
import LintRules
package import ValidationTree

/// Checks figures against plotly.js versions.
///
/// Make one and use it for many figures, from as many tasks as you like: it is a value and holds no state.
///
/// ```swift
/// let checker = try FigureChecker(targets: [.latest])
/// let report = checker.check(#"{"data": [{"type": "bar", "y": [1, 2], "colour": "red"}]}"#)
/// for finding in report.findings { print(finding.attribute, finding.message) }
/// ```
public struct FigureChecker: Sendable {
  let trees: [CheckedTree]
  package var settings: CheckSettings { didSet { factRules = RuleRegistry.factRules(among: settings.rules) } }
  /// The selected rules that look at facts of the figure.
  private var factRules: [any FactRule.Type]

  /// Prepares checks against `targets`: the figure must be right for each of them. O(1) for bundled versions; a schema
  /// is compiled first.
  ///
  /// - Throws: ``TargetError`` for a version that is not bundled, or bytes that are no plot-schema.
  public init(targets: [Target] = [.latest]) throws(TargetError) {
    try self.init(targets: targets, settings: CheckSettings())
  }

  /// - Parameter trees: Compiled schemas to check against besides `targets`: all of their versions.
  package init(targets: [Target], trees: [ValidationTree] = [], settings: CheckSettings) throws(TargetError) {
    self.trees = try CheckedTree.trees(of: targets, own: trees)
    self.settings = settings
    factRules = RuleRegistry.factRules(among: settings.rules)
  }

  /// The names of the versions that are checked against, oldest first within a schema.
  public var targets: [String] {
    trees.flatMap { checked in checked.tree.names(of: checked.versions) }
  }

  /// Checks the JSON text of a figure. O(length).
  public func check(_ json: [UInt8], name: String = "-") -> Report { check(json.span, name: name) }

  /// Checks the JSON text of a figure. O(length).
  public func check(_ json: String, name: String = "-") -> Report { check(Array(json.utf8), name: name) }

  /// Checks the JSON text of a figure, UTF-8 in borrowed memory. O(length).
  public func check(_ json: Span<UInt8>, name: String = "-") -> Report {
    json.withInputBytes { bytes in check(bytes, name: name, as: .figure).report }
  }

  /// Whether plotly.js will take a figure as it is meant: ``Report/isClean``, without the time to word what is wrong. O(length).
  public func accepts(_ json: [UInt8]) -> Bool { accepts(json.span) }

  /// Whether plotly.js will take a figure as it is meant: ``Report/isClean``, without the time to word what is wrong. O(length).
  public func accepts(_ json: String) -> Bool { accepts(Array(json.utf8)) }

  /// Whether plotly.js will take a figure, UTF-8 in borrowed memory, as it is meant. O(length).
  public func accepts(_ json: Span<UInt8>) -> Bool {
    json.withInputBytes { bytes in check(bytes, name: "-", as: .figure, wording: 0).report.isClean }
  }

  /// Checks text as what `kind` says, or as what it looks like.
  ///
  /// - Parameters:
  ///   - memory: what was learnt from other inputs, checked by this checker.
  ///   - limit: how many findings are worded and reported, the first ones; all are counted.
  package func check(
    _ bytes: InputBytes, name: String, as kind: InputKind, _ memory: CheckMemory = CheckMemory(),
    wording limit: Int = .max
  ) -> CheckOutcome {
    switch kind {
    case .notebook: return checkNotebook(bytes, name: name, memory, wording: limit)
    case .lines: return checkLines(bytes, name: name, memory, wording: limit)
    case .page: return checkPage(bytes, name: name, memory, wording: limit)
    case .auto where InputContent.looksLikePage(bytes, name: name):
      return checkPage(bytes, name: name, memory, wording: limit)
    case .auto, .figure, .template, .grid, .metadata: break
    }
    let look = kind == .auto ? GridLook(bytes) : .other
    if kind == .grid || kind == .metadata || look == .grid {
      return checkGrid(bytes, name: name, as: kind, memory, wording: limit)
    }
    let text = FigureText.whole(0..<bytes.count)
    var resolver = FindingResolver(bytes: bytes, text: text, name: name, settings: settings)
    var content = InputContent.figure
    for checked in trees {
      var walker = walker(bytes, checked, memory.walk)
      walker.walk(as: kind == .template ? .template : .figure)
      content = kind == .template ? .template : InputContent(walker.root)
      if kind == .auto, walker.root.hasCells, walker.root.hasNotebookFormat {
        return checkNotebook(bytes, name: name, memory, wording: limit)
      }
      if kind == .auto, content == .template {
        walker = self.walker(bytes, checked, memory.walk)
        walker.walk(as: .template)
      }
      var problems = walker.problems
      if content == .figure { addProblemsOfFacts(walker, bytes, text, checked, to: &problems) }
      resolver.add(
        problems, notes: walker.notes, knowing: KnownValues(walker.noted, template: walker.notedTemplate), of: checked)
    }
    if content == .otherJSON, look == .unclear,
      let grid = checkPossibleGrid(bytes, name: name, memory, wording: limit)
    {
      return grid
    }
    // Nobody is told what is wrong with a file that is none of ours.
    let limit = kind == .auto && content == .otherJSON ? 0 : limit
    let report = resolver.report(isTemplate: content == .template, wording: limit, memory)
    return CheckOutcome(content: content, report: report)
  }

  /// Asks the rules that look at facts, if the whole text could be read.
  func addProblemsOfFacts(
    _ walker: borrowing FigureWalker, _ bytes: InputBytes, _ text: FigureText, _ checked: CheckedTree,
    to problems: inout [Problem]
  ) {
    guard !factRules.isEmpty, walker.root.isComplete, !walker.noted.isTooLarge else { return }
    let view = FigureView(
      facts: walker.noted, template: walker.notedTemplate, bytes: bytes, length: text.length,
      tree: checked.tree, targets: checked.versions, rules: settings.rules, memory: walker.memory.facts)
    view.grids = settings.grids
    view.gridLimits = settings.gridLimits
    view.schema = checked.facts
    for rule in factRules {
      rule.check(view, into: &problems)
      view.bytes.giveBack(0..<view.bytes.count)
    }
  }

  /// - Parameters:
  ///   - range: of the text to walk; nil for all of it.
  ///   - notingFacts: whether rules that look at facts may ask for them.
  func walker(
    _ bytes: InputBytes, in range: Range<Int>? = nil, notingFacts: Bool = true, _ checked: CheckedTree,
    _ memory: WalkMemory
  ) -> FigureWalker {
    FigureWalker(
      bytes, range: range ?? 0..<bytes.count, tree: checked.tree, facts: checked.facts, targets: checked.versions,
      rules: settings.rules, notingFacts: notingFacts && !factRules.isEmpty, maximumDepth: settings.maximumDepth,
      memory: memory)
  }
}
