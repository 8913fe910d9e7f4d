import Diagnostics

/// `--format checkstyle`: the XML of Checkstyle, which many services read.
struct CheckstyleReporter: Reporter {
  private let context: ReportContext

  init(_ context: ReportContext) { self.context = context }

  func begin(into output: inout [UInt8]) {
    output += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"10.0\">\n".utf8
  }

  func report(_ findings: ArraySlice<Finding>, in file: String, into output: inout [UInt8]) {
    output += "  <file\(XMLText.attribute("name", context.paths.relative(file)))".utf8
    guard !findings.isEmpty else { return output += "/>\n".utf8 }
    output += ">\n".utf8
    for finding in findings {
      var element = "    <error line=\"\(finding.start.line)\" column=\"\(finding.start.column)\""
      element += XMLText.attribute("severity", finding.severity.rawValue)
      element += XMLText.attribute("message", finding.sentenceWithHelp)
      element += XMLText.attribute("source", "figlint.\(finding.rule).\(finding.name)")
      output += (element + "/>\n").utf8
    }
    output += "  </file>\n".utf8
  }

  func finish(_ summary: RunSummary, into output: inout [UInt8]) { output += "</checkstyle>\n".utf8 }
}
