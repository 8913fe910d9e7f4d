package import Diagnostics
import JSONCore

/// The pages of `figlint rules` and `figlint explain RULE`, made from the rules' metadata.
///
/// Lines end with `\n`, the last one too. Text is at most ``width`` columns wide, except for examples.
package enum RuleDocumentation {
  static let width = 96

  /// All rules as a table: id, name, severity, whether it is on by default, summary.
  package static func table() -> String {
    let rows = RuleRegistry.metadata
    let nameWidth = rows.map(\.name.count).max() ?? 0
    var text = ""
    for group in RuleGroup.all {
      text += "\(text.isEmpty ? "" : "\n")\(group.letter): \(group.title)\n"
      for rule in group.rules {
        text += "  \(rule.id)  \(padded(rule.name, nameWidth))  \(padded(rule.severity.rawValue, 7))"
        text += "  \(rule.isOnByDefault ? "on " : "off")  "
        let indent = 2 + 4 + 2 + nameWidth + 2 + 7 + 2 + 3 + 2
        text += wrapped(rule.summary, indent: indent).drop { $0 == " " } + "\n"
      }
    }
    return text + "\n'figlint explain RULE' says more about one of them.\n"
  }

  /// All rules as a JSON array of objects, one a line.
  package static func json() -> String {
    let lines = RuleRegistry.metadata.map { rule in
      var line: [UInt8] = []
      JSONWriter.append(to: &line) { writer in
        writer.object { writer in
          writer.member("id", rule.id.description)
          writer.member("name", rule.name)
          writer.member("group", RuleGroup(of: rule.id)?.title ?? "")
          writer.member("severity", rule.severity.rawValue)
          writer.member("onByDefault", rule.isOnByDefault)
          writer.member("since", rule.since)
          writer.member("summary", rule.summary)
          writer.member("rationale", rule.rationale)
          writer.member("wrong", rule.wrong)
          writer.member("right", rule.right)
          writer.member("remedy", rule.remedy)
        }
      }
      return String(decoding: line, as: UTF8.self)
    }
    return "[\n" + lines.joined(separator: ",\n") + "\n]\n"
  }

  /// All rules as Markdown: a table for each group, then a section for each rule.
  package static func markdown() -> String {
    var text =
      "# Rules\n\nWhat figlint looks for, made from its rules: `figlint rules --format markdown` prints this page, and "
    text +=
      "`figlint explain S001` one of its parts. `--select`, `--ignore` and `--extend-select` choose rules by id, group or name; "
    text += "`--severity S014=off` changes their weight.\n"
    for group in RuleGroup.all {
      text +=
        "\n## \(group.letter): \(group.title)\n\n| id | name | severity | default | what |\n|---|---|---|---|---|\n"
      for rule in group.rules {
        text +=
          "| [\(rule.id)](#\(rule.id.description.lowercased())-\(rule.name)) | `\(rule.name)` | \(rule.severity.rawValue) "
        text += "| \(rule.isOnByDefault ? "on" : "off") | \(rule.summary) |\n"
      }
    }
    for rule in RuleRegistry.metadata {
      text += "\n### \(rule.id) \(rule.name)\n\n\(sentence(rule.summary))\n\n"
      text += "*\(rule.severity.rawValue), \(rule.isOnByDefault ? "on" : "off") by default, since \(rule.since)*\n\n"
      text += "\(rule.rationale)\n\n"
      text += "Wrong:\n\n```json\n\(shortened(rule.wrong))\n```\n\nRight:\n\n```json\n\(shortened(rule.right))\n```\n\n"
      text += "Instead: \(rule.remedy).\n"
    }
    return text
  }

  /// All about one rule.
  package static func page(_ rule: RuleMetadata) -> String {
    let state = rule.isOnByDefault ? "on by default" : "off by default"
    var text = "\(rule.id) \(rule.name)\n"
    text += "\(RuleGroup(of: rule.id)?.title ?? ""), \(rule.severity.rawValue), \(state), since \(rule.since)\n\n"
    text += wrapped(sentence(rule.summary), indent: 0) + "\n\n"
    text += wrapped(rule.rationale, indent: 0) + "\n\n"
    text += "Wrong:\n  \(shortened(rule.wrong))\n\nRight:\n  \(shortened(rule.right))\n\n"
    text += wrapped("Instead: \(rule.remedy).", indent: 0) + "\n"
    return text
  }
}

// MARK: - Text

extension RuleDocumentation {
  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  /// The text broken at spaces into lines of at most ``width`` columns, each indented.
  static func wrapped(_ text: String, indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, indent + line.count + 1 + word.count > width {
        lines.append(margin + line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " \(word)"
    }
    return (lines + [margin + line]).joined(separator: "\n")
  }

  /// The text with a capital and a full stop.
  private static func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() + "." }

  /// An example, cut in the middle where it is long for a purpose.
  private static func shortened(_ example: String) -> String {
    example.count <= 200 ? example : "\(example.prefix(70)) … \(example.suffix(20))"
  }
}
