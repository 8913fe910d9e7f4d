import Diagnostics
import Figlint
import JSONCore
import TestSupport
import Testing

/// `meta.figlint.ignore` in the figure.
@Suite struct SuppressionTests {
  /// The rules and places of what is found.
  private func findings(_ json: String, targets: [Target] = [.latest]) throws -> [String] {
    try FigureChecker(targets: targets).check(json).findings.map { "\($0.rule) \($0.attribute)" }
  }

  @Test func aTraceSwitchesOffWhatIsWrongInIt() throws {
    let flaw = #""opacty": 1"#
    #expect(try findings(#"{"data": [{\#(flaw)}, {\#(flaw)}]}"#) == ["S001 data[0].opacty", "S001 data[1].opacty"])
    for ignore in [#"["S001"]"#, #""S001""#, #"["s001", "S0"]"#, #""unknown-attribute""#, #""ALL""#, #""S""#] {
      let meta = #""meta": {"figlint": {"ignore": \#(ignore)}}"#
      #expect(try findings(#"{"data": [{\#(flaw)}, {\#(meta), \#(flaw)}]}"#) == ["S001 data[0].opacty"])
      #expect(try findings(#"{"data": [{\#(flaw), "type": "bar", \#(meta)}, {\#(flaw)}]}"#) == ["S001 data[1].opacty"])
    }
  }

  @Test func theLayoutSwitchesOffForTheWholeFigure() throws {
    let layout = #""layout": {"titel": 1, "meta": {"figlint": {"ignore": ["S001"]}, "mine": 1}}"#
    let rest = #""data": [{"opacty": 1, "opacity": 2}], "frames": [{"layout": {"titel": 1}}], "more": 1"#
    #expect(try findings("{\(layout), \(rest)}") == ["S002 data[0].opacity"])
    #expect(try findings("{\(rest), \(layout)}") == ["S002 data[0].opacity"])
    #expect(try findings("{\(rest), \(layout)}", targets: [.latest, .chartStudio]) == ["S002 data[0].opacity"])
  }

  @Test func whatHidesNothingIsFound() throws {
    #expect(
      try findings(
        #"{"data": [{"opacty": 1, "meta": {"figlint": {"ignore": ["S001", "S002", "Q"]}}}], "layout": {"titel": 1}}"#)
        == ["C001 data[0].meta.figlint.ignore[1]", "C002 data[0].meta.figlint.ignore[2]", "S001 layout.titel"])
    #expect(
      try findings(#"{"data": [], "layout": {"meta": {"figlint": {"ignore": "S001"}}}}"#)
        == ["C001 layout.meta.figlint.ignore"])
    // One that hides what another hides, too, is of use.
    #expect(
      try findings(
        #"""
        {"data": [{"opacty": 1, "meta": {"figlint": {"ignore": ["S001"]}}}],
         "layout": {"meta": {"figlint": {"ignore": ["S001"]}}}}
        """#) == [])
  }

  @Test func onlyRulesThatWereCheckedAreCalledUnused() throws {
    let figure = Array(#"{"data": [{"y": [1], "meta": {"figlint": {"ignore": ["S001", "S002", "S017", "S"]}}}]}"#.utf8)
    var checker = try FigureChecker()
    #expect(
      checker.check(figure).findings.map(\.message) == [
        "the suppression of 'S001' hides nothing", "the suppression of 'S002' hides nothing",
        "the suppression of 'S' hides nothing",
      ])
    checker.settings.rules.remove(RuleID("S", 1))
    #expect(checker.check(figure).findings.map(\.message) == ["the suppression of 'S002' hides nothing"])
    checker.settings.rules.remove(RuleID("C", 1))
    #expect(checker.check(figure).findings == [])
  }

  @Test(arguments: [
    (#""figlint": ["S001"]"#, "'meta.figlint' is an array, expected an object"),
    (#""figlint": {"ignor": ["S001"]}"#, "'meta.figlint' has no member 'ignor'"),
    (#""figlint": {"ignore": {"S001": true}}"#, "received an object, expected the name of a rule or a list of such"),
    (#""figlint": {"ignore": [1]}"#, "received the number 1, expected the name of a rule or a list of such"),
    (#""figlint": {"ignore": ["unknown-atribute"]}"#, "no rule is called 'unknown-atribute'"),
  ]) func whatCannotBeUnderstoodIsFound(member: String, message: String) throws {
    let report = try FigureChecker().check(#"{"data": [{"y": [1], "meta": {\#(member)}}]}"#)
    #expect(report.findings.map(\.message) == [message])
    #expect(report.findings.first?.rule == RuleID("C002"))
  }

  @Test(arguments: [
    (#"["S001", "S002"]"#, #"["S001"]"#), (#"[ "S002" , "S001" ]"#, #"[ "S001" ]"#), (#"["S002"]"#, "[]"),
    (#""S002""#, "[]"), (#"["S002", "S003", "S001", "S004"]"#, #"["S001"]"#), (#"["S002", "S003"]"#, "[]"),
  ]) func whatHidesNothingCanBeDeleted(before: String, after: String) throws {
    func figure(_ list: String) -> String {
      #"{"data": [{"meta": {"figlint": {"ignore": \#(list)}}\#(after == "[]" ? "" : #", "opacty": 1"#)}]}"#
    }
    let checker = try FigureChecker()
    let check = { (text: [UInt8]) in text.span.withInputBytes { checker.check($0, name: "-", as: .figure) } }
    var fixer = TextFixer(includingUnsafe: false, check: check)
    let text = Array(figure(before).utf8)
    #expect(String(decoding: fixer.fix(text, check(text)).text, as: UTF8.self) == figure(after))
  }

  @Test func brokenTextCannotBeHidden() throws {
    let figure = #"{"data": [{"meta": {"figlint": {"ignore": ["ALL"]}}, "opacty": 1, "y": [1 2]}]}"#
    #expect(try FigureChecker().check(figure).findings.map(\.rule) == [RuleID("J001")])
  }

  @Test func metaOfOtherFormsIsNoMatter() throws {
    for meta in ["1", "[1]", "null", #"{"a": {"figlint": 1}}"#, #"{"figlint": {}}"#, #"{"figlint": {"ignore": []}}"#] {
      #expect(try findings(#"{"data": [{"y": [1], "meta": \#(meta)}]}"#) == [])
    }
    // Other objects that the schema leaves to the user are not read.
    let button = #"{"method": "skip", "args": [{"figlint": {"ignore": 1}}, []]}"#
    #expect(try findings(#"{"data": [], "layout": {"updatemenus": [{"buttons": [\#(button)]}]}}"#) == [])
  }

  @Test func countsAgreeWithWhatIsShown() throws {
    let figure = Array(#"{"data": [{"opacty": 1, "meta": {"figlint": {"ignore": ["S001", "S003"]}}}]}"#.utf8)
    let checker = try FigureChecker()
    let report = checker.check(figure)
    #expect(report.counts == FindingCounts(report.findings))
    #expect(checker.accepts(figure))
  }
}
