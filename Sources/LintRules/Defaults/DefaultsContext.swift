import FigureValidator
import JSONCore
import ValidationTree

/// Where in a figure conditions are asked: in a trace, in a subplot object, in a list of the layout, in the rest of it.
struct DefaultsContext {
  enum Kind {
    case trace(DefaultsTrace)
    case axis(LayoutKey)
    case subplot(LayoutKey)
    case list(WordID)
    case top
  }

  let kind: Kind
  /// The objects that paths begin at, in the figure and in the template.
  let own: DefaultsPlace?
  let template: DefaultsPlace?
  /// How many steps of a path lead to them.
  let skip: Int

  var isList: Bool {
    if case .list = kind { true } else { false }
  }
}

/// Finds the tokens of features. What it found in a context it does not work out again.
struct DefaultsFeatures {
  let table: DefaultsTable
  let figure: DefaultsFigure
  let axes: DefaultsAxes
  private(set) var context: DefaultsContext
  /// For each feature its token, below the number of the context in which it was found.
  private var known: [UInt32]
  private var number: UInt32 = 1

  private var words: DefaultsVocabulary { figure.words }

  init(_ table: DefaultsTable, _ figure: DefaultsFigure, _ axes: DefaultsAxes) {
    self.table = table
    self.figure = figure
    self.axes = axes
    context = DefaultsContext(kind: .top, own: nil, template: nil, skip: 0)
    known = Array(repeating: 0, count: table.featureCount)
  }

  mutating func enter(_ context: DefaultsContext) {
    self.context = context
    number += 1
    // A figure has no 16 million contexts; should it, what is known is forgotten.
    guard number >= 1 << 24 else { return }
    number = 1
    known = Array(repeating: 0, count: known.count)
  }

  /// The token of a feature, in the items with these indices.
  mutating func token(_ index: Int, _ items: [Int]) -> DefaultsToken {
    guard items.isEmpty, index < known.count else { return find(table.feature(index), items) }
    let entry = known[index]
    if entry >> 8 == number { return DefaultsToken(rawValue: UInt8(truncatingIfNeeded: entry)) }
    let token = find(table.feature(index), items)
    known[index] = number << 8 | UInt32(token.rawValue)
    return token
  }

  private func find(_ feature: DefaultsFeature, _ items: [Int]) -> DefaultsToken {
    switch feature.kind {
    case .unknown: return .other
    case .trace:
      if case .trace(let trace) = context.kind, feature.steps.count == 1,
        table.step(feature.steps.lowerBound) == words.carpet.rawValue, words.types.name(trace.type) != "carpet"
      {
        return carpet(of: trace)
      }
      return token(at: places(feature, items))
    case .layout: return token(at: places(feature, items))
    case .traceFlag, .layoutFlag:
      let token = flag(WordID(rawValue: feature.flag), places(feature, items))
      guard token == .absent, let last = feature.steps.last, table.step(last) == words.traceorder.rawValue else {
        return token
      }
      // plotly.js groups the entries as soon as a trace names a group (src/components/legend/defaults.js).
      return hasLegendGroups ? .has : .not
    case .traceContainer, .layoutContainer:
      guard let first = places(feature, items).first, let place = first else { return .absent }
      let kind = figure.member(place).kind
      return kind == .object || kind == .array ? .container : .absent
    case .traceBounds, .layoutBounds: return bounds(feature, items)
    case .isVisible:
      guard case .trace(let trace) = context.kind else { return .other }
      return trace.isVisible ? .one : .zero
    case .traceCount: return traceCount
    case .length: return length
    case .axisType: return axisType
    case .innerAxisType: return innerAxisType(feature)
    case .firstType: return firstType
    case .axisCount:
      guard case .axis(let key) = context.kind else { return .other }
      return axes.count(key.name) > 1 ? .twoOrMore : .one
    case .legend: return hasLegend ? .yes : .no
    case .grid: return isGrid ? .one : .zero
    }
  }

  // MARK: Places

