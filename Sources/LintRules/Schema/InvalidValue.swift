package import Diagnostics
package import FigureValidator
import ValidationTree

/// A value that plotly.js does not accept for its attribute.
package enum InvalidValue: Rule {
  package static let metadata = RuleMetadata(
    id: .invalidValue, name: "invalid-value", severity: .error, since: "0.1.0",
    summary: "the value is not one that the attribute accepts",
    rationale: """
      plotly.js takes the default instead. What an attribute accepts is plotly.js's own idea of its kind (`valType`, \
      src/lib/coerce.js): a text such as "5" is a number, 5 is a string unless the schema says strict, and colours are \
      read as the target version reads them.
      """,
    wrong: #"{"data": [{"y": [1, 2], "line": {"shape": "spine"}}]}"#,
    right: #"{"data": [{"y": [1, 2], "line": {"shape": "spline"}}]}"#,
    remedy: "write one of the accepted values; `figlint explain ATTRIBUTE` lists them")

  /// Unless another version may take the value: then it matters in which versions there is such a place.
  package static func isToldByTheText(_ problem: Problem, _ context: WordingContext) -> Bool {
    guard case .invalidValue(_, .notListed, _?) = problem.detail else { return true }
    return context.value(problem.range).text.flatMap(context.tree.word) == nil
  }

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    guard case .invalidValue(let id, let fault, let edge) = problem.detail else { return Words("invalid value") }
    let value = context.value(problem.range)
    let words = ValueWords(value: value, id: id, fault: fault, versions: problem.versions, context: context)
    if fault == .notListed, let edge, let text = value.text,
      let history = history(of: text, at: edge, problem, context)
    {
      return Words(newer(value.shown, history, words.message))
    }
    let (help, fix) = words.advice
    return Words(words.message, help: help, fix: fix.map { .replacing($0.range, with: $0.text) })
  }

  /// In which versions the attribute takes the value.
  private static func history(
    of text: String, at edge: EdgeID, _ problem: Problem, _ context: WordingContext
  ) -> VersionHistory? {
    let tree = context.tree
    guard let word = tree.word(text) else { return nil }
    var known: VersionSet = []
    for index in 0..<tree.variantCount(of: edge) {
      let variant = tree.variant(of: edge, at: index)
      guard variant.node.kind == .attribute, let values = tree.attribute(variant.node.attribute).values,
        tree.list(values, contains: word)
      else { continue }
      known.formUnion(variant.versions)
    }
    known.formIntersection(context.place(in: problem.versions).levels.last?.versions ?? tree.allVersions)
    return VersionHistory(known, from: problem.versions, tree)
  }

  private static func newer(_ shown: String, _ history: VersionHistory, _ message: String) -> String {
    guard case .newer(let first) = history.kind else { return "\(message) (\(history.remark))" }
    return "\(shown) needs plotly.js \(first) or newer"
  }
}

extension Fix {
  /// An unsafe fix of one replacement.
  static func replacing(_ range: Range<Int>, with text: String) -> Fix {
    Fix(isSafe: false, edits: [Edit(range: range, text: text)])
  }
}
