import FigureValidator
import JSONCore
import Testing

@testable import Figlint

@Suite struct TemplateMemoryTests {
  /// Padding, so that the template is long enough to be remembered.
  private func template(_ inside: String) -> String {
    let annotations = Array(repeating: #"{"text": "padding"}"#, count: 30).joined(separator: ", ")
    return #"{"data": {"bar": [{\#(inside)}]}, "layout": {"annotations": [\#(annotations)]}}"#
  }

  /// What a checker says about figures, one after the other.
  private func findings(_ figures: [String]) throws -> [[String]] {
    let checker = try FigureChecker()
    let memory = CheckMemory()
    return figures.map { figure in
      Array(figure.utf8).withInputBytes { bytes in
        checker.check(bytes, name: "-", as: .figure, memory).report.findings.map { "\($0.rule) \($0.pointer)" }
      }
    }
  }

  @Test func saysTheSameAboutAFigureAfterOthers() throws {
    let right = template(#""type": "bar""#)
    let wrong = template(#""type": "bar", "colour": 1"#)
    let notANumber = template(#""type": "bar", "opacity": NaN"#)
    var figures: [String] = []
    for text in [right, wrong, notANumber] {
      figures.append(#"{"data": [], "layout": {"template": \#(text), "titel": 1}}"#)
      figures.append(#"{"layout": {"template": \#(text)}, "data": []}"#)
      figures.append(
        #"{"data": [], "layout": {"template": \#(text) }, "frames": [{"layout": {"template": \#(text)}}]}"#)
    }
    let alone = try figures.map { try findings([$0])[0] }
    #expect(try findings(figures + figures) == alone + alone)
    #expect(alone[0] == ["S001 /layout/titel"] && alone[1] == [])
    #expect(alone[3].count == 2 && alone[4].count == 1 && alone[5].count == 2)
    #expect(alone[6].count == 2 && alone[7].count == 1 && alone[8].count == 2)
  }

  @Test func passesAKnownTemplateThatIsFollowedByMore() throws {
    let right = template(#""type": "bar""#)
    let figure = #"{"data": [], "layout": {"template": \#(right), "barmode": "stack"}}"#
    // `barmode` needs a bar, in the second figure as in the first.
    #expect(try findings([figure, figure]) == [["S001 /layout/barmode"], ["S001 /layout/barmode"]])
  }
}
