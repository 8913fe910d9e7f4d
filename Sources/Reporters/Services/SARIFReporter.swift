import Diagnostics
import JSONCore

/// `--format sarif`: SARIF 2.1.0 (OASIS standard), which code scanning services and editors read.
///
/// All rules come first, then the results as they are found, so that memory does not grow with the run. Columns count Unicode
/// scalars, which SARIF calls `unicodeCodePoints` (section 3.14.17).
struct SARIFReporter: Reporter {
  private let context: ReportContext
  private var ruleIndices: [RuleID: Int] = [:]
  private var fingerprints = Fingerprints()
  private var hasResult = false

  var takesFilesInParts: Bool { true }

  init(_ context: ReportContext) { self.context = context }

  mutating func begin(into output: inout [UInt8]) {
    let rules = context.rules()
    for (index, rule) in rules.enumerated() { ruleIndices[rule.id] = index }
    let version = context.version
    output += #"{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":"#.utf8
    JSONWriter.append(to: &output) { writer in
      writer.object { writer in
        writer.key("driver")
        writer.object { writer in
          writer.member("name", "figlint")
          writer.member("semanticVersion", version)
          writer.key("rules")
          writer.array { for rule in rules { $0.rule(rule) } }
        }
      }
    }
    output += #","columnKind":"unicodeCodePoints","results":["#.utf8
  }

  mutating func report(_ findings: ArraySlice<Finding>, in file: String, into output: inout [UInt8]) {
    guard !findings.isEmpty else { return }
    let artifact = context.paths.reference(file)
    for finding in findings {
      if hasResult { output.append(UInt8(ascii: ",")) }
      hasResult = true
      output.append(UInt8(ascii: "\n"))
      let fingerprint = fingerprints.name(of: finding, in: artifact)
      let index = ruleIndices[finding.rule]
      JSONWriter.append(to: &output) { $0.result(finding, index, in: artifact, fingerprint) }
    }
  }

  mutating func finish(_ summary: RunSummary, into output: inout [UInt8]) {
    output += #"],"invocations":["#.utf8
    JSONWriter.append(to: &output) { writer in
      writer.object { writer in
        writer.member("executionSuccessful", summary.unreadable == 0)
        var notes: [(level: String, text: String)] = []
        if summary.unreadable > 0 { notes.append(("error", "inputs that were not checked: \(summary.unreadable)")) }
        if summary.suppressed > 0 { notes.append(("note", "findings that are not listed: \(summary.suppressed)")) }
        guard !notes.isEmpty else { return }
        writer.key("toolExecutionNotifications")
        writer.array { writer in
          for note in notes {
            writer.object {
              $0.member("level", note.level)
              $0.message(note.text)
            }
          }
        }
      }
    }
    output += "]}]}\n".utf8
  }
}

extension Severity {
  /// SARIF's word (section 3.27.10).
  fileprivate var sarifLevel: String { self == .info ? "note" : rawValue }
}

extension JSONWriter {
  /// A reportingDescriptor (section 3.49).
  fileprivate mutating func rule(_ rule: RuleMetadata) {
    object { writer in
      writer.member("id", "\(rule.id)")
      writer.member("name", rule.name)
      writer.message(rule.summary, as: "shortDescription")
      writer.message("\(rule.summary). \(rule.rationale)", as: "fullDescription")
      writer.key("help")
      writer.object {
        $0.member("text", "Instead: \(rule.remedy).")
        $0.member("markdown", "**Instead:** \(rule.remedy).\n\n```json\n\(rule.right)\n```\n")
      }
      writer.key("defaultConfiguration")
      writer.object { $0.member("level", rule.severity.sarifLevel) }
    }
  }

