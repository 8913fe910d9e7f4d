import Diagnostics
import JSONCore

/// `--format junit`: test results, as most CI services show them. A file is a test suite, and what was found in it its test cases.
///
/// Findings at or above `--fail-on` are failures; lesser ones are passed tests that say something. A file without failures has a
/// passed test of its own, so that it is seen to have been checked. The totals stand at the top, so all is kept until the end.
struct JUnitReporter: Reporter {
  private let context: ReportContext
  private var text = TextReporter(usesColour: false)
  private var suites: [UInt8] = []
  private var tests = 0
  private var failures = 0

  init(_ context: ReportContext) { self.context = context }

  mutating func report(_ findings: ArraySlice<Finding>, in file: String, into output: inout [UInt8]) {
    let path = context.paths.relative(file)
    let failing = findings.count { isFailure($0) }
    let count = max(findings.count, 1)
    tests += count
    failures += failing
    suites += "  <testsuite\(XMLText.attribute("name", path)) tests=\"\(count)\" failures=\"\(failing)\"".utf8
    suites += " errors=\"0\" skipped=\"0\" time=\"0\">\n".utf8
    if findings.isEmpty { suites += "    <testcase\(Self.names("figlint", path))/>\n".utf8 }
    for finding in findings { append(finding, path, file) }
    suites += "  </testsuite>\n".utf8
  }

  mutating func finish(_ summary: RunSummary, into output: inout [UInt8]) {
    output += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8
    output += "<testsuites name=\"figlint\" tests=\"\(tests)\" failures=\"\(failures)\" errors=\"0\" time=\"0\">\n".utf8
    output += suites
    output += "</testsuites>\n".utf8
    suites = []
  }

  private func isFailure(_ finding: Finding) -> Bool { context.failOn.map { finding.severity >= $0 } ?? false }

  private mutating func append(_ finding: Finding, _ path: String, _ file: String) {
    let place = "\(finding.start.line):\(finding.start.column)"
    let name = "\(finding.rule) \(finding.name)"
    suites += "    <testcase\(Self.names("\(name) at \(place)", path)) line=\"\(finding.start.line)\">\n".utf8
    var shown: [UInt8] = []
    text.report([finding], in: file, into: &shown)
    let body = Self.lines(shown)
    if isFailure(finding) {
      suites += "      <failure\(XMLText.attribute("type", "\(finding.severity.rawValue) \(name)"))".utf8
      suites += "\(XMLText.attribute("message", TextEscaping.escaped(finding.sentence, limit: 1_000)))>".utf8
      suites += "\(body)</failure>\n".utf8
    } else {
      suites += "      <system-out>\(body)</system-out>\n".utf8
    }
    suites += "    </testcase>\n".utf8
  }

  private static func names(_ name: String, _ path: String) -> String {
    XMLText.attribute("name", name) + XMLText.attribute("classname", path) + XMLText.attribute("file", path)
  }

  /// Text of several lines.
  private static func lines(_ text: [UInt8]) -> String {
    String(decoding: text, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: true)
      .map { XMLText.escaped(String($0)) }.joined(separator: "\n")
  }
}
