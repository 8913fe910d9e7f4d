import Diagnostics

/// `--format concise`: a line a finding, the first one of the text form.
struct ConciseReporter: Reporter {
  let usesColour: Bool
  var takesFilesInParts: Bool { true }

  func report(_ findings: ArraySlice<Finding>, in file: String, into output: inout [UInt8]) {
    StyledText.append(to: &output, usesColour: usesColour) { text in
      // A span lends its elements, which are much to copy.
      let findings = findings.span
      for index in findings.indices {
        text.beginPart()
        while let limits = text.nextLimits() {
          text.appendHeader(of: findings[index], limits: limits)
          text.append(ascii: "\n")
        }
      }
    }
  }
}
