import Diagnostics
import FigureValidator
import JSONCore
import ValidationTree

/// Words for what plotly.js does while it fills in defaults: what happens, the conditions that make it so, and what to change.
enum DefaultsWords {
  static func words(for problem: Problem, _ context: WordingContext) -> Words {
    guard case .fact(let detail) = problem.detail, let flaw = DefaultsClaim.Flaw(rawValue: detail.flaw) else {
      return Words("plotly.js drops this")
    }
    let name = name(context.path)
    if flaw == .ends { return ends(name, DefaultsEnds.Fault(rawValue: UInt8(detail.numbers.0)), problem, context) }
    let conditions = Conditions(detail, name, context)
    let why = conditions.text.isEmpty ? "" : ": \(conditions.text)"
    switch flaw {
    case .unneeded: return Words("nothing in the figure uses '\(name)'", help: "remove it, or refer to it")
    case .decided:
      return Words("'\(name)' has no effect: an earlier trace of the same stackgroup decides", help: "remove it")
    case .unused:
      return Words("'\(name)' has no effect\(why)", help: conditions.help.map { "\($0), or remove '\(name)'" })
    case .noMatch:
      return Words(
        "'\(name)' is \(context.value(problem.range).shown), which is no axis of the figure: there is nothing to match",
        help: "name an axis that the figure has")
    case .overlay:
      let axis = context.value(problem.range).shown
      return Words(
        "'\(name)' is \(axis), which overlays another axis itself: plotly.js drops it",
        help: "overlay the axis at the bottom")
    case .dynamic where problem.rule == .axisCycle:
      return Words("'\(name)' is \(context.value(problem.range).shown), the axis itself", help: "name another axis")
    case .dynamic where problem.rule == .danglingAxisRef:
      return Words(
        "'\(name)' is \(context.value(problem.range).shown), which cannot be meant: plotly.js takes another",
        help: "name an axis that the figure has, of the letter that is wanted")
    case .dynamic: return Words("plotly.js puts another value in the place of '\(name)'\(why)", help: conditions.help)
    case .ends, .copied: return Words("plotly.js copies the object in '\(name)', so that it is no longer the same one")
    case .invisible:
      let what = if case .index = context.path.last { context.path.count == 2 ? "the trace" : "the item" } else { "it" }
      let reason = detail.numbers.0 < 0 ? ": it lacks data that its type needs" : why
      return Words("\(what) is not drawn\(reason)", help: conditions.help)
    }
  }

  /// What is wrong with a domain or a range, or what follows for one of its ends.
  private static func ends(
    _ name: String, _ fault: DefaultsEnds.Fault?, _ problem: Problem, _ context: WordingContext
  ) -> Words {
    guard problem.rule != .resetValue else {
      return Words("plotly.js puts another value in the place of '\(name)': \(reason(fault))")
    }
    let subject = "'\(name)' runs \(extent(problem.range, context))"
    switch fault {
    case .inverted:
      return Words(
        "\(subject): plotly.js takes the default",
        help: "write the smaller end first"
          + (name.contains("axis") ? "; 'autorange': 'reversed' turns an axis round" : ""))
    case .empty:
      return Words("\(subject): plotly.js widens it", help: "write two different ends")
    case .noPosition:
      return Words(
        "\(subject), but the axis has categories: plotly.js takes another range",
        help: "write positions: 0 is the first category")
    case .noDate:
      return Words("\(subject), but the axis has dates: plotly.js takes another range", help: "write dates")
    case .noNumber, nil:
      return Words(
        "\(subject), but the axis has numbers: plotly.js takes another range",
        help: "write numbers, or set the axis's 'type'")
    }
  }

  /// `from 1 to 'b'`.
  private static func extent(_ range: Range<Int>, _ context: WordingContext) -> String {
    var ends: [String] = []
    var scanner = JSONScanner(context.bytes, range: range)
    var isFirst = true
    guard (try? scanner.openArray()) != nil else { return "nowhere" }
    while (try? scanner.nextElement(&isFirst)) == true {
      _ = scanner.peek()
      let start = scanner.position
      guard (try? scanner.skipValue()) != nil else { break }
      ends.append(context.value(start..<scanner.position).shown)
    }
    return "from \(ends.first ?? "") to \(ends.last ?? "")"
  }

  private static func reason(_ fault: DefaultsEnds.Fault?) -> String {
    switch fault {
    case .inverted: "the domain ends before it begins"
    case .empty: "the range has no extent"
    case .noPosition: "ends on an axis of categories are positions"
    case .noDate: "an end is no date"
    case .noNumber, nil: "an end is no number"
    }
  }

  /// The path inside the trace, the axis or the list.
  private static func name(_ path: [PathElement]) -> String {
    var steps = path.dropFirst()
    if path.first == .key("data"), steps.count > 1 { steps = steps.dropFirst() }
    return steps.reduce(into: "") { text, step in
      switch step {
      case .key(let key): text += text.isEmpty ? key : ".\(key)"
      case .index(let index): text += "[\(index)]"
      }
    }
  }

  /// The atoms of the alternative that holds.
  private struct Conditions {
    private(set) var text = ""
    private(set) var help: String?

    private let table = DefaultsTable.bundled
    private let context: WordingContext

    /// More than these only confuse.
    private static let mostAtoms = 3

