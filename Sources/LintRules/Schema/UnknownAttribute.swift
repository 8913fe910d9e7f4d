package import Diagnostics
package import FigureValidator

/// A key that the schema does not know where it stands.
package enum UnknownAttribute: Rule {
  package static let metadata = RuleMetadata(
    id: .unknownAttribute, name: "unknown-attribute", severity: .error, since: "0.1.0",
    summary: "the schema has no such attribute at this place",
    rationale: """
      plotly.js ignores a key that it does not know, without a word: the attribute keeps its default. figlint looks each \
      key up in the schema of the target version, with the trace's type and the attributes that trace types bring into \
      the layout. It offers names that are spelt alike, the nested form of a name in one word (titlefont, marker_color) \
      and the object that has the attribute if this one has not.
      """,
    wrong: #"{"data": [{"y": [1, 2], "marker": {"colour": "red"}}]}"#,
    right: #"{"data": [{"y": [1, 2], "marker": {"color": "red"}}]}"#,
    remedy: "correct the name, move the attribute to the object that has it, or keep notes of your own in 'meta'")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    guard case .unknownKey(let place) = problem.detail else { return Words("unknown attribute") }
    return UnknownKeyWords.words(for: problem, place, context, noun: UnknownKeyWords.noun(of: place))
  }
}