  /// The places that give a feature's value, the first before the second.
  func places(_ feature: DefaultsFeature, _ items: [Int]) -> [DefaultsPlace?] {
    let isLayout =
      switch feature.kind {
      case .layout, .layoutFlag, .layoutContainer, .layoutBounds: true
      default: false
      }
    var steps = feature.steps
    if isLayout, case .trace(let trace) = context.kind {
      let first = WordID(rawValue: table.step(steps.lowerBound))
      guard first == words.xaxis || first == words.yaxis else {
        return [figure.layout, figure.templateLayout].map { figure.place(below: $0, table, steps, items) }
      }
      let key = axes.axis(of: trace, first == words.xaxis ? UInt8(ascii: "x") : UInt8(ascii: "y"))
      steps = steps.dropFirst()
      let starts = [
        figure.layout.flatMap { figure.child(of: $0, key.name, number: key.number) },
        figure.templateLayout.flatMap { figure.child(of: $0, key.name) },
      ]
      return starts.map { figure.place(below: $0, table, steps, items) }
    }
    steps = steps.dropFirst(context.skip)
    let own = figure.place(below: context.own, table, steps, items)
    if case .list(let list) = context.kind { return [own, itemDefault(list, steps)] }
    return [own, figure.place(below: context.template, table, steps, items)]
  }

  /// What the template gives for items of the list, such as `annotationdefaults`.
  private func itemDefault(_ list: WordID, _ steps: Range<Int>) -> DefaultsPlace? {
    guard let layout = figure.templateLayout, let template = figure.view.template, steps.count > 2,
      table.step(steps.lowerBound + 1) == DefaultsTable.item,
      !steps.dropFirst(2).contains(where: { table.step($0) == DefaultsTable.item }),
      let defaults = template.children(of: layout.index).first(where: {
        template.members[$0].name == list && template.members[$0].traits.contains(.isItemDefaults)
      })
    else { return nil }
    return figure.place(
      below: DefaultsPlace(isInTemplate: true, index: defaults), table, steps.dropFirst(2), [])
  }

  // MARK: Tokens

  private func token(at places: [DefaultsPlace?]) -> DefaultsToken {
    for place in places {
      guard let place else { continue }
      let token = token(at: place)
      if token != .absent { return token }
    }
    return .absent
  }

  private func flag(_ flag: WordID, _ places: [DefaultsPlace?]) -> DefaultsToken {
    for case let place? in places {
      let member = figure.member(place)
      if member.kind == .null { continue }
      guard !member.traits.contains(.isWrong) else { return .other }
      switch member.kind {
      case .array: return .array
      case .string:
        let text = figure.text(place) ?? ""
        if text == "all" { return .has }
        let name = figure.view.tree.text(flag)
        return text.split(separator: "+").contains { $0 == name } ? .has : .not
      default: return .not
      }
    }
    return .absent
  }

  /// The class of a value, as its attribute sees it.
  func token(at place: DefaultsPlace) -> DefaultsToken {
    let member = figure.member(place)
    guard member.kind != .null, member.node.kind == .attribute else { return .absent }
    // What is wrong is a finding already: what follows from it is none.
    guard !member.traits.contains(.isWrong) else { return .other }
    let attribute = figure.view.tree.attribute(member.node.attribute)
    let survey = figure.survey(place)
    if member.kind == .object {
      guard let survey else { return attribute.valType == .any ? .container : .absent }
      return survey.kinds.contains(.arrays) ? .rows : survey.count == 0 ? .emptyArray : .numbers
    }
    switch attribute.valType {
    case .infoArray: return member.kind == .array ? infoArray(place) : .absent
    case .colorscale: return .colorscale
    case .colorlist: return member.kind == .array ? .colorlist : .absent
    default: break
    }
    if member.kind == .array {
      let takesArrays =
        attribute.valType == .dataArray || attribute.valType == .any || attribute.flags.contains(.arrayOk)
      guard takesArrays else { return .absent }
      return survey.map { DefaultsToken($0) } ?? .other
    }
    switch attribute.valType {
    case .boolean: return member.kind == .true ? .true : member.kind == .false ? .false : .absent
    case .enumerated: return enumerated(place, member.kind)
    case .flaglist:
      guard let text = figure.text(place) else { return .absent }
      if let word = figure.view.tree.word(text) { return table.token(of: word) }
      return table.token(named: "=" + text.split(separator: "+").sorted().joined(separator: "+"))
    case .number, .integer, .angle:
      guard let number = figure.number(place) else {
        return figure.text(place).flatMap(figure.view.tree.word).map(table.token(of:)) ?? .absent
      }
      return number == 0 ? .zero : number < 0 ? .negative : .positive
    case .string: return member.kind == .string && figure.range(place).count == 2 ? .emptyText : .someText
    case .color: return member.kind == .string && figure.range(place).count > 2 ? .colour : .absent
    case .subplotid:
      guard let text = figure.text(place) else { return .absent }
      let name = text.prefix { !$0.isNumber }
      return figure.view.tree.word(String(name)).map(table.token(of:)) ?? table.token(named: "=" + name)
    case .any:
      switch member.kind {
      case .true: return .true
      case .false: return .false
      case .number: return .number
      default:
        let range = figure.range(place)
        if range.count == 2 { return .emptyText }
        let text = figure.text(place) ?? ""
        return DefaultsFeatures.isDate(text) ? .date : .someText
      }
    default: return .absent
    }
  }

