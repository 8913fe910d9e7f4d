package import Diagnostics
package import FigureValidator

/// A program made the name up.
package enum GeneratedName: Rule {
  package static let metadata = RuleMetadata(
    id: .generatedName, name: "generated-name", severity: .warning, since: "0.1.0",
    summary: "a column has the name that a program gives to columns without one",
    rationale: """
      pandas calls the saved index 'Unnamed: 0' and levels 'level_0'; a missing header becomes 'nan' or \
      'undefined'. The column was mostly not meant to be there.
      """,
    wrong: #"{"data": {"cols": {"Unnamed: 0": {"data": [0, 1], "order": 0}, "V": {"data": [3, 4], "order": 1}}}}"#,
    right: #"{"data": {"cols": {"V": {"data": [3, 4], "order": 0}}}}"#,
    remedy: "drop the column (index=False in pandas' to_csv), or give it a name")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    Words(
      "the name \(context.value(problem.range).shown) was made by a program for a column without one",
      help: "drop the column (pandas: index=False), or name it")
  }
}
