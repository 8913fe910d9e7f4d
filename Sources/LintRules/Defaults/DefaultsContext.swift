import FigureValidator
import JSONCore
import ValidationTree

/// Where in a figure conditions are asked: in a trace, in a subplot object, in a list of the layout, in the rest of it.
struct DefaultsContext {
  enum Kind {
    /// By its index among the traces.
    case trace(Int)
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
}

/// Finds the tokens of features. What it found in a context it does not work out again.
struct DefaultsFeatures: ~Copyable {
  let table: DefaultsTable
  let figure: DefaultsFigure
  private var axes: DefaultsAxes
  private(set) var context: DefaultsContext
  /// The object that paths begin at in the figure.
  private var object: DefaultsObject
  private var tokens: DefaultsTokens
  /// The first flaglists that were asked for, and their tokens.
  private var knownFlags: [KnownFlags] = []
  /// What was found out of the whole figure, with the number of hidden traces for which it holds.
  private var legend: (hidden: Int, isThere: Bool)?
  private var legendGroups: (hidden: Int, areThere: Bool)?

  private struct KnownFlags {
    let range: Range<Int>
    let token: DefaultsToken
  }

  private var words: DefaultsVocabulary { figure.words }

  /// The trace that is entered.
  private var trace: DefaultsTrace? {
    if case .trace(let index) = context.kind { figure.traces[index] } else { nil }
  }

  /// - Parameters:
  ///   - object: room for the members of an object.
  ///   - tokens: room for what is known.
  init(
    _ table: DefaultsTable, _ figure: DefaultsFigure, _ axes: DefaultsAxes, _ object: DefaultsObject,
    _ tokens: DefaultsTokens
  ) {
    self.table = table
    self.figure = figure
    self.axes = axes
    self.object = object
    self.tokens = tokens
    context = DefaultsContext(kind: .top, own: nil, template: nil, skip: 0)
    self.object.leave()
    self.tokens.reserve(table.featureCount)
  }

  /// Gives away the room that it was given: nothing is asked any longer.
  mutating func takeRoom() -> (DefaultsObject, DefaultsTokens) {
    defer {
      object = DefaultsObject()
      tokens = DefaultsTokens()
    }
    return (object, tokens)
  }

  /// Forgets what was found out of the whole figure, and asks `axes` from now on.
  mutating func startAgain(_ axes: DefaultsAxes) {
    self.axes = axes
    legend = nil
    legendGroups = nil
    tokens.enter()
  }

  mutating func enter(_ context: DefaultsContext) {
    self.context = context
    if let own = context.own { object.enter(own.index, figure.members, words: words.roles.count) }
    tokens.enter()
  }

  /// Says that what is known of the context holds no longer.
  mutating func enterAgain() { tokens.enter() }

  /// Says that paths go through other items from now on.
  mutating func enterItems() { tokens.enterItems() }

  /// The token of a feature, in these items: members of the figure.
  mutating func token(_ index: Int, _ items: [Int]) -> DefaultsToken {
    guard index < table.featureCount else { return .other }
    if let known = tokens[index] { return known }
    let feature = table.feature(index)
    let token = find(feature, items)
    let goesThroughItems = feature.steps.contains { table.step($0) == DefaultsTable.item }
    tokens.note(token, of: index, goesThroughItems: goesThroughItems)
    return token
  }

  /// The member of the object that is entered; nil where it has none of this name.
  func own(_ name: WordID) -> DefaultsPlace? {
    object.member(name).map { DefaultsPlace(isInTemplate: false, index: $0) }
  }

  /// The tokens that an attribute of the trace that is entered may have, a bit for each that is below 64: all of them where that
  /// depends on the template.
  mutating func tokens(ofOwn name: WordID) -> UInt64 {
    let token = own(name).map { figure.arrayToken($0) ?? self.token(at: $0) } ?? .absent
    if token == .absent, context.template != nil { return .max }
    return token.rawValue < 64 ? 1 << UInt64(token.rawValue) : 0
  }

  /// What is given for an attribute of the object that is entered: there, else in the template.
  func given(_ name: WordID) -> DefaultsPlace? {
    if let own = own(name), figure.member(own).kind != .null { return own }
    return figure.given(nil, context.template, name)
  }

