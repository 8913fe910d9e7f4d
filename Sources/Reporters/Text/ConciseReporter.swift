import Diagnostics

/// `--format concise`: a line a finding, the first one of the text form.
struct ConciseReporter: Reporter {
  let usesColour: Bool

  func report(_ findings: [Finding], in file: String, into output: inout [UInt8]) {
    for finding in findings {
      var text = StyledText(usesColour: usesColour)
      for limits in TextLimits.ladder {
        text = StyledText(usesColour: usesColour)
        text.appendHeader(of: finding, limits: limits)
        text.append("\n")
        if text.length <= TextLimits.finding { break }
      }
      output.append(contentsOf: text.text.utf8)
    }
  }
}