  private func enumerated(_ place: DefaultsPlace, _ kind: ValueKind) -> DefaultsToken {
    switch kind {
    case .true: return .isTrue
    case .false: return .isFalse
    case .number: return table.token(named: "=" + figure.view.bytes.text(figure.range(place)))
    default: break
    }
    guard let text = figure.text(place) else { return .absent }
    if let reference = DefaultsReference(text) { return self.reference(reference) }
    return figure.view.tree.word(text).map(table.token(of:)) ?? table.token(named: "=" + text)
  }

  private func reference(_ reference: DefaultsReference) -> DefaultsToken {
    let letter = String(UnicodeScalar(reference.letter))
    let domain = reference.isDomain ? " domain" : ""
    let key = figure.axis(reference.letter, reference.id)
    switch context.kind {
    case .axis(let own) where own == key: return table.token(named: "=@self\(domain)")
    case .axis, .list:
      if !reference.isDomain, axes.isUsed(key), let word = figure.view.tree.word(letter) {
        return table.token(of: word)
      }
      return table.token(named: "=\(letter)\(axes.isUsed(key) ? "" : "!")\(domain)")
    default: return table.token(named: "=\(reference.id)\(domain)")
    }
  }

  private func infoArray(_ place: DefaultsPlace) -> DefaultsToken {
    var letters = ""
    var count = 0
    var isNested = false
    let bytes = figure.view.bytes
    figure.view.forEachElement(in: figure.range(place)) { _, kind, range in
      count += 1
      switch kind {
      case .null, .nonFinite: letters += "_"
      case .array:
        letters += "["
        isNested = true
      case .number: letters += "n"
      case .true, .false: letters += "b"
      case .object: letters += "s"
      case .string:
        let content = range.lowerBound + 1..<range.upperBound - 1
        letters +=
          DefaultsFeatures.isDate(bytes.text(content)) ? "d" : NumericText.value(bytes, content) != nil ? "m" : "s"
      }
      return count < 3
    }
    if count == 2 { return table.token(named: "(\(letters))") }
    return table.token(named: count == 1 && isNested ? "([)" : count > 2 ? "(n)" : "(\(count))")
  }

  static func isDate(_ text: String) -> Bool {
    var bytes = Array(text.utf8.prefix(8))
    if bytes.first == UInt8(ascii: "-") { bytes.removeFirst() }
    guard bytes.count >= 7, bytes[4] == UInt8(ascii: "-") else { return false }
    return [0, 1, 2, 3, 5, 6].allSatisfy { bytes[$0] &- 0x30 < 10 }
  }

  private func bounds(_ feature: DefaultsFeature, _ items: [Int]) -> DefaultsToken {
    // `…min` is followed by `…max` in every container that has it.
    guard let last = feature.steps.last,
      case let name = figure.view.tree.text(WordID(rawValue: table.step(last))), name.hasSuffix("min"),
      let upper = figure.view.tree.word(name.dropLast(3) + "max")
    else { return .other }
    let parents = places(
      DefaultsFeature(kind: feature.kind, steps: feature.steps.dropLast(), flag: 0), items)
    func number(_ word: WordID) -> Double? {
      parents.lazy.compactMap { $0.flatMap { figure.number(figure.child(of: $0, word)) } }.first
    }
    guard let low = number(WordID(rawValue: table.step(last))), let high = number(upper) else { return .no }
    return low < high ? .yes : .no
  }

  // MARK: What no single value tells

  private func carpet(of trace: DefaultsTrace) -> DefaultsToken {
    let id = figure.text(figure.given(trace, words.carpet))
    let isThere = figure.traces.contains {
      words.types.name($0.type) == "carpet" && figure.text(figure.given($0, words.carpet)) == id
    }
    return isThere ? .ok : id == nil ? .absent : .missing
  }

  private var traceCount: DefaultsToken {
    guard case .trace(let trace) = context.kind else { return .other }
    let isCartesian = words.types.cartesian.contains(TraceTypeSet(ordinal: trace.type))
    return figure.traces.count - (isCartesian ? 0 : figure.cartesianCount) > 1 ? .two : .one
  }

