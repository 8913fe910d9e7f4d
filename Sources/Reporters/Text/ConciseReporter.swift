import Diagnostics

/// `--format concise`: a line a finding, the first one of the text form.
struct ConciseReporter: Reporter {
  let usesColour: Bool
  var takesFilesInParts: Bool { true }

  func report(_ findings: ArraySlice<Finding>, in file: String, into output: inout [UInt8]) {
    StyledText.append(to: &output, usesColour: usesColour) { text in
      for index in findings.indices {
        text.appendPart { text, limits in
          text.appendHeader(of: findings[index], limits: limits)
          text.append(ascii: "\n")
        }
      }
    }
  }
}
