package import Diagnostics
package import FigureValidator
import JSONCore

/// A key that reaches into what all JavaScript objects share.
package enum ProtoKey: Rule {
  package static let metadata = RuleMetadata(
    id: .protoKey, name: "proto-key", severity: .error, since: "0.1.0",
    summary: "a key names what all JavaScript objects share",
    rationale: """
      plotly.js before 2.25.2 copied '__proto__' and 'constructor' from a figure into the objects of the page \
      (CVE-2023-46308), which lets a figure change other programs. No attribute has such a name.
      """,
    wrong: #"{"data": [{"y": [1, 2], "__proto__": {"polluted": true}}]}"#,
    right: #"{"data": [{"y": [1, 2]}]}"#,
    remedy: "delete it")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    let key = context.value(problem.range)
    let edits = context.containers.last.flatMap {
      MemberDeletion.edits(
        deleting: problem.range, inObjectAt: $0, knowing: context.outline.values, context.bytes)
    }
    return Words(
      "unknown attribute \(key.shown): plotly.js before 2.25.2 lets it change all objects of the page",
      help: "delete it", fix: edits.map { Fix(isSafe: false, edits: $0) })
  }
}
