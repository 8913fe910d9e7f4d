import Diagnostics
import JSONCore

/// Findings that are known and not reported: what a project had when it began to use figlint.
package struct Baseline: Sendable {
  /// By the files' paths from the directory of the baseline.
  package private(set) var files: [String: FindingTally] = [:]

  package init() {}

  /// How many findings it holds.
  package var count: Int { files.values.reduce(0) { $0 + $1.values.reduce(0, +) } }

  /// Takes the findings of a file in place of those that it had.
  package mutating func set(_ file: String, to tally: FindingTally) { files[file] = tally.isEmpty ? nil : tally }

  // MARK: - Text

  /// As a file holds it: sorted, and each entry on a line of its own, so that differences can be read and merged.
  package var text: String {
    var lines: [String] = []
    for (file, tally) in files.inOrder(by: { $0.key < $1.key }) {
      for (key, count) in tally.inOrder(by: { $0.key < $1.key }) {
        var line: [UInt8] = []
        JSONWriter.append(to: &line) { json in
          json.object { json in
            json.member("file", file)
            json.member("rule", key.rule.description)
            json.member("pointer", key.pointer)
            json.member("value", key.value)
            if count > 1 { json.member("count", count) }
          }
        }
        lines.append("    " + String(decoding: line, as: UTF8.self))
      }
    }
    let list = lines.isEmpty ? "[]" : "[\n" + lines.joined(separator: ",\n") + "\n  ]"
    return "{\n  \"version\": 1,\n  \"findings\": \(list)\n}\n"
  }

  /// What became of reading a file.
  package enum Answer: Sendable {
    case baseline(Baseline)
    case error(ConfigurationError)
  }

  /// - Parameter path: what an error calls the file.
  package static func read(_ text: [UInt8], path: String) -> Answer {
    func error(_ offset: Int, _ message: String) -> Answer {
      let flaw = Flaw(offset, message, help: "'figlint check --update-baseline' writes the file anew")
      return .error(Flaw.errors([flaw], in: text, path: path)[0])
    }
    guard text.count <= JSONTape.maximumLength else { return error(0, "the file is too large for a baseline") }
    return text.withInputBytes { bytes in
      let tape: JSONTape
      do throws(ScanError) {
        tape = try JSONTape(bytes)
      } catch {
        return .error(
          Flaw.errors([Flaw(breakingAt: error, bytes)], in: text, path: path)[0])
      }
      guard let version = tape.member(0, "version"), let findings = tape.member(0, "findings"),
        tape.kind(findings) == .array
      else { return error(0, "this is no baseline of figlint") }
      guard tape.number(version) == 1 else {
        return error(tape.range(version).lowerBound, "the baseline is of a version that this figlint does not know")
      }
      var baseline = Baseline()
      for entry in tape.elements(findings) {
        guard let file = tape.text(entry, "file"), let id = tape.text(entry, "rule"), let rule = RuleID(id),
          let pointer = tape.text(entry, "pointer"), let value = tape.text(entry, "value")
        else {
          return error(
            tape.range(entry).lowerBound, "an entry of a baseline has 'file', 'rule', 'pointer' and 'value'")
        }
        let count = tape.member(entry, "count").flatMap { tape.number($0) }.flatMap { Int(exactly: $0) } ?? 1
        guard count > 0 else { return error(tape.range(entry).lowerBound, "the 'count' of an entry is at least 1") }
        let key = FindingKey(rule: rule, pointer: pointer, value: value)
        baseline.files[file, default: [:]][key, default: 0] += min(count, 1 << 40)
      }
      return .baseline(baseline)
    }
  }
}

extension JSONTape {
  /// The text of a member that is a string.
  fileprivate func text(_ object: Int, _ name: StaticString) -> String? {
    member(object, name).flatMap { kind($0) == .string ? string($0) : nil }
  }
}
