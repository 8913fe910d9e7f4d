package import Diagnostics
package import FigureValidator
import JSONCore
import ValidationTree

/// A button or a step changes an attribute that there is not, or to a value that it does not take.
package enum MenuArgs: MenuRule {
  package static let metadata = RuleMetadata(
    id: .menuArgs, name: "menu-args", severity: .warning, since: "0.1.0",
    summary: "an argument of a button or a step names no attribute, or has a value that the attribute does not take",
    rationale: """
      A button calls Plotly.restyle, relayout or update with its arguments, which name attributes by their paths. plotly.js takes a path \
      that names nothing, and a value that the attribute does not take, without a word, and the button does nothing. Nobody else looks \
      into arguments.
      """,
    wrong:
      #"{"data": [{"y": [1, 2]}], "layout": {"updatemenus": [{"buttons": [{"method": "restyle", "args": [{"marker.colour": "red"}]}]}]}}"#,
    right:
      #"{"data": [{"y": [1, 2]}], "layout": {"updatemenus": [{"buttons": [{"method": "restyle", "args": [{"marker.color": "red"}]}]}]}}"#,
    remedy: "correct the path or the value; 'restyle' changes traces, 'relayout' the layout, 'update' both")

  static func check(_ commands: [MenuCommand], _ figure: FigureView, into problems: inout [Problem]) {
    let traces = Place(containers: containers(figure, commands), isLayout: false, trial: ValueTrial(figure))
    let layout = Place(containers: [figure.tree.layout], isLayout: true, trial: traces.trial)
    for command in commands {
      if !traces.containers.isEmpty {
        if let changes = command.traceChanges {
          figure.forEachMember(in: changes) { key, kind, value in
            look(at: key.string.range, (kind, value), traces, figure, &problems)
          }
        } else if command.method == "restyle", let path = command.argument(0, .string) {
          look(at: path, command.arguments.dropFirst().first, traces, figure, &problems)
        }
      }
      if let changes = command.layoutChanges {
        figure.forEachMember(in: changes) { key, kind, value in
          look(at: key.string.range, (kind, value), layout, figure, &problems)
        }
      } else if command.method == "relayout", let path = command.argument(0, .string) {
        look(at: path, command.arguments.dropFirst().first, layout, figure, &problems)
      }
    }
  }

  /// What paths begin at: the traces, by the containers of their types, or the layout.
  private struct Place {
    let containers: [ContainerID]
    let isLayout: Bool
    let trial: ValueTrial
  }

  /// Whether the path is of the traces or of the layout, or the value is what is wrong.
  private enum Flaw: UInt8 {
    case noTraceAttribute, noLayoutAttribute, wrongValue
  }

  private static func look(
    at string: Range<Int>, _ value: (kind: ValueKind, range: Range<Int>)?, _ place: Place, _ figure: FigureView,
    _ problems: inout [Problem]
  ) {
    let path = string.dropFirst().dropLast()
    guard !path.isEmpty, !path.contains(where: { figure.bytes[$0] == UInt8(ascii: "\\") }) else { return }
    if !place.isLayout, figure.bytes.equals(path, "type") { return }
    var first: AttributePath.Stop?
    var attributes: [AttributeID] = []
    var isElsewhere = false
    for container in place.containers {
      switch AttributePath.follow(
        figure.bytes, path, below: container, isLayout: place.isLayout, in: figure.targets, figure.tree)
      {
      case .stop(let stop):
        if first.map({ stop.name.lowerBound > $0.name.lowerBound }) ?? true { first = stop }
      case .attribute(let attribute): attributes.append(attribute)
      case .other: isElsewhere = true
      }
    }
    guard !isElsewhere else { return }
    if !attributes.isEmpty {
      guard let value else { return }
      let refused = attributes.compactMap { self.refused(value, by: $0, place, figure) }
      guard refused.count == attributes.count, let part = refused.first else { return }
      return figure.report(
        .menuArgs, at: part,
        FactDetail(Flaw.wrongValue.rawValue, (Int(attributes[0].rawValue), 0), other: string), to: &problems)
    }
    guard let first else { return }
    let position = first.name.lowerBound - path.lowerBound
    let flaw = place.isLayout ? Flaw.noLayoutAttribute : .noTraceAttribute
    figure.report(
      .menuArgs, at: string,
      FactDetail(flaw.rawValue, (Int(first.container.rawValue), position), other: string), to: &problems)
  }

  /// The part of a value that plotly.js refuses. An array of `restyle` has a value for each trace.
  private static func refused(
    _ value: (kind: ValueKind, range: Range<Int>), by attribute: AttributeID, _ place: Place, _ figure: FigureView
  ) -> Range<Int>? {
    switch value.kind {
    case .null, .nonFinite, .object: return nil
    case .array where !place.isLayout:
      switch figure.tree.attribute(attribute).valType {
      case .dataArray, .infoArray, .colorlist, .colorscale, .any: return nil
      default: break
      }
      var refused: Range<Int>?
      figure.forEachElement(in: value.range) { _, kind, range in
        let isScalar = kind != .array && kind != .object && kind != .null && kind != .nonFinite
        if isScalar, place.trial.isRefused(range, by: attribute) { refused = range }
        return refused == nil
      }
      return refused
    default: return place.trial.isRefused(value.range, by: attribute) ? value.range : nil
    }
  }

  /// The containers of the trace types that the figure has, or gets from a button.
  private static func containers(_ figure: FigureView, _ commands: [MenuCommand]) -> [ContainerID] {
    var types: Set<Int> = []
    var containers: [ContainerID] = []
    let edges = figure.tree.edges(of: figure.tree.traces)
    func add(_ type: Int) {
      guard type < edges.count, types.insert(type).inserted else { return }
      let edge = edges[edges.startIndex + type]
      if figure.tree.variantCount(of: edge) > 0 {
        containers.append(figure.tree.variant(of: edge, at: 0).node.container)
      }
    }
    for trace in figure.traces { add(figure.facts.traceType(of: trace) ?? .max) }
    func add(named kind: ValueKind, _ range: Range<Int>) {
      guard kind == .string else { return }
      let name = StringText.string(figure.bytes, range.dropFirst().dropLast())
      guard let edge = figure.tree.word(name).flatMap({ figure.tree.edge(figure.tree.traces, $0) }) else { return }
      add(figure.tree.ordinal(of: edge, in: figure.tree.traces))
    }
    for command in commands {
      if command.method == "restyle", command.arguments.count > 1, let path = command.argument(0, .string),
        figure.bytes.equals(path, "\"type\"")
      {
        add(named: command.arguments[1].kind, command.arguments[1].range)
      }
      guard let changes = command.traceChanges, let type = figure.value(of: "type", in: changes) else { continue }
      add(named: type.kind, type.range)
      figure.forEachElement(in: type.range) { _, kind, range in
        add(named: kind, range)
        return true
      }
    }
    return containers
  }

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    let path = context.value(problem.range)
    let fact = problem.fact
    if Flaw(rawValue: fact.flaw) == .wrongValue {
      let attribute = AttributeID(rawValue: UInt16(truncatingIfNeeded: fact.numbers.0))
      let name = fact.other.map { context.value($0).shown } ?? "the attribute"
      return Words(
        "\(name) does not take \(path.withKind): nothing is changed",
        help: "expected \(ValueDescription(context.tree, attribute).text)")
    }
    let place = Flaw(rawValue: fact.flaw) == .noTraceAttribute ? "of the traces" : "of the layout"
    let words = Words("\(path.shown) names no attribute \(place): nothing is changed")
    guard let text = path.text, let other = fact.other,
      let name = context.value(other).kind == .number ? nil : text.part(fact.numbers.1)
    else { return words }
    let container = ContainerID(rawValue: UInt16(truncatingIfNeeded: fact.numbers.0))
    var nearest = NearestNames(to: name)
    for edge in context.tree.edges(of: container)
    where !context.tree.versions(of: edge).isDisjoint(with: problem.versions) {
      context.tree.offer(context.tree.word(of: edge), to: &nearest)
    }
    return Words(words.message, help: EnglishList.didYouMean(nearest.matches.shown))
  }
}

extension String {
  /// The name that begins at a position (UTF-8) of a path.
  fileprivate func part(_ position: Int) -> String? {
    let rest = utf8.dropFirst(position).prefix { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "[") }
    return rest.isEmpty ? nil : String(rest)
  }
}
