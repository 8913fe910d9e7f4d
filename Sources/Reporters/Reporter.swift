package import Diagnostics

/// Turns findings into the bytes of a report, appended to an array that the caller owns and may empty between calls.
///
/// Calls come in this order: ``begin(into:)``, ``report(_:in:into:)`` for each file, ``finish(_:into:)``. A reporter reads
/// no files and prints nothing. Those for which it is possible keep nothing of earlier files.
package protocol Reporter: Sendable {
  /// Whether findings stand for themselves in the report, so that those of one file may also come in several calls, one after the
  /// other: then no file, however much is wrong with it, needs much memory for its report.
  var takesFilesInParts: Bool { get }

  mutating func begin(into output: inout [UInt8])

  /// Takes a figure of the file whose findings come next, where ``ReportFormat/drawsFigures`` holds and the user wants it.
  mutating func attach(_ figure: AttachedFigure, to file: String)

  /// Reports the findings of one file, in byte order; a part of an array, since findings are much to copy. Called for files without
  /// findings too: some formats name them.
  mutating func report(_ findings: ArraySlice<Finding>, in file: String, into output: inout [UInt8])

  /// Ends the report.
  mutating func finish(_ summary: RunSummary, into output: inout [UInt8])

  /// Markdown for the page that a CI service shows of a run, beside the report; nil where the format goes with no such service.
  func stepSummary(_ summary: RunSummary) -> [UInt8]?
}

extension Reporter {
  package var takesFilesInParts: Bool { false }
  package mutating func report(_ findings: [Finding], in file: String, into output: inout [UInt8]) {
    report(findings[...], in: file, into: &output)
  }
  package mutating func begin(into output: inout [UInt8]) {}
  package mutating func finish(_ summary: RunSummary, into output: inout [UInt8]) {}
  package mutating func attach(_ figure: AttachedFigure, to file: String) {}
  package func stepSummary(_ summary: RunSummary) -> [UInt8]? { nil }
}

/// The report formats, by the names that `--format` takes. Every reporter is named here, and only here.
package enum ReportFormat: String, CaseIterable, Sendable {
  case text, concise, json, jsonl, sarif, github, gitlab, junit, checkstyle, html

  /// A reporter for one run. Colour is for people: formats read by programs never have it.
  package func makeReporter(_ context: ReportContext) -> any Reporter {
    switch self {
    case .text: TextReporter(usesColour: context.usesColour)
    case .concise: ConciseReporter(usesColour: context.usesColour)
    case .json: JSONReporter()
    case .jsonl: JSONLinesReporter()
    case .sarif: SARIFReporter(context)
    case .github: GitHubReporter(context)
    case .gitlab: GitLabReporter(context)
    case .junit: JUnitReporter(context)
    case .checkstyle: CheckstyleReporter(context)
    case .html: HTMLReporter(context)
    }
  }

  /// Whether findings are reported with the line that they are on.
  package var showsExcerpts: Bool { self == .text || self == .junit || self == .html }

  /// Whether the report can show the figures themselves.
  package var drawsFigures: Bool { self == .html }

  /// Whether the lines and columns of fixes are reported.
  package var showsPlacesOfEdits: Bool { self == .sarif }

  /// A reporter of the versions that take each figure, for a check against all of `versions` (oldest first); nil where the
  /// format has no form for that.
  package func makeCompatibilityReporter(versions: [String], usesColour: Bool) -> (any Reporter)? {
    switch self {
    case .text: CompatibilityTextReporter(versions: versions, usesColour: usesColour, showsObstacles: true)
    case .concise: CompatibilityTextReporter(versions: versions, usesColour: usesColour, showsObstacles: false)
    case .json: CompatibilityJSONReporter(versions: versions, isLines: false)
    case .jsonl: CompatibilityJSONReporter(versions: versions, isLines: true)
    default: nil
    }
  }
}
