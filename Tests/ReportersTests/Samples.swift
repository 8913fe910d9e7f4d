import Foundation
import JSONCore
import Testing

@testable import Diagnostics

/// Findings as a run makes them, with the golden files that are made of them named after the sample.
struct Sample: Sendable, CustomTestStringConvertible {
  let name: String
  let file: String
  let findings: [Finding]

  var testDescription: String { name }

  static let all = [figure, notebook, hostile, oneLine]

  /// A figure of `Tests/Fixtures/Reports/figure.json`, with a finding of every severity and shape.
  static let figure: Sample = {
    let source = Place(file: "figure.json", text: Fixture.bytes("figure.json"))
    return Sample(
      name: "figure", file: source.file,
      findings: [
        source.finding(
          "\"lines+marker\"", "S002", "invalid-value", code: .value, .data, 0, [.key("mode")],
          "'lines+marker' has the unknown flag 'marker': use 'lines', 'markers' and 'text' joined with '+', or 'none'",
          help: "did you mean 'lines+markers'?", fix: "\"lines+markers\""),
        source.finding(
          "\"colour\"", "S001", "unknown-attribute", code: .schema, .data, 0, [.key("marker"), .key("colour")],
          "unknown attribute 'colour'", help: "did you mean 'color'?", fix: "\"color\""),
        source.finding(
          "\"orientaton\"", "S001", "unknown-attribute", code: .schema, .data, 1, [.key("orientaton")],
          "unknown attribute 'orientaton'", help: "did you mean 'orientation'?"),
        source.finding(
          "\"opacty\"", "S001", "unknown-attribute", code: .schema, .data, 1, [.key("opacty")],
          "unknown attribute 'opacty'", help: "did you mean 'opacity'?"),
        source.finding(
          "\"titel\"", "S001", "unknown-attribute", code: .schema, .layout, nil, [.key("titel")],
          "unknown attribute 'titel'", help: "did you mean 'title'?"),
        source.finding(
          "100000000000000000000", "J004", "number-overflow", severity: .warning, .layout, nil, [.key("width")],
          "100000000000000000000 loses digits in JavaScript"),
        source.finding(
          "[0, 1, 2]", "S002", "invalid-value", code: .value, .layout, nil, [.key("xaxis"), .key("range")],
          "3 elements where 2 belong",
          help:
            "give the two ends of the axis, 'range': [0, 2]; elements behind them are left out, which is most likely"
            + " not what was meant"),
        source.finding(
          "\"tickformt\"", "S001", "unknown-attribute", severity: .info, code: .schema, .layout, nil,
          [.key("xaxis"), .key("tickformt")], "unknown attribute 'tickformt'", help: "did you mean 'tickformat'?"),
      ])
  }()

  /// Findings in a notebook, in an HTML file and in broken JSON.
  static let notebook: Sample = {
    let source = Place(
      file: "plots/my notebook.ipynb", text: Array("{\"cells\": [{\"layout\": {\"widht\": 1}},\n\n".utf8))
    var inNotebook = source.finding(
      "\"widht\"", "S001", "unknown-attribute", code: .schema, .layout, nil, [.key("widht")],
      "unknown attribute 'widht'",
      help: "did you mean 'width'?")
    (inNotebook.cell, inNotebook.output) = (3, 0)
    var inPage = inNotebook
    (inPage.cell, inPage.output, inPage.figure) = (nil, nil, 2)
    var broken = source.finding(
      "[", "J001", "invalid-json", .figure, nil, [], "the input ends where ']' or ',' belongs")
    source.move(&broken, to: source.text.count..<source.text.count)
    var nowhere = broken
    nowhere.excerpt = nil
    nowhere.help = "close the array"
    return Sample(name: "notebook", file: source.file, findings: [inNotebook, inPage, broken, nowhere])
  }()

