import Arguments
import JSONCore

/// What `--fix`, `--unsafe-fixes` and `--diff` come to.
struct FixMode: Sendable {
  /// Whether fixes that may change the drawing are made, too.
  let includesUnsafe: Bool
  /// Whether the changes are shown and no file is written.
  let isDiff: Bool

  /// Nil where nothing is to be fixed.
  init?(_ parsed: ParsedArguments) {
    guard parsed[CheckOptions.fix] || parsed[CheckOptions.unsafeFixes] || parsed[CheckOptions.diff] else { return nil }
    includesUnsafe = parsed[CheckOptions.unsafeFixes]
    isDiff = parsed[CheckOptions.diff]
  }
}

/// What became of the fixes for one input.
struct FixOutcome: Sendable {
  /// How many were made, or would be.
  var fixed = 0
  /// How many were not, because they would have made something worse.
  var refused = 0
  /// How the text was changed.
  var diff: [DiffLine] = []
  /// The text of standard input with what was fixed in it.
  var text: [UInt8]?
}

/// What became of the fixes of a run.
struct FixSummary: Sendable {
  private let mode: FixMode
  private(set) var fixed = 0
  private var refused = 0
  private var files = 0

  init(_ mode: FixMode) { self.mode = mode }

  mutating func record(_ outcome: FixOutcome) {
    fixed += outcome.fixed
    refused += outcome.refused
    if outcome.fixed > 0 { files += 1 }
  }

  /// `fixed 3 findings in 2 files; 1 fix left out, since it would make something worse`; nil where there is nothing to say.
  var sentence: String? {
    var parts: [String] = []
    if fixed > 0 {
      let what = "\(fixed.grouped) finding\(fixed == 1 ? "" : "s") in \(files.grouped) file\(files == 1 ? "" : "s")"
      parts.append(mode.isDiff ? "would fix \(what)" : "fixed \(what)")
    }
    if refused > 0 {
      let isOne = refused == 1
      parts.append(
        "\(refused.grouped) fix\(isOne ? "" : "es") left out, since \(isOne ? "it" : "they") would make something worse"
      )
    }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }
}
