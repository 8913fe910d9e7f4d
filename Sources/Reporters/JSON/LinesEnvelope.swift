package import Diagnostics
import JSONCore

/// The answer to one line of lines mode (`--as lines`): exactly one line of JSON, with its line feed.
package enum LinesEnvelope {
  /// Appends `{"line":7,"ok":false,"findings":[…]}` for the figure on `line` (1-based).
  ///
  /// It is ok when no finding is at or above `failOn`; always, when that is nil.
  package static func append(
    _ findings: [Finding], line: Int, failOn: Severity?, to output: inout [UInt8]
  ) {
    let isOK = failOn.map { limit in !findings.contains { $0.severity >= limit } } ?? true
    JSONWriter.append(to: &output) { writer in
      writer.object { writer in
        writer.member("line", line)
        writer.member("ok", isOK)
        writer.key("findings")
        writer.array { for finding in findings { $0.finding(finding) } }
      }
    }
    output.append(UInt8(ascii: "\n"))
  }

  /// Appends `{"line":8,"ok":true,"findings":[],"skipped":true}` for a blank line.
  package static func appendBlank(line: Int, to output: inout [UInt8]) {
    JSONWriter.append(to: &output) { writer in
      writer.object { writer in
        writer.member("line", line)
        writer.member("ok", true)
        writer.key("findings")
        writer.array { _ in }
        writer.member("skipped", true)
      }
    }
    output.append(UInt8(ascii: "\n"))
  }
}
