import Diagnostics
import JSONCore
import LintRules

/// A key of `figlint.json`: what it means, what its value looks like, and what is done with it.
package struct ConfigurationKey: Sendable {
  package let name: String
  /// One or more sentences.
  package let summary: String
  package let shape: ValueShape
  /// A value as JSON, for the file that `figlint init` writes.
  package let example: String
  /// Takes over a value that has the shape.
  let take: @Sendable (_ value: Int, _ tape: JSONTape, _ file: inout ConfigurationFile) -> Void

  init(
    _ name: String, _ shape: ValueShape, example: String, _ summary: String,
    _ take: @escaping @Sendable (_ value: Int, _ tape: JSONTape, _ file: inout ConfigurationFile) -> Void
  ) {
    self.name = name
    self.shape = shape
    self.example = example
    self.summary = summary
    self.take = take
  }
}

extension ConfigurationKey {
  /// All keys, in the order in which they are documented. Made when a configuration is read, and not before.
  package static var all: [ConfigurationKey] {
    [
      ConfigurationKey(
        "$schema", .text, example: #""./figlint.schema.json""#,
        "Where editors find the JSON Schema of this file, which 'figlint init --schema' prints. figlint does not read it."
      ) { _, _, _ in },
      ConfigurationKey(
        "targets", .list(.text), example: #"["latest"]"#,
        """
        The plotly.js versions to check against, as --target takes them: '4.1.1', '4', 'latest', 'chart-studio' or the path of a \
        plot-schema.json.
        """
      ) { value, tape, file in
        file.targets = tape.strings(value).map { $0.contains("/") || $0.hasSuffix(".json") ? file.path(of: $0) : $0 }
      },
      ConfigurationKey(
        "select", .list(.rule), example: #"["ALL"]"#,
        "Run these rules only, in place of those that are on by default: ids, beginnings of ids, or names."
      ) { value, tape, file in file.select = tape.rules(value) },
      ConfigurationKey(
        "extend-select", .list(.rule), example: #"["null-value"]"#, "Run these rules besides those selected."
      ) { value, tape, file in file.extendSelect = tape.rules(value) },
      ConfigurationKey("ignore", .list(.rule), example: #"["V007"]"#, "Do not run these rules.") { value, tape, file in
        file.ignore = tape.rules(value)
      },
      ConfigurationKey(
        "severities", .map(key: .rule, .choice(["error", "warning", "info", "off"])), example: #"{"S016": "info"}"#,
        "Levels of rules that differ from their own."
      ) { value, tape, file in
        for key in tape.keys(value) {
          let severity = Severity(rawValue: tape.string(key + 1))
          for rule in tape.rule(key) { file.severities.append((rule, severity)) }
        }
      },
      ConfigurationKey(
        "fail-on", .choice(["error", "warning", "never"]), example: #""error""#,
        "The least severity of a finding that makes the exit code 1."
      ) { value, tape, file in file.failOn = tape.string(value) },
      ConfigurationKey(
        "per-file-ignores", .map(key: .place, .list(.rule)),
        example: #"{"old/**": ["V"], "figs/*.json#data[*].marker": ["S002"]}"#,
        """
        Rules that are not run in some files, or in some places of them: a glob, relative to this file, and behind '#' the path of an \
        attribute, which stands for all below it, too.
        """
      ) { value, tape, file in
        for key in tape.keys(value) {
          guard let place = FilePlace(tape.string(key), base: file.folder) else { continue }
          file.exceptions.append(FileException(place: place, rules: RuleSet(tape.rules(key + 1))))
        }
      },
      ConfigurationKey(
        "include", .list(.text), example: #"["*.json"]"#,
        "In directories take files that match these globs, instead of those that figlint takes by itself."
      ) { value, tape, file in file.include = tape.strings(value) },
      ConfigurationKey(
        "exclude", .list(.text), example: #"["archive/"]"#,
        "Pass over files and directories that match, as lines of a .gitignore would. --exclude adds to them."
      ) { value, tape, file in file.exclude = tape.strings(value) },
      ConfigurationKey(
        "baseline", .text, example: #""figlint-baseline.json""#,
        """
        A file of findings that are known and not reported, relative to this file. 'figlint check --update-baseline' writes it.
        """
      ) { value, tape, file in file.baseline = file.path(of: tape.string(value)) },
      ConfigurationKey("limits", .object(limits), example: #"{"depth": 512}"#, "Limits of what is checked.") {
        value, tape, file in
        for key in tape.keys(value) {
          ConfigurationKey.limits.first { $0.name == tape.string(key) }?.take(key + 1, tape, &file)
        }
      },
      ConfigurationKey(
        "metadata", .anyObject, example: #"{"required": ["instrument"], "properties": {"gain": {"unit": "dB"}}}"#,
        "What the metadata of grids must hold (M009), in keywords of JSON Schema, 'glob' and 'unit'."
      ) { value, tape, file in file.metadata = tape.compactText(value) },
    ]
  }

  private static var limits: [ConfigurationKey] {
    [
      ConfigurationKey(
        "depth", .integer(1...100_000), example: "512", "Levels of nesting above which a file is refused."
      ) { value, tape, file in file.maximumDepth = tape.number(value).flatMap { Int(exactly: $0) } },
      ConfigurationKey(
        "grid-bytes", .integer(1...Int.max), example: "10485760", "Bytes above which a grid is reported (G015)."
      ) { value, tape, file in file.gridBytes = tape.number(value).flatMap { Int(exactly: $0) } },
      ConfigurationKey(
        "metadata-value-bytes", .integer(1...Int.max), example: "10000",
        "Bytes above which a value in metadata is reported (M005)."
      ) { value, tape, file in file.metadataValueBytes = tape.number(value).flatMap { Int(exactly: $0) } },
      ConfigurationKey(
        "drawn-cells", .integer(1...Int.max), example: "40000",
        "Cells of a column above which a trace without WebGL is reported (G016)."
      ) { value, tape, file in file.drawnCells = tape.number(value).flatMap { Int(exactly: $0) } },
    ]
  }
}

extension JSONTape {
  /// The strings of a list, or the one that stands for it.
  fileprivate func strings(_ value: Int) -> [String] {
    kind(value) == .array ? elements(value).map { string($0) } : [string(value)]
  }

  /// The rules that a string means.
  fileprivate func rule(_ value: Int) -> [RuleID] { (try? RuleSelector(string(value)).rules) ?? [] }

  /// The rules that the strings of a list mean.
  fileprivate func rules(_ value: Int) -> [RuleID] {
    strings(value).flatMap { (try? RuleSelector($0).rules) ?? [] }
  }
}
