import Diagnostics
import EmbeddedFigures
import FigureValidator
import JSONCore
import ValidationTree

/// Notebooks: the figures in the outputs of their cells.
extension FigureChecker {
  /// Checks the figures of a notebook, in one pass over its text.
  func checkNotebook(_ bytes: InputBytes, name: String, _ memory: CheckMemory, wording limit: Int) -> CheckOutcome {
    var findings: [Finding] = []
    var counts = FindingCounts()
    var figures = 0
    var lines = LineIndex(bytes)
    func add(_ resolver: FindingResolver, at place: EmbeddedPlace) {
      var resolver = resolver
      let report = resolver.report(at: place, wording: limit - findings.count, memory, &lines)
      findings += report.findings
      counts.add(report.counts)
    }
    let ending = NotebookReader.read(bytes, maximumDepth: settings.maximumDepth) { place, start in
      figures += 1
      var end: Int?
      var resolver: FindingResolver?
      for checked in trees {
        var walker = walker(bytes, in: start..<bytes.count, checked, memory.walk)
        walker.walkEmbedded()
        end = walker.root.isComplete ? walker.position : nil
        let text = FigureText.whole(start..<(end ?? bytes.count))
        var known = resolver ?? FindingResolver(bytes: bytes, text: text, name: name, settings: settings)
        var problems = walker.problems
        addProblemsOfFacts(walker, bytes, text, checked, to: &problems)
        known.add(problems, notes: walker.notes, of: checked)
        resolver = known
      }
      if let resolver { add(resolver, at: EmbeddedPlace(cell: place.cell, output: place.output)) }
      return end
    }
    var content = InputContent.notebook
    if let problem = problem(of: ending, bytes) {
      if case .notNotebook = ending { content = .otherJSON }
      var resolver = FindingResolver(bytes: bytes, text: .whole(0..<bytes.count), name: name, settings: settings)
      for checked in trees.prefix(1) { resolver.add([problem], notes: [], of: checked) }
      add(resolver, at: EmbeddedPlace())
    }
    return CheckOutcome(
      content: content, report: Report(findings: findings, counts: counts), figures: figures)
  }

  /// What is wrong with a notebook apart from its figures.
  private func problem(of ending: NotebookReader.Ending, _ bytes: InputBytes) -> Problem? {
    let problem: Problem
    switch ending {
    case .whole, .brokenInFigure: return nil
    case .notNotebook(let kind):
      problem = Problem(.wrongContainer, .notNotebook(kind), at: 0..<bytes.count, in: .none)
    case .broken(let error):
      var rule = RuleID.invalidJSON
      if case .tooDeep = error.kind { rule = .tooDeep }
      problem = Problem(rule, .brokenText(error.kind), at: error.range, in: .none)
    }
    return settings.rules.contains(problem.rule) ? problem : nil
  }
}
