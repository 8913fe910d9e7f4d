/// The text form: one that is read and compared line by line.
///
///     plotly.js 4.1.1
///     unused holds
///       roots trace:bar trace:funnel
///       attributes T:outsidetextfont
///       when T:textposition=inside|none…
///
/// A line `when` is an alternative; its atoms stand behind tabs, each a feature, a space, and its tokens with commas between them. A
/// line `null` is an attribute and the trace types in which `null` there has no effect.
extension DefaultsModel {
  package var text: String {
    var text = "plotly.js \(version)\n"
    for rule in rules {
      text += "\(rule.code) \(rule.reach)\n  roots \(rule.roots.joined(separator: " "))\n"
      text += "  attributes \(rule.attributes.joined(separator: " "))\n"
      for alternative in rule.alternatives {
        text += "  when"
        for atom in alternative { text += "\t\(atom.feature) \(atom.tokens.joined(separator: ","))" }
        text += "\n"
      }
    }
    for null in unusedNulls { text += "null \(null.attribute) \(null.types.joined(separator: " "))\n" }
    return text
  }

  /// Reads the text form.
  ///
  /// - Throws: ``DefaultsError`` with the line that is no such line.
  package init(text: String) throws(DefaultsError) {
    self.init()
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let words = line.split(separator: " ").map(String.init)
      guard let first = words.first else { continue }
      let rest = Array(words.dropFirst())
      let last = rules.count - 1
      switch first {
      case "plotly.js" where rest.count == 1: version = rest[0]
      case "unused", "invisible", "dynamic", "dynamic[0]", "dynamic[1]":
        rules.append(Rule(code: first, reach: rest.first ?? "", roots: [], attributes: [], alternatives: []))
      case "roots" where last >= 0: rules[last].roots = rest
      case "attributes" where last >= 0: rules[last].attributes = rest
      case _ where line.hasPrefix("  when") && last >= 0:
        rules[last].alternatives.append(
          line.split(separator: "\t").dropFirst().map { atom in
            let space = atom.firstIndex(of: " ") ?? atom.endIndex
            let tokens = atom[space...].dropFirst().split(separator: ",").map(String.init)
            return Atom(feature: String(atom[..<space]), tokens: tokens)
          })
      case "null" where rest.count > 1:
        unusedNulls.append(UnusedNull(attribute: rest[0], types: Array(rest.dropFirst())))
      default: throw DefaultsError(line: index + 1, message: "'\(first)' begins no line of conditions")
      }
    }
  }
}
