import Diagnostics
import JSONCore

/// `--format json`: one object, `{"version":1,"summary":{…},"findings":[…]}`.
///
/// The summary stands first, so that a reader sees the outcome without reading on; that is why the findings are kept
/// until the end, as the bytes that will be written.
struct JSONReporter: Reporter {
  /// The version of the form. Fields may be added under the same one.
  static let version = 1

  /// The elements of `findings`, with commas between them.
  private var elements: [UInt8] = []

  mutating func report(_ findings: ArraySlice<Finding>, in file: String, into output: inout [UInt8]) {
    for finding in findings {
      if !elements.isEmpty { elements.append(UInt8(ascii: ",")) }
      JSONWriter.append(to: &elements) { $0.finding(finding) }
    }
  }

  mutating func finish(_ summary: RunSummary, into output: inout [UInt8]) {
    JSONWriter.append(to: &output) { writer in
      writer.object { writer in
        writer.member("version", Self.version)
        writer.key("summary")
        writer.summary(summary)
        writer.key("findings")
        writer.array { if !elements.isEmpty { $0.raw(elements) } }
      }
    }
    output.append(UInt8(ascii: "\n"))
    elements = []
  }
}

extension JSONWriter {
  fileprivate mutating func summary(_ summary: RunSummary) {
    object { writer in
      writer.member("files", summary.files)
      writer.member("figures", summary.figures)
      writer.member("filesWithFindings", summary.filesWithFindings)
      for severity in Severity.allCases { writer.member("\(severity.rawValue)s", summary.count(of: severity)) }
      writer.member("suppressed", summary.suppressed)
      writer.member("unreadable", summary.unreadable)
    }
  }
}
