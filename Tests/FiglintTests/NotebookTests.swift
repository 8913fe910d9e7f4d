import Diagnostics
import FigureValidator
import JSONCore
import Testing

@testable import Figlint

/// Notebooks: figures in the outputs of cells.
@Suite struct NotebookTests {
  /// A notebook whose cells have these outputs.
  private func notebook(_ cells: [[String]]) -> String {
    let cells = cells.map { #"{"cell_type": "code", "source": ["fig"], "outputs": [\#($0.joined(separator: ",\n"))]}"# }
    return
      "{\"cells\": [\n\(cells.joined(separator: ",\n"))],\n\"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 5}\n"
  }

  private func output(_ figure: String, _ type: String = "application/vnd.plotly.v1+json") -> String {
    #"{"output_type": "display_data", "metadata": {}, "data": {"text/plain": ["Figure"], "\#(type)": \#(figure)}}"#
  }

  @Test func saysInWhichCellAndOutputAFigureIs() throws {
    let text = notebook([
      [#"{"output_type": "stream", "text": ["data"]}"#],
      [
        output(#"{"data": [{"colour": 1}], "layout": {"titel": 1}, "config": {"respnsive": true}}"#),
        output(
          #"{"layout": {"barmode": "stacked"}, "data": [{"type": "bar"}], "frames": [{"data": [{"opacty": 1}]}]}"#),
      ],
      [output(#"{"data": {"y": [1]}}"#)],
    ])
    try expectEmbedded(
      text, as: .notebook,
      gives: [
        #"1/0 S001 data[0].colour: "colour""#, #"1/0 S001 layout.titel: "titel""#,
        #"1/0 S009 config.respnsive: "respnsive""#, #"1/1 S002 layout.barmode: "stacked""#,
        #"1/1 S001 frames[0].data[0].opacty: "opacty""#, #"2/0 S004 data: {"y": [1]}"#,
      ])
    let outcome = try checked(text, as: .notebook)
    #expect(outcome.content == .notebook && outcome.figures == 3)
    #expect(outcome.report.findings.map(\.start.line) == [3, 3, 3, 4, 4, 5])
    #expect(outcome.report.findings.last?.pointer == "/data")
  }

  @Test func passesWhatIsNoPlotlyOutput() throws {
    let bad = #"{"data": [{"colour": 1}]}"#
    let text = notebook([
      [output(bad, "application/json"), output(bad, "application/vnd.plotly.v2+json"), output(bad, "text/html")],
      [#"{"output_type": "execute_result", "data": [1], "metadata": {"application/vnd.plotly.v1+json": \#(bad)}}"#],
      [#"{"output_type": "error", "data": null}"#, "5", "[[{}]]"],
    ])
    let outcome = try checked(text, as: .notebook)
    #expect(outcome.figures == 0 && outcome.report.counts.total == 0 && outcome.content == .notebook)
  }

  @Test func isToldByItsContentToo() throws {
    let text = notebook([[output(#"{"data": [{"colour": 1}]}"#)]])
    let outcome = try checked(text, as: .auto)
    #expect(outcome.content == .notebook && outcome.report.findings.map(\.cell) == [0])
    #expect(try checked(#"{"cells": [], "data": [{"type": "bar"}]}"#, as: .auto).content == .figure)
    #expect(try checked(#"{"cells": 1, "nbformat": 4}"#, as: .auto).content == .otherJSON)
  }

  @Test func reportsATextThatBreaksOnce() throws {
    let figure = #"{"data": [{"type": "bar", "colour": 1}], "layout": {"titel": 1, "xaxis": {}}}"#
    let text = Array(notebook([[output(figure)], [output(figure)]]).utf8)
    // Wherever it is cut.
    for count in stride(from: 2, to: text.count - 2, by: 7) {
      let cut = String(decoding: text[..<count], as: UTF8.self)
      let findings = try checked(cut, as: .notebook).report.findings
      let broken = findings.filter { $0.rule == .invalidJSON }
      #expect(broken.count == 1, "\(cut.suffix(40))")
      #expect(broken.allSatisfy { $0.range.upperBound <= count && $0.range.lowerBound >= count - 60 })
      #expect(findings.filter { $0.rule != .invalidJSON }.allSatisfy { $0.cell != nil })
    }
  }

  @Test func refusesOtherJSONWhenToldThatItIsANotebook() throws {
    for text in ["[]", "1", "{}", #"{"cells": {}}"#, #"{"data": []}"#] {
      let outcome = try checked(text, as: .notebook)
      #expect(outcome.content == .otherJSON)
      let finding = try #require(outcome.report.findings.first)
      #expect(finding.rule == .wrongContainer && finding.code == .object && finding.container == .figure)
      #expect(finding.range == 0..<text.utf8.count && finding.cell == nil)
    }
    // Before version 4 of the format there was no plotly output.
    let old = try checked(#"{"worksheets": [{"cells": []}], "nbformat": 3}"#, as: .notebook)
    #expect(old.content == .notebook && old.report.counts.total == 0)
  }

  @Test func findsInAFigureWhatACheckOfItAloneFinds() throws {
    let figures = [
      #"{"data": [{"type": "scater", "mode": "line"}], "layout": {"height": "tall", "xaxis": {"typ": "log"}}}"#,
      #"{"data": [{"x": [1, 2, NaN], "x": 1}], "layout": {"title": "a\ud800"}}"#,
      #"{"layout": {"template": {"data": {"bar": [{"colour": 1}]}}}, "data": [{"type": "bar", "marker": "red"}]}"#,
    ]
    for figure in figures {
      let alone = try checked(figure, as: .figure).report.findings
      let inside = try checked(notebook([[output(figure)]]), as: .notebook).report.findings
      #expect(alone.count > 1 && inside.count == alone.count)
      for (a, b) in zip(alone, inside) {
        #expect(a.rule == b.rule && a.pointer == b.pointer && a.message == b.message && a.help == b.help)
        #expect(a.range.count == b.range.count && b.range.lowerBound > a.range.lowerBound)
      }
    }
  }

  @Test func wordsNoMoreThanIsAskedFor() throws {
    let text = notebook(Array(repeating: [output(#"{"data": [{"colour": 1, "colou": 2}]}"#)], count: 5))
    let checker = try FigureChecker()
    let outcome = Array(text.utf8).withInputBytes { checker.check($0, name: "-", as: .notebook, wording: 3) }
    #expect(outcome.report.findings.count == 3 && outcome.report.counts.total == 10)
  }
}
