import Diagnostics
import FigureValidator
import JSONCore
import LintRules
import Testing

@testable import Figlint

/// HTML pages: figures in the calls of their scripts.
@Suite struct PageTests {
  private func page(_ script: String) -> String {
    "<!DOCTYPE html>\n<html><head><title>a < b</title></head><body>\n<div id=\"x\"></div>\n<script>\(script)</script>\n</body></html>\n"
  }

  /// The form of Python's `write_html`.
  @Test func readsTheArgumentsOfACall() throws {
    let text = page(
      #"""
      window.PLOTLYENV=window.PLOTLYENV || {};  if (document.getElementById("a-1")) {
        Plotly.newPlot( "a-1", [{"colour":"\u003cb\u003e","type":"bar"}], {"barmode":"stacked"}, {"respnsive": true}
        ).then(function(){ Plotly.addFrames('a-1', [{"data":[{"opacty":1}],"name":"1"}]); })
         .then(function(){ Plotly.animate('a-1', null); }) };
      """#)
    try expectEmbedded(
      text, as: .page,
      gives: [
        #"0 S001 data[0].colour: "colour""#, #"0 S002 layout.barmode: "stacked""#,
        #"0 S009 config.respnsive: "respnsive""#, #"0 S001 frames[0].data[0].opacty: "opacty""#,
      ])
    let findings = try checked(text, as: .page).report.findings
    #expect(findings.map(\.start.line) == [5, 5, 5, 6])
    // Words that depend on other parts of the figure.
    #expect(
      findings.map(\.pointer) == ["/data/0/colour", "/layout/barmode", "/config/respnsive", "/frames/0/data/0/opacty"])
  }

  @Test func numbersFiguresInTheOrderOfTheirCalls() throws {
    let text =
      page(#"Plotly.newPlot("a", [{"c0":1}], {}); Plotly.react(document.getElementById('b'), [{"c1":1}])"#)
      + page(
        #"window.Plotly.plot('c', [{"c2":1}]); Plotly.newPlot(`d${1}`, {"data": [{"c3":1}], "layout": {"l3": 1}, "x": 1});"#
      )
      + page(
        #"Plotly.addFrames("a", [{"data":[{"f0":1}]},{}]); Plotly.addFrames('a', [{"data":[{"f2":1}]}]); Plotly.addFrames("q", 1)"#
      )
    try expectEmbedded(
      text, as: .page,
      gives: [
        #"0 S001 data[0].c0: "c0""#, #"1 S001 data[0].c1: "c1""#, #"2 S001 data[0].c2: "c2""#,
        #"3 S001 data[0].c3: "c3""#, #"3 S001 layout.l3: "l3""#, #"0 S001 frames[0].data[0].f0: "f0""#,
        #"0 S001 frames[2].data[0].f2: "f2""#,
      ])
    #expect(try checked(text, as: .page).figures == 4)
  }

  /// The wrong example of each rule, as a file and as the argument of a call.
  @Test func findsWhatItFindsInAFile() throws {
    var settings = CheckSettings()
    settings.rules = RuleSet(RuleRegistry.metadata.map(\.id))
    let checker = try FigureChecker(targets: [.version("4.1.1")], settings: settings)
    let head = "<script>Plotly.newPlot('a', "
    func findings(_ text: String, as kind: InputKind, behind offset: Int) -> [Finding] {
      Array(text.utf8).withInputBytes { bytes in
        checker.check(bytes, name: "-", as: kind).report.findings.filter { $0.container != .figure }.map { finding in
          var finding = finding
          finding.range = finding.range.lowerBound - offset..<finding.range.upperBound - offset
          return finding
        }
      }
    }
    var compared = 0
    // Grids and broken text are something else, and size is counted in another way where there is more than the figure.
    for rule in RuleRegistry.metadata where !["G", "M", "U", "J", "P"].contains("\(rule.id)".prefix(1)) {
      let inFile = findings(rule.wrong, as: .figure, behind: 0)
      guard inFile.contains(where: { $0.rule == rule.id }), !rule.wrong.contains("</") else { continue }
      let inPage = findings(head + rule.wrong + ")</script>", as: .page, behind: head.utf8.count)
      #expect(inPage.map(\.rule) == inFile.map(\.rule), "\(rule.id)")
      #expect(inPage.map(\.range) == inFile.map(\.range), "\(rule.id)")
      #expect(inPage.map(\.path) == inFile.map(\.path) && inPage.map(\.message) == inFile.map(\.message))
      compared += 1
    }
    #expect(compared > 70, "\(compared)")
  }

  @Test func knowsFramesThatAreAddedInSeveralPlaces() throws {
    let frames = page(
      #"""
      Plotly.newPlot("a", [{"y": [1]}], {"sliders": [{"steps": [{"method": "animate", "args": [["one"]]}]}]});
      Plotly.addFrames("a", [{"name": "none"}]); Plotly.addFrames("a", [{"name": "one", "traces": [3]}]);
      """#)
    try expectEmbedded(frames, as: .page, gives: ["0 I005 frames[1].traces[0]: 3"])
  }

  @Test func takesFramesForTracesOfTheirFigure() throws {
    let text = page(
      #"""
      Plotly.newPlot("a", [{"type":"bar"}], {"bargap": 0.1}).then(() => Plotly.addFrames("a", [{"data":[{"width":1,"line":{}}]}]));
      Plotly.newPlot("b", [{"type":"scatter"}], {"bargap": 0.1});
      """#)
    // A bar has a width and no line; the gap between bars goes with bars.
    try expectEmbedded(
      text, as: .page, gives: [#"0 S001 frames[0].data[0].line: "line""#, #"1 S001 layout.bargap: "bargap""#])
  }

  @Test func passesWhatOnlyLooksLikeACall() throws {
    let call = #"Plotly.newPlot("a", [{"bad": 1}])"#
    let quoted = #"Plotly.newPlot(\"a\", [{\"bad\": 1}])"#
    let texts = [
      "<pre>\(call)</pre>", "<!-- <script>\(call)</script> -->", "<textarea><script>\(call)</script></textarea>",
      "<script type='text/template'>\(call)</script>", "<script type=\"application/json\">\(call)</script>",
      "<div title='<script>\(call)</script>'></div>", "<style><script>\(call)</script></style>",
      page("// \(call)"), page("/* \(call) */ x"), page("'\(call)'"), page("\"\(quoted)\""), page("`\(call) ${1}`"),
      page("`${ `}` + 1 } \(call)`"), page("x = 1 / 2; y = /['\"`]\(call)/g"), page("My\(call)"), page("<!-- \(call)"),
      page("Plotly.newPlot; Plotly.newPlot(); Plotly.newPlot('a')"), page("Plotly.newPlotx('a', [{}])"),
    ]
    for text in texts {
      let outcome = try checked(text, as: .page)
      #expect(outcome.figures == 0 && outcome.report.counts.total == 0 && outcome.notes.isEmpty, "\(text)")
    }
    // Behind all of that, code is code.
    try expectEmbedded(
      texts.joined(separator: "\n") + page("a = b / c / d; e = f(/'/) ; \(call)"), as: .page,
      gives: [#"0 S001 data[0].bad: "bad""#])
  }

  @Test func leavesAloneWhatOnlyTheRunningPageKnows() throws {
    let unread = [
      "data, layout", "[{x: [1]}]", "[{'x': 1}]", "[1, 2,]", #"[{"bad": 1}].concat(x)"#, "`[]`", "null",
      "{data, layout}",
      #"[/* c */ {"bad": 1}]"#, #"JSON.parse('[{"bad": 1}]')"#, #"x ? [{"bad": 1}] : []"#, #"[{"bad": "\x41"}]"#,
    ]
    for data in unread {
      let outcome = try checked(page(#"Plotly.newPlot("a", \#(data)); Plotly.newPlot("b", [{"bad": 1}])"#), as: .page)
      #expect(outcome.report.findings.map(\.attribute) == ["data[0].bad"], "\(data)")
      #expect(outcome.report.findings.map(\.figure) == [0] && outcome.figures == 1)
      #expect(outcome.notes.count == 1 && outcome.notes[0].position.line == 4)
    }
  }

  @Test func checksTheOtherPartsWhereOneIsNotKnown() throws {
    let text = page(
      #"""
      Plotly.newPlot("a", [{"b0": 1}], {title: 'x'}, {"b1": 1}); Plotly.newPlot("b", [{"b2": NaN}], null, undefined);
      Plotly.newPlot("c", {data: [{"b3": 1}], layout, config: {"b4": 1}, ...rest, f() {}, frames: [{"b5": 1}]}); Plotly.newPlot("d", [{"b6": 1}],);
      """#)
    try expectEmbedded(
      text, as: .page,
      gives: [
        #"0 S001 data[0].b0: "b0""#, #"0 S009 config.b1: "b1""#, #"1 S001 data[0].b2: "b2""#,
        #"2 S001 data[0].b3: "b3""#, #"2 S009 config.b4: "b4""#, #"2 S001 frames[0].b5: "b5""#,
        #"3 S001 data[0].b6: "b6""#,
      ])
    let notes = try checked(text, as: .page).notes
    #expect(
      notes.map(\.message) == Array(repeating: "checked without its layout, known to the running page only", count: 2))
  }

  @Test func reportsScriptsThatEndWithinAFigure() throws {
    let text = page(#"Plotly.newPlot("a", [{"y": [1], "name": "</script><b>"}], {})"#)
    let finding = try #require(try checked(text, as: .page).report.findings.first)
    #expect(finding.rule == .invalidJSON && finding.attribute == "data[0].name" && finding.figure == 0)
    #expect(finding.help?.contains(#"<\/script>"#) == true)
    let cut = try checked(#"<script>Plotly.newPlot("a", [{"y": [1, 2"#, as: .page)
    #expect(cut.report.findings.map(\.rule) == [.invalidJSON] && cut.report.findings[0].range == 40..<40)
  }

  @Test func isCheckedAgainstTheLibraryThatItLoads() throws {
    let figure = #"Plotly.newPlot("a", [{"type":"bar","b":1}])"#
    func targets(_ head: String) throws -> [[String]] {
      try checked(head + page(figure), as: .page, followsPages: true).report.findings.map(\.targets)
    }
    let banner = "/**\n* plotly.js v2.34.0\n* Copyright\n*/"
    #expect(try targets("") == [["4.1.1"]])
    #expect(try targets("<script src='https://cdn.plot.ly/plotly-2.35.2.min.js'></script>") == [["2.35.2"]])
    #expect(
      try targets("<script charset=utf-8 src=https://cdn.plot.ly/plotly-basic-3.0.1.min.js></script>") == [["3.0.1"]])
    #expect(try targets("<script src='https://cdn.plot.ly/plotly-latest.min.js'></script>") == [["1.58.4"]])
    #expect(
      try targets("<script src='https://unpkg.com/plotly.js-dist-min@2.34.0/plotly.min.js'></script>") == [["2.34.0"]])
    #expect(
      try targets("<script src='https://cdn.jsdelivr.net/npm/plotly.js@3/dist/plotly.min.js'></script>") == [["3.7.0"]])
    #expect(
      try targets("<script src='https://cdnjs.cloudflare.com/ajax/libs/plotly.js/2.31.0/plotly.min.js'></script>")
        == [["2.31.1"]])
    #expect(try targets("<script>\(banner)!function(){}</script>") == [["2.34.0"]])
    #expect(try targets("<script>/** plotly.js (basic - minified) v1.58.4 */</script>") == [["1.58.4"]])
    #expect(
      try targets("<script>require.config({paths: {'plotly': ['https://cdn.plot.ly/plotly-3.1.1.min']}})</script>") == [
        ["3.1.1"]
      ])
    // No script; nothing that is a version; the version before the call counts.
    #expect(
      try targets("<p>plotly.js v2.34.0 plotly-2.35.2.min.js</p><script src='plotly.min.js'></script>") == [["4.1.1"]])
    #expect(try targets("<script>\(banner)</script>\(page(""))<script>/* plotly.js v3.1.1 */</script>") == [["3.1.1"]])
    #expect(
      try checked("<script>\(banner)</script>" + page(figure), as: .page).report.findings.map(\.targets) == [["4.1.1"]])
  }

  /// A library speaks of calls in its messages and comments, and quotes confuse whoever takes it for plain text.
  @Test func findsFiguresBehindALibrary() throws {
    let piece = #"function e(t){var r=/["'\/]/.test(t)?"Plotly.newPlot(gd, [{}], layout)":'it\'s "';return t/2/r}"#
    let library = "/**\n* plotly.js v4.1.1\n*/\n" + String(repeating: piece, count: 4000)
    let call = #"Plotly.newPlot("a", [{"bad": 1}])"#
    #expect(library.utf8.count > 350_000)
    let apart = try checked("<script>\(library)</script>\(page(call))", as: .page)
    #expect(apart.report.findings.map(\.attribute) == ["data[0].bad"] && apart.figures == 1)
    let together = try checked(page(library + ";\n" + call), as: .page)
    #expect(together.report.findings.map(\.attribute) == ["data[0].bad"] && together.figures == 1)
  }

  @Test func isToldByItsContentAndName() throws {
    let text = "\n " + page(#"Plotly.newPlot("a", [{"bad": 1}])"#)
    #expect(try checked(text, as: .auto).content == .page)
    #expect(try checked(text, as: .auto, name: "fig.json").report.findings.map(\.rule) == [.invalidJSON])
    #expect(try checked("<p>plotly</p>", as: .auto).content == .otherPage)
    #expect(try checked("<script src='plotly.min.js'></script>", as: .auto).content == .page)
  }

  @Test func takesOtherEncodingsAsTheyAre() throws {
    let script = Array(#"<script>Plotly.newPlot("a", [{"name": ""#.utf8) + [0xE9] + Array(#""}])</script>"#.utf8)
    let checker = try FigureChecker()
    func rules(_ head: String) -> [RuleID] {
      (Array(head.utf8) + script).withInputBytes { checker.check($0, name: "-", as: .page).report.findings.map(\.rule) }
    }
    #expect(rules("") == [.invalidJSON] && rules("<meta charset=utf-8>") == [.invalidJSON])
    #expect(rules("<meta charset='iso-8859-1'>") == [])
    #expect(rules(#"<META http-equiv="Content-Type" content="text/html; charset=windows-1252">"#) == [])
  }

  /// Nothing takes more than a few looks at each byte, whatever is open and never closed.
  @Test(arguments: [
    "Plotly.newPlot(a,[", "plotly.js v4.1.1 Plotly.newPlot(a,[", "=/[", "<!--<script>", "`${", "\"", "/*", "<a b=\"",
    "Plotly.newPlot(a,[{\"x\":\"", "Plotly.newPlot(a,{b:", "</script><script>Plotly.newPlot(a,[{}])",
    "Plotly.newPlot(a,[])\\",
  ])
  func endsOnHostileText(_ piece: String) throws {
    let text = "<script>" + String(repeating: piece, count: 3000)
    _ = try checked(text, as: .page)
    _ = try checked(text + "Plotly.newPlot(\"b\", [{\"bad\": 1}])</script>", as: .page)
  }
}