  /// Text that would steer a terminal, break a line or shift the carets.
  static let hostile: Sample = {
    let key = "\u{1b}[2J\u{202e}\"quoted\"\\\u{7f}"
    var text = Array("{\t\"日本語\": \"😀e\u{301}\", \"a\nb\": 1, \"".utf8)
    let keyRange = text.count - 1..<text.count + key.utf8.count + 1
    text += Array((key + "\": [").utf8)
    let invalid = text.count..<text.count + 2
    text += [0xC3, 0x28]
    text += Array("], \"中文\": null}".utf8)
    let source = Place(file: "ev\u{1b}il\n\u{202e}.json", text: text)
    var named = source.finding(
      "\"", "S001", "unknown-attribute", code: .schema, .layout, nil, [.key(key)], "unknown attribute '\(key)'",
      help: "remove '\(key)'")
    source.move(&named, to: keyRange)
    var bytes = source.finding("\"", "J001", "invalid-json", .figure, nil, [], "the bytes c3 28 are not UTF-8")
    source.move(&bytes, to: invalid)
    return Sample(
      name: "hostile", file: source.file,
      findings: [
        source.finding(
          "\"日本語\"", "S001", "unknown-attribute", code: .schema, .layout, nil, [.key("日本語")], "unknown attribute '日本語'"),
        source.finding(
          "\"😀e\u{301}\"", "S002", "invalid-value", .layout, nil, [.key("日本語")], "'😀e\u{301}' is no colour"),
        source.finding(
          "\"a\nb\"", "S001", "unknown-attribute", .layout, nil, [.key("a\nb")], "unknown attribute 'a\nb'"),
        named, bytes,
        source.finding(
          "null", "S002", "invalid-value", .layout, nil, [.key("中文"), .index(2), .key("c.d")], "null is no value"),
      ])
  }()

  /// A file of one long line, and values too long to show.
  static let oneLine: Sample = {
    let numbers = (0..<2_000).map { "\($0)" }.joined(separator: ",")
    let long = String(repeating: "very long ", count: 200)
    let source = Place(
      file: "one-line.json",
      text: Array("{\"x\":[\(numbers)],\"hovrmode\":1,\"y\":[\(numbers)],\"name\":\"\(long)\"}".utf8))
    return Sample(
      name: "one-line", file: source.file,
      findings: [
        source.finding(
          "\"hovrmode\"", "S001", "unknown-attribute", code: .schema, .layout, nil, [.key("hovrmode")],
          "unknown attribute 'hovrmode'", help: "did you mean 'hovermode'?"),
        source.finding(
          "\"\(long)\"", "S002", "invalid-value", code: .value, .data, 0, [.key("name")],
          "\(ValueQuoting.quoted(long)) is too long", help: "use a shorter name"),
        source.finding(
          "\"name\"", "S001", "unknown-attribute", code: .schema, .data, 0,
          Array(repeating: PathElement.key(long), count: 3), "unknown attribute '\(long)'", help: "remove '\(long)'"),
      ])
  }()
}

/// An input in which findings are located by their text.
struct Place {
  let file: String
  let text: [UInt8]

  func finding(
    _ mark: String, _ rule: String, _ name: String, severity: Severity = .error, code: ValidateCode? = nil,
    _ container: Container, _ trace: Int?, _ path: [PathElement], _ message: String, help: String? = nil,
    fix: String? = nil
  ) -> Finding {
    guard let rule = RuleID(rule), let range = text.firstRange(of: Array(mark.utf8)) else {
      fatalError("no rule \(rule), or no \(mark) in \(file)")
    }
    var finding = Finding(
      file: file, rule: rule, name: name, severity: severity, code: code, container: container, trace: trace,
      path: path, range: range, start: SourcePosition(line: 1, column: 1),
      end: SourcePosition(line: 1, column: 1), message: message, help: help, targets: ["3.7.0", "4.1.1"],
      fix: fix.map { Fix(isSafe: false, edits: [Fix.Edit(range: range, text: $0)]) })
    move(&finding, to: range)
    return finding
  }

  func move(_ finding: inout Finding, to range: Range<Int>) {
    text.withInputBytes { bytes in
      var index = LineIndex(bytes)
      finding.range = range
      finding.start = SourcePosition(index.position(of: range.lowerBound))
      finding.end = SourcePosition(index.position(of: range.upperBound))
      finding.excerpt = Excerpt(of: bytes, around: range)
    }
  }
}