  private mutating func find(_ feature: DefaultsFeature, _ items: [Int]) -> DefaultsToken {
    switch feature.kind {
    case .unknown: return .other
    case .trace:
      if feature.steps.count == 1, table.step(feature.steps.lowerBound) == words.carpet.rawValue, let trace,
        trace.type != .carpet
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
      return hasLegendGroups() ? .has : .not
    case .traceContainer, .layoutContainer:
      guard let place = places(feature, items).first else { return .absent }
      let kind = figure.member(place).kind
      return kind == .object || kind == .array ? .container : .absent
    case .traceBounds, .layoutBounds: return bounds(feature, items)
    case .isVisible:
      guard let trace else { return .other }
      return figure.isVisible(trace) ? .one : .zero
    case .traceCount: return traceCount
    case .length: return length
    case .axisType: return axisType
    case .innerAxisType: return innerAxisType(feature)
    case .firstType: return firstType
    case .axisCount:
      guard case .axis(let key) = context.kind else { return .other }
      return axes.count(key.name) > 1 ? .twoOrMore : .one
    case .legend: return hasLegend() ? .yes : .no
    case .grid: return isGrid ? .one : .zero
    }
  }

  // MARK: Places

  /// The places that give a feature's value, the first before the second: in the figure, in its template.
  struct Places {
    let first: DefaultsPlace?
    let second: DefaultsPlace?

    /// The first one that there is.
    var nearest: DefaultsPlace? { first ?? second }
  }

  func places(_ feature: DefaultsFeature, _ items: [Int]) -> Places {
    var steps = feature.steps
    if isOfLayout(feature), let trace {
      let first = WordID(rawValue: table.step(steps.lowerBound))
      guard first == words.xaxis || first == words.yaxis else {
        return Places(
          first: figure.place(below: figure.layout, table, steps, items),
          second: figure.place(below: figure.templateLayout, table, steps, items))
      }
      let key = axes.axis(of: trace, first == words.xaxis ? UInt8(ascii: "x") : UInt8(ascii: "y"))
      steps = steps.dropFirst()
      let own = figure.layout.flatMap { figure.child(of: $0, key.name, number: key.number) }
      let template = figure.templateLayout.flatMap { figure.child(of: $0, key.name) }
      return Places(
        first: figure.place(below: own, table, steps, items),
        second: figure.place(below: template, table, steps, items))
    }
    steps = steps.dropFirst(context.skip)
    let own = ownPlace(steps, items)
    if case .list(let list) = context.kind { return Places(first: own, second: itemDefault(list, steps)) }
    return Places(first: own, second: figure.place(below: context.template, table, steps, items))
  }

  private func ownPlace(_ steps: Range<Int>, _ items: [Int]) -> DefaultsPlace? {
    guard let first = steps.first, case let word = table.step(first), word != DefaultsTable.item else {
      return figure.place(below: context.own, table, steps, items)
    }
    guard let member = own(WordID(rawValue: word)) else { return nil }
    return steps.count == 1 ? member : figure.place(below: member, table, steps.dropFirst(), items)
  }

