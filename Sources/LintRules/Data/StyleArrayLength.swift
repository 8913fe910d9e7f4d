package import Diagnostics
package import FigureValidator
import JSONCore
import ValidationTree

/// An array with a style or text for each point has another length than the data.
package enum StyleArrayLength: TraceRule {
  package static let metadata = RuleMetadata(
    id: .styleArrayLength, name: "style-array-length", severity: .warning, since: "0.1.0",
    summary: "an array with one value for each point has another length than the data",
    rationale: """
      Where an attribute takes an array, its first element is for the first point and so on. Points for which none is left get \
      the default; elements without a point are lost. Either way the wrong points are styled, or labelled, or get the wrong error bars.
      """,
    wrong: #"{"data": [{"x": [1, 2, 3], "y": [4, 5, 6], "marker": {"size": [10, 20]}}]}"#,
    right: #"{"data": [{"x": [1, 2, 3], "y": [4, 5, 6], "marker": {"size": [10, 20, 30]}}]}"#,
    remedy: "write one element for each point, or a single value for all of them")

  static func check(_ trace: TraceMembers, into problems: inout [Problem]) {
    guard PointArrays.isStyledByPoint(trace.type), let points = points(trace) else { return }
    let figure = trace.figure
    var index = trace.trace + 1
    let end = Int(figure.facts.members[trace.trace].end)
    while index < end {
      defer { index += 1 }
      let kind = figure.facts.members[index].kind
      guard kind == .array || kind == .object, figure.facts.members[index].node.kind == .attribute,
        let survey = figure.facts.survey(of: index),
        survey.count > 0, survey.count != points, !figure.isWrong(index), !isBase(index, trace),
        isOnePerPoint(index, survey, figure), !isMeant(index, survey.count, points, trace)
      else { continue }
      figure.report(.styleArrayLength, member: index, FactDetail(0, (survey.count, points)), to: &problems)
    }
  }

  /// Whether a member says where the points are.
  private static func isBase(_ index: Int, _ trace: TraceMembers) -> Bool {
    PointArrays.bases(of: trace.type).contains { trace[$0] == index }
  }

  /// How many points the trace has; nil where that is not certain.
  private static func points(_ trace: TraceMembers) -> Int? {
    var points: Int?
    for name in PointArrays.bases(of: trace.type) {
      guard trace[name] != nil else { continue }
      guard let survey = trace.array(name), let count = LengthMismatch.length(survey), count == points ?? count else {
        return nil
      }
      points = count
    }
    return points
  }

  /// Whether another length is a known way to write something.
  private static func isMeant(_ index: Int, _ count: Int, _ points: Int, _ trace: TraceMembers) -> Bool {
    // The slices of a pie that are left take their colours from the colorway.
    if trace.type == .pie || trace.type == .funnelarea {
      return count < points && trace.figure.isKey(of: index, "colors")
    }
    guard trace.figure.isKey(of: index, "color") else { return false }
    // A point nobody sees that brings a colour bar along, and a colour for each piece of a line.
    let parent = Int(trace.figure.facts.members[index].parent)
    return points == 1 || count == points - 1 && trace.figure.isKey(of: parent, "line")
  }

  private static func isOnePerPoint(_ index: Int, _ survey: ArraySurvey, _ figure: FigureView) -> Bool {
    let attribute = figure.tree.attribute(figure.facts.members[index].node.attribute)
    if attribute.flags.contains(.arrayOk) {
      return !figure.isKey(of: index, "meta") && !figure.isKey(of: index, "hoverinfo")
        && !figure.isKey(of: index, "textposition")
    }
    guard attribute.valType == .dataArray else { return false }
    return figure.isKey(of: index, "text") || figure.isKey(of: index, "customdata") || figure.isKey(of: index, "ids")
      || figure.isKey(of: index, "array") || figure.isKey(of: index, "arrayminus")
      || figure.isKey(of: index, "hovertext") || figure.isKey(of: index, "colors")
  }

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    let (own, points) = problem.fact.numbers
    let help =
      own < points
      ? "the last \(points - own == 1 ? "point gets" : "\(points - own) points get") the default: write one element for each, or a single value"
      : "the last \(own - points == 1 ? "one has" : "\(own - points) have") no point: make both of the same length"
    return Words(
      "'\(context.memberName)' has \(EnglishList.count(own, "element")) for \(EnglishList.count(points, "point"))",
      help: help)
  }
}