  /// A result (section 3.27).
  fileprivate mutating func result(_ finding: Finding, _ index: Int?, in artifact: String, _ fingerprint: String) {
    object { writer in
      writer.member("ruleId", "\(finding.rule)")
      if let index { writer.member("ruleIndex", index) }
      writer.member("level", finding.severity.sarifLevel)
      writer.message(finding.sentenceWithHelp)
      writer.key("locations")
      writer.array { writer in
        writer.object { writer in
          writer.key("physicalLocation")
          writer.object { writer in
            writer.artifactLocation(artifact)
            writer.key("region")
            writer.object { writer in
              writer.lines(finding.start, finding.end)
              writer.member("byteOffset", finding.range.lowerBound)
              writer.member("byteLength", finding.range.count)
            }
          }
          writer.logicalLocations(finding)
        }
      }
      writer.key("partialFingerprints")
      writer.object { $0.member("figlint/v1", fingerprint) }
      if let fix = finding.fix { writer.fix(fix, finding, in: artifact) }
      writer.key("properties")
      writer.object { writer in
        writer.key("targets")
        writer.array { for target in finding.targets { $0.string(target) } }
        if let cell = finding.cell { writer.member("cell", cell) }
        if let output = finding.output { writer.member("output", output) }
        if let figure = finding.figure { writer.member("figure", figure) }
      }
    }
  }

  private mutating func artifactLocation(_ artifact: String) {
    key("artifactLocation")
    object { writer in
      writer.member("uri", artifact)
      if !artifact.hasPrefix("file:") { writer.member("uriBaseId", "%SRCROOT%") }
    }
  }

  private mutating func lines(_ start: SourcePosition, _ end: SourcePosition) {
    member("startLine", start.line)
    member("startColumn", start.column)
    member("endLine", end.line)
    member("endColumn", end.column)
  }

  /// The JSON Pointer: what survives when lines move.
  private mutating func logicalLocations(_ finding: Finding) {
    let pointer = finding.pointer
    guard !pointer.isEmpty else { return }
    key("logicalLocations")
    array { writer in
      writer.object { writer in
        writer.member("fullyQualifiedName", pointer)
        writer.member("decoratedName", finding.attribute)
        if case .index? = finding.path.last {
          writer.member("kind", "value")
        } else {
          writer.member("kind", "property")
        }
      }
    }
  }

  /// A fix, where it is known on which lines its edits are (section 3.55).
  private mutating func fix(_ fix: Fix, _ finding: Finding, in artifact: String) {
    let edits = fix.edits.compactMap { edit -> (start: SourcePosition, end: SourcePosition, text: String)? in
      if edit.range == finding.range { return (finding.start, finding.end, edit.text) }
      guard let start = edit.start, let end = edit.end else { return nil }
      return (start, end, edit.text)
    }
    guard edits.count == fix.edits.count, !edits.isEmpty else { return }
    key("fixes")
    array { writer in
      writer.object { writer in
        writer.message(
          finding.help ?? (fix.isSafe ? "keeps the drawing as it is" : "may change the drawing"), as: "description")
        writer.key("artifactChanges")
        writer.array { writer in
          writer.object { writer in
            writer.artifactLocation(artifact)
            writer.key("replacements")
            writer.array { writer in
              for edit in edits {
                writer.object { writer in
                  writer.key("deletedRegion")
                  writer.object { $0.lines(edit.start, edit.end) }
                  writer.message(edit.text, as: "insertedContent", isWords: false)
                }
              }
            }
          }
        }
      }
    }
  }

  /// `{"text":…}`. Words may hold text of the input; what would be a link in them (section 3.11.6) is none.
  fileprivate mutating func message(_ text: String, as name: String = "message", isWords: Bool = true) {
    key(name)
    object { $0.member("text", isWords ? text.withoutLinks : text) }
  }
}

extension String {
  /// The text with a blank between the two parts of each link.
  fileprivate var withoutLinks: String {
    guard utf8.contains(UInt8(ascii: "]")) else { return self }
    var result: [UInt8] = []
    for byte in utf8 {
      if byte == UInt8(ascii: "("), result.last == UInt8(ascii: "]") { result.append(UInt8(ascii: " ")) }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }
}
