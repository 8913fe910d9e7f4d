package import Diagnostics
package import FigureValidator
import JSONCore
import ValidationTree

/// A template of texts has a variable that there is not.
package enum TemplateVariable: TraceRule {
  package static let metadata = RuleMetadata(
    id: .templateVariable, name: "template-variable", severity: .warning, since: "0.1.0",
    summary: "a hovertemplate or texttemplate has an unknown variable or a bad format",
    rationale: """
      plotly.js replaces %{y} by the value of the point. A name that the point does not have is shown as it is written, braces and all. What \
      a point has: the attributes of its trace, the variables of its trace type (percent of a pie), x, y, z, customdata[0] and so on. \
      Formats behind ':' are those of d3-format, behind '|' those of d3-time-format.
      """,
    wrong: #"{"data": [{"y": [1, 2], "hovertemplate": "%{yy:.2f}"}]}"#,
    right: #"{"data": [{"y": [1, 2], "hovertemplate": "%{y:.2f}"}]}"#,
    remedy: "correct the name or the format")

  static func check(_ trace: TraceMembers, into problems: inout [Problem]) {
    let figure = trace.figure
    for name in [TraceName.hovertemplate, .texttemplate] {
      if let member = trace[name] { look(at: member, trace, &problems) }
    }
    guard trace.type == .sankey else { return }
    for part in [trace[.node], trace[.link]] {
      if let member = figure.member(part, "hovertemplate") { look(at: member, trace, &problems) }
    }
  }

  private static func look(at member: Int, _ trace: TraceMembers, _ problems: inout [Problem]) {
    let figure = trace.figure
    guard !figure.isWrong(member) else { return }
    if figure.facts.members[member].kind == .string {
      _ = look(at: figure.facts.range(of: member), trace, &problems)
      return
    }
    figure.forEachElement(member) { position, kind, range in
      // A few stand for all.
      position < 50 && (kind != .string || !look(at: range, trace, &problems))
    }
  }

  /// Reports the first flaw of a template; returns whether there is one.
  private static func look(at string: Range<Int>, _ trace: TraceMembers, _ problems: inout [Problem]) -> Bool {
    let bytes = trace.figure.bytes
    var text = TemplateText(bytes, string.dropFirst().dropLast())
    while let variable = text.next() {
      let flaw: UInt8
      let range: Range<Int>
      if !isKnown(variable.name, trace) {
        flaw = 0
        range = variable.name
      } else if let format = variable.format, !NumberFormat.isValid(bytes, format) {
        flaw = 1
        range = format
      } else {
        continue
      }
      trace.figure.report(
        .templateVariable, at: string, FactDetail(flaw, (range.lowerBound, range.count)), to: &problems)
      return true
    }
    return false
  }

  /// Whether a point has the variable: by the first name of its path.
  private static func isKnown(_ name: Range<Int>, _ trace: TraceMembers) -> Bool {
    let bytes = trace.figure.bytes
    let range = name.lowerBound..<(name.first { endsFirstName(bytes[$0]) } ?? name.upperBound)
    // An index alone, or nothing, is left to plotly.js.
    guard !range.isEmpty else { return true }
    return isAttribute(range, of: trace) || PointVariables.contains(bytes.text(range))
  }

  private static func endsFirstName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "["), UInt8(ascii: "*"), UInt8(ascii: "/"), UInt8(ascii: "+"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// Whether the type of the trace has an attribute of the name.
  private static func isAttribute(_ name: Range<Int>, of trace: TraceMembers) -> Bool {
    let bytes = trace.figure.bytes
    let tree = trace.figure.tree
    guard let word = tree.word(KeyHash(bytes, name), bytes, name),
      let ordinal = trace.figure.facts.traceType(of: trace.trace)
    else { return false }
    let edges = tree.edges(of: tree.traces)
    guard ordinal < edges.count, tree.variantCount(of: edges[edges.startIndex + ordinal]) > 0 else { return true }
    return tree.edge(tree.variant(of: edges[edges.startIndex + ordinal], at: 0).node.container, word) != nil
  }

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    let value = context.value(problem.range)
    let (start, length) = problem.fact.numbers
    let range = start..<start + length
    guard range.upperBound <= context.bytes.count, start >= 0, length >= 0 else {
      return Words("\(value.shown) has a bad variable")
    }
    let part = ClippedText(raw: range, context.bytes).quoted
    if problem.fact.flaw == 1 {
      return Words(
        "\(part) is no number format of d3",
        help: "write it as in '.2f', ',.0f' or '.1%'; formats of dates come behind '|'")
    }
    let name = context.bytes.text(range).prefix { $0 != "." && $0 != "[" }
    return Words(
      "a point has no variable \(part): it is shown as it is written",
      help: EnglishList.didYouMean(
        NearestNames.matches(to: String(name), among: PointVariables.common).shown))
  }
}
