import Diagnostics
import JSONCore

/// `--format gitlab`: the code quality report that GitLab shows beside a merge request, an array of issues.
struct GitLabReporter: Reporter {
  private let context: ReportContext
  private var fingerprints = Fingerprints()
  private var hasIssue = false

  var takesFilesInParts: Bool { true }

  init(_ context: ReportContext) { self.context = context }

  func begin(into output: inout [UInt8]) { output.append(UInt8(ascii: "[")) }

  mutating func report(_ findings: ArraySlice<Finding>, in file: String, into output: inout [UInt8]) {
    let path = context.paths.relative(file)
    for finding in findings {
      output += hasIssue ? ",\n".utf8 : "\n".utf8
      hasIssue = true
      let fingerprint = fingerprints.name(of: finding, in: path)
      JSONWriter.append(to: &output) { writer in
        writer.object { writer in
          writer.member("description", finding.sentenceWithHelp)
          writer.member("check_name", "\(finding.rule) \(finding.name)")
          writer.member("fingerprint", fingerprint)
          writer.member("severity", finding.severity.gitLabWord)
          writer.key("location")
          writer.object { writer in
            writer.member("path", path)
            writer.key("lines")
            writer.object {
              $0.member("begin", finding.start.line)
              $0.member("end", finding.end.line)
            }
          }
        }
      }
    }
  }

  func finish(_ summary: RunSummary, into output: inout [UInt8]) { output += hasIssue ? "\n]\n".utf8 : "]\n".utf8 }
}

extension Severity {
  /// GitLab's words are info, minor, major, critical and blocker.
  fileprivate var gitLabWord: String {
    switch self {
    case .error: "major"
    case .warning: "minor"
    case .info: "info"
    }
  }
}
