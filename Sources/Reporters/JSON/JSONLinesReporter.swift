import Diagnostics
import JSONCore

/// `--format jsonl`: an object a finding, one a line. Written as it comes, so that memory does not grow with the run.
struct JSONLinesReporter: Reporter {
  var takesFilesInParts: Bool { true }

  func report(_ findings: ArraySlice<Finding>, in file: String, into output: inout [UInt8]) {
    for finding in findings {
      JSONWriter.append(to: &output) { $0.finding(finding) }
      output.append(UInt8(ascii: "\n"))
    }
  }
}