  private var length: DefaultsToken {
    guard case .trace(let trace) = context.kind else { return .other }
    let is3D = words.types.name(trace.type) == "scatter3d"
    var shortest = Int.max
    for name in words.points where name != words.z || is3D {
      if let survey = figure.survey(figure.given(trace, name)) { shortest = min(shortest, survey.count) }
    }
    return shortest == .max ? .other : shortest >= 20 ? .long : .short
  }

  /// The type of the axis that is entered.
  var axisType: DefaultsToken {
    guard case .axis(let key) = context.kind else { return .other }
    if let type = figure.text(figure.given(context.own, context.template, words.type)), type != "-" {
      return table.token(named: type)
    }
    return axes.automaticType(of: key)
  }

  private var firstType: DefaultsToken {
    guard case .axis(let key) = context.kind else { return .other }
    guard let first = axes.traces(on: key).first else { return .none }
    let name = words.types.name(first.type)
    return ["scatter", "bar", "box", "heatmap"].contains(name) ? table.token(named: name) : .other
  }

  /// The type of an axis inside a subplot.
  private func innerAxisType(_ feature: DefaultsFeature) -> DefaultsToken {
    guard case .subplot(let key) = context.kind, let step = feature.steps.first else { return .other }
    let axis = WordID(rawValue: table.step(step))
    let own = context.own.flatMap { figure.child(of: $0, axis) }
    let template = context.template.flatMap { figure.child(of: $0, axis) }
    if let type = figure.text(figure.given(own, template, words.type)), type != "-" { return table.token(named: type) }
    let isScene = key.name == words.scene
    let on = figure.traces.filter { trace in
      guard trace.type < words.types.subplots.count, let (attribute, base) = words.types.subplots[trace.type],
        base == key.name
      else { return false }
      let id = figure.text(figure.given(trace, attribute)) ?? ""
      return (DefaultsFigure.counter(id.utf8.drop { !($0 &- 0x30 < 10) }) ?? 0) == key.number
    }
    guard let trace = on.first(where: { $0.isVisible }) else { return on.isEmpty ? .other : .linear }
    let names: [String: WordID] = [
      "radialaxis": words.r, "angularaxis": words.theta, "xaxis": words.x, "yaxis": words.y, "zaxis": words.z,
    ]
    guard let data = names[figure.view.tree.text(axis)] else { return .other }
    guard let given = figure.given(trace, data) else {
      return isScene || key.name == words.polar ? .linear : .other
    }
    let type = axes.type(of: given)
    return type == .multicategory && words.types.name(trace.type) == "surface" ? .linear : type
  }

  private var hasLegend: Bool {
    let shown = figure.given(figure.layout, figure.templateLayout, words.showlegend).map { figure.member($0).kind }
    if shown == .true { return true }
    if shown == .false { return false }
    // plotly.js `src/components/legend/defaults.js`: a trace that hides its entry is counted, but one must be shown.
    var count = 0
    var isAnyShown = false
    for trace in figure.traces where trace.isVisible {
      let type = TraceTypeSet(ordinal: trace.type)
      let own = figure.given(trace, words.showlegend).map { figure.member($0).kind }
      let isDefault = words.types.inLegend.contains(type)
      let isShown = words.types.withLegend.contains(type) && (own == .true || (isDefault && own != .false))
      guard isShown || isDefault else { continue }
      count += 1
      guard isShown else { continue }
      isAnyShown = true
      let isAlone = figure.child(of: trace.place, words.showlegend).map { figure.member($0).kind } == .true
      if isAlone || ["pie", "funnelarea"].contains(words.types.name(trace.type)) { count += 1 }
    }
    return isAnyShown && count > 1
  }

  private var hasLegendGroups: Bool {
    figure.traces.contains { trace in
      trace.isVisible && figure.text(figure.given(trace, words.legendgroup))?.isEmpty == false
    }
  }

  /// Whether a grid of the layout gives subplots their places.
  var isGrid: Bool {
    let own = figure.layout.flatMap { figure.child(of: $0, words.grid) }
    let template = figure.templateLayout.flatMap { figure.child(of: $0, words.grid) }
    func given(_ word: WordID) -> DefaultsPlace? { figure.given(own, template, word) }
    if let rows = figure.number(given(words.rows)), let columns = figure.number(given(words.columns)),
      rows * columns > 1
    {
      return true
    }
    return [words.subplots, words.xaxes, words.yaxes].contains { word in
      given(word).map { figure.member($0).kind == .array } ?? false
    }
  }
}