    init(_ detail: FactDetail, _ name: String, _ context: WordingContext) {
      self.context = context
      guard detail.numbers.0 >= 0 else { return }
      var parts: [String] = []
      var isCauseShown = false
      for (position, atom) in table.atoms(detail.numbers.0).enumerated() where parts.count < Self.mostAtoms {
        let feature = table.feature(table.feature(ofAtom: atom))
        let isAbsent = detail.numbers.1 >> min(position, 62) & 1 == 1
        // What is not hidden can be missing: that is no reason.
        if isAbsent, self.name(feature).hasSuffix("visible") { continue }
        var cause: Range<Int>?
        if !isCauseShown, feature.steps.count > 0 {
          isCauseShown = true
          cause = detail.other
        }
        parts.append(words(atom, feature, isAbsent: isAbsent, cause))
        if help == nil { help = advice(atom, feature, isAbsent: isAbsent, for: name) }
      }
      text = parts.joined(separator: ", and ")
    }

    private func words(_ atom: Int, _ feature: DefaultsFeature, isAbsent: Bool, _ cause: Range<Int>?) -> String {
      let tokens = table.tokens(ofAtom: atom)
      let name = self.name(feature)
      func isOne(_ token: DefaultsToken) -> Bool { tokens.contains(token) }
      func list(_ names: [String]) -> String { EnglishList.joined(names, "or") }
      switch feature.kind {
      case .isVisible: return isOne(.zero) ? "the trace is not drawn" : "the trace is drawn"
      case .traceCount: return isOne(.one) ? "no other trace is of its kind" : "other traces are of its kind"
      case .length: return isOne(.long) ? "there are 20 points or more" : "there are fewer than 20 points"
      case .axisType: return "the axis is of type \(list(tokens.map { "'\(table.text(of: $0))'" }))"
      case .innerAxisType: return "'\(name)' is of type \(list(tokens.map { "'\(table.text(of: $0))'" }))"
      case .firstType: return "the first trace on the axis decides"
      case .axisCount: return isOne(.one) ? "there is no other such axis" : "there are other such axes"
      case .legend: return isOne(.no) ? "no legend is drawn" : "a legend is drawn"
      case .grid: return isOne(.zero) ? "there is no grid" : "there is a grid"
      case .traceBounds, .layoutBounds:
        let upper = name.dropLast(3) + "max"
        return isOne(.no)
          ? "'\(name)' and '\(upper)' are no pair of bounds"
          : "'\(name)' and '\(upper)' decide"
      case .traceContainer, .layoutContainer:
        return isOne(.absent) ? "'\(name)' is not given" : "'\(name)' is given"
      case .unknown, .trace, .layout, .traceFlag, .layoutFlag: break
      }
      if isAbsent { return "'\(name)' is not set" }
      if let cause, let value = shortValue(cause) { return "'\(name)' is \(value)" }
      if feature.kind == .traceFlag || feature.kind == .layoutFlag {
        let flag = context.tree.text(WordID(rawValue: feature.flag))
        return isOne(.not) ? "'\(name)' has no '\(flag)'" : "'\(name)' has '\(flag)'"
      }
      let values = tokens.map { table.text(of: $0) }.filter { $0.hasPrefix("=") }.map { "'\($0.dropFirst())'" }
      if values.count == tokens.count, values.count <= 3 { return "'\(name)' is \(list(values))" }
      if tokens == [.true] || tokens == [.false] { return "'\(name)' is \(table.text(of: tokens[0]))" }
      return isOne(.emptyArray) ? "'\(name)' is empty or no data" : "'\(name)' is given"
    }

    /// A short scalar or an empty array. What else arrays and objects hold is described.
    private func shortValue(_ range: Range<Int>) -> String? {
      let value = context.value(range)
      if value.isEmptyArray { return value.shown }
      return range.count <= 60 && value.kind != .array && value.kind != .object ? value.shown : nil
    }

    /// What to change, where an atom tells.
    private func advice(_ atom: Int, _ feature: DefaultsFeature, isAbsent: Bool, for name: String) -> String? {
      let tokens = table.tokens(ofAtom: atom)
      let needed = self.name(feature)
      if needed == "mode", name == "marker" || name.hasPrefix("marker.") { return "add 'markers' to 'mode'" }
      switch feature.kind {
      case .traceBounds, .layoutBounds:
        return tokens.contains(.no) ? "give both, the first below the second" : nil
      case .traceFlag, .layoutFlag:
        guard tokens.contains(.not) else { return nil }
        return "add '\(context.tree.text(WordID(rawValue: feature.flag)))' to '\(needed)'"
      case .trace, .layout:
        let isWanting = tokens.allSatisfy { $0 == .absent || $0 == .emptyArray || $0 == .emptyText || $0 == .nulls }
        return isAbsent && isWanting && !needed.hasSuffix("allowed") ? "set '\(needed)'" : nil
      default: return nil
      }
    }

    private func name(_ feature: DefaultsFeature) -> String {
      var steps = feature.steps.map { table.step($0) }
      // Below a subplot object or a list, its name says nothing new.
      if context.path.first == .key("layout"), steps.count > 1, steps.first != nil {
        let first = context.tree.text(WordID(rawValue: steps[0]))
        if case .key(let key)? = context.path.dropFirst().first, key.hasPrefix(first) { steps.removeFirst() }
      }
      return steps.filter { $0 != DefaultsTable.item }.map { context.tree.text(WordID(rawValue: $0)) }
        .joined(separator: ".")
    }
  }
}
