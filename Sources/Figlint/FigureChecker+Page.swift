import Diagnostics
import EmbeddedFigures
import FigureValidator
import JSONCore
import SchemaCompiler
import ValidationTree

/// Pages: the figures in the calls of their scripts.
extension FigureChecker {
  /// Checks the figures of an HTML page.
  func checkPage(_ bytes: InputBytes, name: String, _ memory: CheckMemory, wording limit: Int) -> CheckOutcome {
    let page = PageReader.read(bytes, maximumDepth: settings.maximumDepth)
    var findings: [Finding] = []
    var counts = FindingCounts()
    var lines = LineIndex(bytes)
    for (number, figure) in page.figures.enumerated() {
      let text = FigureText.parts(figure.parts)
      var resolver = FindingResolver(bytes: bytes, text: text, name: name, settings: settings)
      for checked in trees(for: figure) {
        var walker = walker(bytes, notingFacts: !figure.isPartial, checked, memory.walk)
        walker.walk(figure.parts, of: bytes)
        var problems = walker.problems
        if !figure.isPartial { addProblemsOfFacts(walker, bytes, text, checked, to: &problems) }
        resolver.add(problems.filter { holds($0, in: figure, of: page) }, notes: walker.notes, of: checked)
      }
      // The frames of a figure may stand behind the next one.
      let report = resolver.report(at: EmbeddedPlace(figure: number), wording: limit, memory, &lines)
      findings += report.findings.map { finding in figure.adapted(finding, bytes) }
      counts.add(report.counts)
    }
    if !zip(findings, findings.dropFirst()).allSatisfy({ $0.range.lowerBound <= $1.range.lowerBound }) {
      findings.sort { $0.range.lowerBound < $1.range.lowerBound }
    }
    if findings.count > limit { findings.removeLast(findings.count - limit) }
    return CheckOutcome(
      content: page.usesPlotly ? .page : .otherPage, report: Report(findings: findings, counts: counts),
      figures: page.figures.count, notes: notes(on: page, &lines))
  }

  /// What a figure is checked against: the plotly.js that its page loads, or the nearest one that is bundled, if that is wanted.
  private func trees(for figure: Page.Figure) -> [CheckedTree] {
    guard settings.followsPages, let version = figure.version else { return trees }
    let bundled = ValidationTree.bundled
    guard let index = TargetResolver(bundled).indexNearest(to: version) else { return trees }
    return [CheckedTree(bundled, VersionSet(version: index))]
  }

  /// Whether a problem is one in a script, too, and whatever the members are that only the running page knows.
  private func holds(_ problem: Problem, in figure: Page.Figure, of page: Page) -> Bool {
    switch problem.detail {
    case .textIssue(.nonFiniteToken): false
    case .textIssue(.invalidUTF8): !page.hasOtherEncoding
    default: !figure.isPartial || ["J", "S", "V", "X"].contains { problem.rule.group == UInt8(ascii: $0) }
    }
  }

  private func notes(on page: Page, _ lines: inout LineIndex) -> [InputNote] {
    var notes: [(offset: Int, message: String)] = page.unreadCalls.map { call in
      (call.call.lowerBound, "not checked: the data of this figure are known to the running page only")
    }
    for figure in page.figures where !figure.unread.isEmpty {
      let members = Set(figure.unread.map(\.rawValue)).sorted().joined(separator: " and ")
      notes.append((figure.call.lowerBound, "checked without its \(members), known to the running page only"))
    }
    notes.sort { $0.offset < $1.offset }
    return notes.map { InputNote(position: SourcePosition(lines.position(of: $0.offset)), message: $0.message) }
  }
}

extension Page.Figure {
  /// A finding as it is right for text in a script.
  fileprivate func adapted(_ finding: Finding, _ bytes: InputBytes) -> Finding {
    var finding = finding
    if let edits = finding.fix?.edits, edits.contains(where: { $0.text.utf8.contains(UInt8(ascii: "<")) }) {
      // It could end the script.
      finding.fix = nil
    }
    let end = finding.range.upperBound
    if finding.rule == .invalidJSON, parts.contains(where: { $0.range.upperBound == end }),
      bytes.equalsAnyCase(end..<end + 8, "</script")
    {
      finding.help = "'</script>' ends the script, wherever it stands: write '<\\/script>' in a text"
    }
    return finding
  }
}
