import Figlint
import Testing

/// The examples of README and of the guide to the library, word for word: `GuideTests` compares.
@Suite struct GuideExampleTests {
  @Test func checksAFigure() throws {
    let checker = try FigureChecker(targets: [.latest])
    let report = checker.check(#"{"data": [{"type": "bar", "y": [1, 2], "colour": "red"}]}"#)
    for finding in report.findings {
      print(finding.attribute, finding.message, finding.help ?? "")
    }
    #expect(report.findings.map(\.attribute) == ["data[0].colour"])
  }

  @Test func printsWhatReadmePrints() throws {
    let json = #"{"data": [{"type": "bar", "y": [1, 2], "opacty": 1}]}"#
    let checker = try FigureChecker(targets: [.latest])
    let report = checker.check(json)
    if !report.isClean {
      for finding in report.findings { print(finding.attribute, finding.message) }
    }
    #expect(!report.isClean)
  }

  @Test func acceptsAFigure() throws {
    let isAccepted = try accepts()
    #expect(isAccepted)
  }

  private func accepts() throws -> Bool {
    var isAccepted = false
    try {
      let checker = try FigureChecker(targets: [.version("3"), .version("4")])
      guard checker.accepts(#"{"data": [{"type": "bar", "y": [1, 2]}]}"#) else { return }
      isAccepted = true
    }()
    return isAccepted
  }

  @Test func refusesBytesThatAreNoSchema() throws {
    let schema = Array("{}".utf8)
    #expect(throws: TargetError.self) {
      let checker = try FigureChecker(targets: [.schema(schema, name: "ours")])
      _ = checker.targets
    }
  }

  @Test func makesTheEditsOfAFix() throws {
    let json = "\u{FEFF}{\"data\": [{\"type\": \"bar\", \"y\": [1, 2]}]}"
    let report = try FigureChecker(targets: [.latest]).check(json)
    var text = Array(json.utf8)
    for edit in (report.findings.first?.fix?.edits ?? []).reversed() {
      text.replaceSubrange(edit.range, with: edit.text.utf8)
    }
    #expect(String(decoding: text, as: UTF8.self) == String(json.dropFirst()))
  }
}
