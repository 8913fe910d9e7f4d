import Arguments
import Diagnostics
import JSONCore
import SystemIO

/// What `--fix` could do, for people who did not ask for it.
struct FixHint: Sendable {
  private var safe = 0
  private var unsafe = 0

  /// Nil where it is not to be said: it is for people at a terminal, and for the text that they see there.
  init?(_ parsed: ParsedArguments) {
    guard FixMode(parsed) == nil, !parsed[CheckOptions.quiet], !parsed[CheckOptions.compat],
      parsed[CheckOptions.output] == nil, Terminal.isTerminal(.error)
    else { return nil }
  }

  mutating func count(_ findings: [Finding]) {
    for finding in findings {
      guard let fix = finding.fix else { continue }
      if fix.isSafe { safe += 1 } else { unsafe += 1 }
    }
  }

  /// `3 can be fixed with --fix, 2 more with --unsafe-fixes`; nil where nothing can.
  var sentence: String? {
    if safe == 0 { return unsafe == 0 ? nil : "\(unsafe.grouped) can be fixed with --unsafe-fixes, which --diff shows" }
    return "\(safe.grouped) can be fixed with --fix"
      + (unsafe > 0 ? ", \(unsafe.grouped) more with --unsafe-fixes" : "")
  }
}
