package import Diagnostics
package import FigureValidator
import JSONCore

/// A text names a place on somebody's computer.
package enum LocalPath: Rule {
  package static let metadata = RuleMetadata(
    id: .localPath, name: "local-path", severity: .warning, since: "0.1.0",
    summary: "a text holds a path on somebody's computer",
    rationale: """
      A file: address cannot be loaded by anybody else, and the path of a home directory tells readers the name of a user \
      and how the computer is laid out. The first such text of an array is reported.
      """,
    wrong: #"{"data": [{"y": [1, 2], "name": "/home/anna/lab/run7.csv"}]}"#,
    right: #"{"data": [{"y": [1, 2], "name": "run7.csv"}]}"#,
    remedy: "write the name of the file alone")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    let value = context.value(problem.range)
    guard case .textRisk(.fileURL) = problem.detail else {
      return Words("\(value.shown) names a home directory", help: "write the name of the file alone")
    }
    return Words(
      "\(value.shown) is an address on one computer alone", help: "write an https address, or the name of the file")
  }
}