  private func isOfLayout(_ feature: DefaultsFeature) -> Bool {
    switch feature.kind {
    case .layout, .layoutFlag, .layoutContainer, .layoutBounds: true
    default: false
    }
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

  private mutating func token(at places: Places) -> DefaultsToken {
    if let place = places.first, case let token = token(at: place), token != .absent { return token }
    if let place = places.second { return token(at: place) }
    return .absent
  }

  private func flag(_ flag: WordID, _ places: Places) -> DefaultsToken {
    if let place = places.first, case let token = self.flag(flag, at: place), token != .absent { return token }
    return places.second.map { self.flag(flag, at: $0) } ?? .absent
  }

  private func flag(_ flag: WordID, at place: DefaultsPlace) -> DefaultsToken {
    let member = figure.member(place)
    if member.kind == .null { return .absent }
    guard !member.traits.contains(.isWrong) else { return .other }
    switch member.kind {
    case .array: return .array
    case .string: return figure.hasFlag(place, flag) ? .has : .not
    default: return .not
    }
  }

  /// The class of a value, as its attribute sees it.
  mutating func token(at place: DefaultsPlace) -> DefaultsToken {
    let member = figure.member(place)
    guard member.kind != .null, member.node.kind == .attribute else { return .absent }
    // What is wrong is a finding already: what follows from it is none.
    guard !member.traits.contains(.isWrong) else { return .other }
    let attribute = figure.view.tree.attribute(member.node.attribute)
    if member.kind == .object {
      guard let survey = figure.survey(place) else { return attribute.valType == .any ? .container : .absent }
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
      return figure.survey(place).map { DefaultsToken($0) } ?? .other
    }
    switch attribute.valType {
    case .boolean: return member.kind == .true ? .true : member.kind == .false ? .false : .absent
    case .enumerated: return enumerated(place, member.kind)
    case .flaglist:
      return member.kind == .string ? flags(figure.range(place).dropFirst().dropLast()) : .absent
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

  /// The token of a flaglist. Traces have the same ones again and again.
  private mutating func flags(_ range: Range<Int>) -> DefaultsToken {
    let bytes = figure.view.bytes
    for known in knownFlags where bytes.equals(range, known.range, of: bytes) { return known.token }
    let text = StringText.string(bytes, range)
    let token =
      figure.view.tree.word(text).map(table.token(of:))
      ?? table.token(named: "=" + text.split(separator: "+").inOrder(by: <).joined(separator: "+"))
    if knownFlags.count < 8 { knownFlags.append(KnownFlags(range: range, token: token)) }
    return token
  }

  private func enumerated(_ place: DefaultsPlace, _ kind: ValueKind) -> DefaultsToken {
    switch kind {
    case .true: return .isTrue
    case .false: return .isFalse
    case .number: return table.token(named: "=" + figure.view.bytes.text(figure.range(place)))
    default: break
    }
    let range = figure.range(place).dropFirst().dropLast()
    let bytes = figure.view.bytes
    guard kind == .string else { return .absent }
    let tree = figure.view.tree
    let first = bytes[range.lowerBound]
    if first != UInt8(ascii: "x"), first != UInt8(ascii: "y"),
      !range.contains(where: { bytes[$0] == UInt8(ascii: "\\") })
    {
      if let word = tree.word(KeyHash(bytes, range), bytes, range) { return table.token(of: word) }
      return table.token(named: "=" + bytes.text(range))
    }
    if let (number, isDomain) = DefaultsReference.parts(bytes, range) {
      let key = LayoutKey(name: first == UInt8(ascii: "x") ? words.xaxis : words.yaxis, number: number)
      if let token = token(ofReferenceTo: key, isDomain: isDomain) { return token }
    }
    let text = StringText.string(bytes, range)
    if let reference = DefaultsReference(text) { return self.reference(reference) }
    return tree.word(text).map(table.token(of:)) ?? table.token(named: "=" + text)
  }

  private func reference(_ reference: DefaultsReference) -> DefaultsToken {
    token(ofReferenceTo: figure.axis(reference.letter, reference.id), isDomain: reference.isDomain)
      ?? table.token(named: "=\(reference.id)\(reference.isDomain ? " domain" : "")")
  }

  /// The token of a reference to an axis, where it depends on the axis and not on its name; nil elsewhere.
  private func token(ofReferenceTo key: LayoutKey, isDomain: Bool) -> DefaultsToken? {
    let isOwn: Bool
    switch context.kind {
    case .axis(let own): isOwn = own == key
    case .list: isOwn = false
    case .trace, .subplot, .top: return nil
    }
    let kind = DefaultsVocabulary.ReferenceClass(
      isY: key.name == words.yaxis, isDomain: isDomain, isOwn: isOwn, isUnused: !isOwn && !axes.isUsed(key))
    return words.token(of: kind, table)
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
      parents.first.flatMap { figure.number(figure.child(of: $0, word)) }
        ?? parents.second.flatMap { figure.number(figure.child(of: $0, word)) }
    }
    guard let low = number(WordID(rawValue: table.step(last))), let high = number(upper) else { return .no }
    return low < high ? .yes : .no
  }

  // MARK: What no single value tells

  private func carpet(of trace: DefaultsTrace) -> DefaultsToken {
    let id = figure.text(figure.given(trace, words.carpet))
    let isThere = figure.traces.contains {
      $0.type == .carpet && figure.text(figure.given($0, words.carpet)) == id
    }
    return isThere ? .ok : id == nil ? .absent : .missing
  }

  private var traceCount: DefaultsToken {
    guard let trace else { return .other }
    return figure.traces.count - (trace.type.isCartesian ? 0 : figure.cartesianCount) > 1 ? .two : .one
  }

  private var length: DefaultsToken {
    guard let trace else { return .other }
    let is3D = trace.type == .scatter3d
    var shortest = Int.max
    for name in words.points where name != words.z || is3D {
      if let survey = figure.survey(given(name)) { shortest = min(shortest, survey.count) }
    }
    return shortest == .max ? .other : shortest >= 20 ? .long : .short
  }

  /// The type of the axis that is entered.
  var axisType: DefaultsToken {
    guard case .axis(let key) = context.kind else { return .other }
    if let type = figure.text(given(words.type)), type != "-" {
      return table.token(named: type)
    }
    return axes.automaticType(of: key)
  }

  private var firstType: DefaultsToken {
    guard case .axis(let key) = context.kind else { return .other }
    guard let first = axes.firstTrace(on: key) else { return .none }
    switch first.type {
    case .scatter: return .scatter
    case .bar: return .bar
    case .box: return .box
    case .heatmap: return .heatmap
    default: return .other
    }
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
      guard let (attribute, base) = figure.type(of: trace)?.subplot, base == key.name else { return false }
      let id = figure.text(figure.given(trace, attribute)) ?? ""
      return (DefaultsFigure.counter(id.utf8.drop { !($0 &- 0x30 < 10) }) ?? 0) == key.number
    }
    guard let trace = on.first(where: figure.isVisible) else { return on.isEmpty ? .other : .linear }
    let data: WordID
    switch axis {
    case words.radialaxis: data = words.r
    case words.angularaxis: data = words.theta
    case words.xaxis: data = words.x
    case words.yaxis: data = words.y
    case words.zaxis: data = words.z
    default: return .other
    }
    guard let given = figure.given(trace, data) else {
      return isScene || key.name == words.polar ? .linear : .other
    }
    let type = axes.type(of: given)
    return type == .multicategory && trace.type == .surface ? .linear : type
  }

  private mutating func hasLegend() -> Bool {
    if let legend, legend.hidden == figure.hiddenCount { return legend.isThere }
    let isThere = findsLegend
    legend = (figure.hiddenCount, isThere)
    return isThere
  }

  private var findsLegend: Bool {
    let shown = figure.given(figure.layout, figure.templateLayout, words.showlegend).map { figure.member($0).kind }
    if shown == .true { return true }
    if shown == .false { return false }
    // plotly.js `src/components/legend/defaults.js`: a trace that hides its entry is counted, but one must be shown.
    var count = 0
    var isAnyShown = false
    for trace in figure.traces where figure.isVisible(trace) {
      let own = figure.given(trace, words.showlegend).map { figure.member($0).kind }
      let type = figure.type(of: trace)
      let isDefault = type?.isInLegend ?? false
      let isShown = type?.mayBeInLegend ?? false && (own == .true || (isDefault && own != .false))
      guard isShown || isDefault else { continue }
      count += 1
      guard isShown else { continue }
      isAnyShown = true
      let isAlone = figure.child(of: trace.place, words.showlegend).map { figure.member($0).kind } == .true
      if isAlone || trace.type == .pie || trace.type == .funnelarea { count += 1 }
    }
    return isAnyShown && count > 1
  }

  private mutating func hasLegendGroups() -> Bool {
    if let legendGroups, legendGroups.hidden == figure.hiddenCount { return legendGroups.areThere }
    let areThere = figure.traces.contains { trace in
      figure.isVisible(trace) && figure.text(figure.given(trace, words.legendgroup))?.isEmpty == false
    }
    legendGroups = (figure.hiddenCount, areThere)
    return areThere
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
