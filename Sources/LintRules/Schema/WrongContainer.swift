package import Diagnostics
package import FigureValidator
import JSONCore
import ValidationTree

/// Something else stands where the schema has an object or a list of objects.
package enum WrongContainer: Rule {
  package static let metadata = RuleMetadata(
    id: .wrongContainer, name: "wrong-container", severity: .error, since: "0.1.0",
    summary: "an object or an array is needed at this place",
    rationale: """
      Some places hold an object with attributes of its own (marker, title, xaxis), some an array (data, annotations). \
      plotly.js drops whatever else stands there, with all that is in it. null counts as "not set" for an attribute, \
      but not for a container in an array.
      """,
    wrong: #"{"data": [{"y": [1, 2], "marker": "red"}]}"#,
    right: #"{"data": [{"y": [1, 2], "marker": {"color": "red"}}]}"#,
    remedy: "write an object, or an array of objects; `figlint explain ATTRIBUTE` says which attributes it has")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    if case .notNotebook(let kind) = problem.detail {
      return Words(
        kind == .object
          ? "the object has no list of 'cells': it is no notebook"
          : "received a value that is no object, expected a notebook",
        help: "a notebook is what Jupyter writes: {\"cells\": […], \"nbformat\": 4, …}")
    }
    guard case .wrongContainer(let expected, let received) = problem.detail else { return Words("wrong container") }
    let value = context.value(problem.range)
    var words = Words("received \(value.withKind), expected \(expected.article)")
    switch (expected, received) {
    case (.object, .string), (.object, .number): offerMember(value, context, problem, &words)
    case (.object, .array) where context.path.isEmpty:
      words.help = "a figure is an object: {\"data\": […], \"layout\": {…}}"
    case (.object, .array):
      words.help = value.isEmptyArray ? "write {} for an empty object" : "write the object without brackets around it"
    case (.array, .object): words.help = "write brackets around it: [{…}]"
    case (.object, .null):
      if case .index? = context.path.last { words.help = "delete it: null is not skipped here" }
    default: break
    }
    return words
  }

  /// Offers the member that a scalar is meant for: the text of a title (which was a string before plotly.js 3), the
  /// colour or the size of most other objects.
  private static func offerMember(
    _ value: ReceivedValue, _ context: WordingContext, _ problem: Problem, _ words: inout Words
  ) {
    let levels = context.fullPlace(in: problem.versions).levels
    guard let level = levels.last, level.pathLength == context.path.count, case .key? = context.path.last else {
      return
    }
    let isColour = Colour.isColour(context.bytes, value.content, grammar: context.tree.grammar(in: problem.versions))
    let candidates =
      value.kind == .number ? ["size", "width"] : isColour ? ["text", "color"] : ["text", "family"]
    let member = candidates.first { name in
      SchemaMember(name, in: level, context.tree)
        .map { !$0.versions(in: level).isDisjoint(with: problem.versions) } ?? false
    }
    guard let member else { return }
    words.help = "write {\"\(member)\": …}"
    words.fix = Fix(
      isSafe: false,
      edits: [
        Fix.Edit(range: value.range.lowerBound..<value.range.lowerBound, text: "{\"\(member)\": "),
        Fix.Edit(range: value.range.upperBound..<value.range.upperBound, text: "}"),
      ])
  }
}
