/// The `figlint.json` that `figlint init` writes: every key with what it means, and all but the first commented out.
package enum ConfigurationTemplate {
  /// Ends with a line feed.
  package static func text() -> String {
    var lines = [
      "// What figlint checks in the figures of this folder and those below it. 'figlint check --help' says what the",
      "// command line can do beside; it wins over this file.",
      "{",
    ]
    for key in ConfigurationKey.all {
      lines += wrapped(key.summary).map { "  // " + $0 }
      let member = "\"\(key.name)\": \(key.example),"
      lines.append(key.name == "targets" ? "  " + member : "  // " + member)
      lines.append("")
    }
    lines.removeLast()
    return (lines + ["}"]).joined(separator: "\n") + "\n"
  }

  /// Lines of at most 90 characters.
  private static func wrapped(_ text: String) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.count + 1 + word.count > 90 {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " \(word)"
    }
    return lines + [line]
  }
}
