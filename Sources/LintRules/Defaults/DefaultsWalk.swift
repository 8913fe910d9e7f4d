import Diagnostics
import FigureValidator
import JSONCore
import ValidationTree

/// Goes over a figure along the conditions, and collects what plotly.js would say.
struct DefaultsWalk {
  private(set) var claims: [DefaultsClaim] = []
  private let table: DefaultsTable
  private var features: DefaultsFeatures
  private let words: DefaultsVocabulary
  private let axes: DefaultsAxes
  /// For each stack the attributes (by position in the vocabulary) that a trace has given.
  private var decided: [Stack: Int] = [:]

  private let figure: DefaultsFigure
  private let facts: FigureFacts
  /// Where only some members are looked at, those, in their order; nil where all are.
  private let membersToTell: [Int]?
  private var flagStates: [FlagState] = []
  /// Whether all members of the trace at hand are looked at.
  private var isWholeTrace = true

  init(_ table: DefaultsTable, _ figure: DefaultsFigure, _ axes: DefaultsAxes) {
    self.table = table
    words = figure.words
    self.figure = figure
    facts = figure.view.facts
    self.axes = axes
    features = DefaultsFeatures(table, figure, axes)
    membersToTell =
      DefaultsWalk.rulesOnAnything.contains(where: figure.view.rules.contains) ? nil : figure.membersToTell
  }

  /// The rules that may speak of any member. The others speak of references to axes, of ends and bounds, of whole traces, and of
  /// what a trace's own flags (`mode`) make useless.
  private static let rulesOnAnything: [RuleID] = [.droppedAttribute, .resetValue, .hiddenItem, .unusedContainer]

  /// Whether a selected rule may have something to say of a member, or what is inside it.
  private func isOfInterest(_ index: Int) -> Bool {
    guard let membersToTell, !isWholeTrace else { return true }
    var low = 0
    var high = membersToTell.count
    while low < high {
      let middle = (low + high) / 2
      if membersToTell[middle] < index { low = middle + 1 } else { high = middle }
    }
    return low < membersToTell.count && membersToTell[low] < Int(facts.members[index].end)
  }

  mutating func walk() {
    for index in figure.traces.indices {
      walkTrace(index)
      figure.view.bytes.giveBack(facts.range(of: figure.traces[index].place.index))
    }
    // What is found out about the axes depends on which traces are drawn.
    if figure.traces.contains(where: { !$0.isVisible }) {
      features = DefaultsFeatures(table, figure, DefaultsAxes(figure))
    }
    isWholeTrace = membersToTell == nil
    if let layout = figure.layout, isOfInterest(layout.index) { walkLayout(layout.index) }
  }

  // MARK: Traces

  private mutating func walkTrace(_ index: Int) {
    var trace = figure.traces[index]
    guard facts.members[trace.place.index].kind == .object else { return }
    let node = table.node(ofTraceType: trace.ordinal)
    features.enter(DefaultsContext(kind: .trace(trace), own: trace.place, template: trace.template, skip: 0))
    let isHidden = figure.given(trace, words.visible).map { figure.member($0).kind == .false } ?? false
    var invisible: Claimed?
    if !isHidden, let node { invisible = claimed(.invisible, node, []) }
    let isWithoutData = !isHidden && invisible == nil && DefaultsData(figure: figure).isMissing(trace)
    if isHidden || invisible != nil || isWithoutData {
      trace.isVisible = false
      figure.hide(index)
      features.enter(DefaultsContext(kind: .trace(trace), own: trace.place, template: trace.template, skip: 0))
    }
    if let invisible { add(.invisible, trace.place.index, invisible) }
    if isWithoutData { claims.append(DefaultsClaim(.invisible, trace.place.index, reason: .noData)) }
    isWholeTrace =
      membersToTell == nil
      || node.map { node in
        words.flaglists.contains { figure.child(of: trace.place, $0) != nil }
          && findsUseless(trace.place.index, node, flagState(of: trace))
      } ?? false
    if let node, isOfInterest(trace.place.index) { crawl(trace.place.index, node, []) }
    if trace.isVisible, membersToTell == nil { claimShared(trace) }
  }

  /// Traces of a stack share some attributes, and the first that gives one decides (plotly.js
  /// `src/traces/scatter/stack_defaults.js`).
  private mutating func claimShared(_ trace: DefaultsTrace) {
    guard trace.type.name == .scatter,
      let group = figure.text(figure.given(trace, words.stackgroup)), !group.isEmpty
    else { return }
    let stack = Stack(
      x: axes.axis(of: trace, UInt8(ascii: "x")), y: axes.axis(of: trace, UInt8(ascii: "y")), group: group)
    for (position, name) in words.stackAttributes.enumerated() {
      guard let place = figure.child(of: trace.place, name), figure.member(place).kind != .null else { continue }
      let bit = 1 << position
      if decided[stack, default: 0] & bit != 0 {
        add(.unused, place.index, nil)
      } else {
        decided[stack, default: 0] |= bit
      }
    }
  }

  private struct Stack: Hashable {
    let x: LayoutKey
    let y: LayoutKey
    let group: String
  }

  /// What was found out for traces with the same flags: traces of a figure are alike.
  private struct FlagState {
    let ordinal: Int
    let template: DefaultsPlace?
    /// The values of ``DefaultsVocabulary/flaglists``, where they are given.
    let values: [FlagValue]
    /// By node of the table: 1 where the flags make it useless, 2 where not, 0 where nobody asked.
    var nodes: [UInt8]
  }

  /// Where the value of a flaglist stands, if it is given.
  private struct FlagValue {
    let range: Range<Int>?
  }

  /// The position of the state for the flags of a trace.
  private mutating func flagState(of trace: DefaultsTrace) -> Int {
    let bytes = figure.view.bytes
    let values = words.flaglists.map { FlagValue(range: figure.child(of: trace.place, $0).map(figure.range)) }
    let known = flagStates.firstIndex { state in
      state.ordinal == trace.ordinal && state.template == trace.template
        && zip(state.values, values).allSatisfy { one, other in
          guard let one = one.range, let other = other.range else { return one.range == other.range }
          return bytes.equals(one, other, of: bytes)
        }
    }
    if let known { return known }
    // There are as many as there are combinations of flags that somebody uses; of others only the last is kept.
    if flagStates.count > 31 { flagStates.removeLast() }
    flagStates.append(
      FlagState(
        ordinal: trace.ordinal, template: trace.template, values: values,
        nodes: Array(repeating: 0, count: table.nodeCount)))
    return flagStates.count - 1
  }

  /// Whether the flags of the trace make anything inside a member useless, all else apart.
  private mutating func findsUseless(_ index: Int, _ node: Int, _ state: Int) -> Bool {
    for child in facts.children(of: index) {
      guard let next = table.child(of: node, facts.members[child].name.rawValue) else { continue }
      if flagStates[state].nodes[next] == 0 { flagStates[state].nodes[next] = isUselessByFlags(node: next) ? 1 : 2 }
      if flagStates[state].nodes[next] == 1 { return true }
      if facts.members[child].kind == .object, findsUseless(child, next, state) { return true }
    }
    return false
  }

  private mutating func isUselessByFlags(node: Int) -> Bool {
    for rule in table.rules(of: node) where table.effect(rule) == .unused {
      for alternative in table.alternatives(rule).0 where isUselessByFlags(alternative) { return true }
    }
    return false
  }

  private mutating func isUselessByFlags(_ alternative: Int) -> Bool {
    for atom in table.atoms(alternative) {
      let index = table.feature(ofAtom: atom)
      guard table.looksAtFlags(index, words), table.atom(atom, holds: features.token(index, [])) else { return false }
    }
    return true
  }

  // MARK: Layout

  private mutating func walkLayout(_ layout: Int) {
    let template = figure.templateLayout
    for index in facts.children(of: layout) where isOfInterest(index) {
      let member = facts.members[index]
      let key = LayoutKey(name: member.name, number: member.number)
      let place = DefaultsPlace(isInTemplate: false, index: index)
      let own = DefaultsPlace(isInTemplate: false, index: layout)
      switch member.name {
      case words.template: continue
      case words.xaxis, words.yaxis:
        walkSubplot(index, member.name == words.xaxis ? .xaxis : .yaxis, .axis(key), key, place)
      case words.polar: walkSubplot(index, .polar, .subplot(key), key, place)
      case words.ternary: walkSubplot(index, .ternary, .subplot(key), key, place)
      case words.smith: walkSubplot(index, .smith, .subplot(key), key, place)
      case words.scene: walkSubplot(index, .scene, .subplot(key), key, place)
      case words.geo: walkSubplot(index, .geo, .subplot(key), key, place)
      case words.map: walkSubplot(index, .map, .subplot(key), key, place)
      case words.annotations, words.shapes, words.images, words.sliders, words.updatemenus, words.selections:
        guard member.kind == .array else { continue }
        features.enter(DefaultsContext(kind: .list(member.name), own: own, template: nil, skip: 0))
        visit(index, root(of: member.name).flatMap(table.node), [])
      case words.coloraxis where !axes.isColourAxisUsed(member.number): add(.unused, index, nil)
      case words.legend where member.number > 0 && !axes.isLegendUsed(member.number): add(.unused, index, nil)
      default:
        guard member.number == 0 else { continue }
        if isWithoutOwner(member.name) {
          add(.unused, index, nil)
          continue
        }
        features.enter(DefaultsContext(kind: .top, own: own, template: template, skip: 0))
        if let node = table.node(.top).flatMap({ table.child(of: $0, member.name.rawValue) }) { visit(index, node, []) }
      }
    }
  }

  private func root(of list: WordID) -> DefaultsRoot? {
    switch list {
    case words.annotations: .annotations
    case words.shapes: .shapes
    case words.images: .images
    case words.sliders: .sliders
    case words.updatemenus: .updatemenus
    case words.selections: .selections
    default: nil
    }
  }

  private mutating func walkSubplot(
    _ index: Int, _ root: DefaultsRoot, _ kind: DefaultsContext.Kind, _ key: LayoutKey, _ place: DefaultsPlace
  ) {
    guard axes.isUsed(key) else { return add(.unused, index, nil) }
    guard facts.members[index].kind == .object, let node = table.node(root) else { return }
    let template = figure.templateLayout.flatMap { figure.child(of: $0, key.name) }
    features.enter(DefaultsContext(kind: kind, own: place, template: template, skip: 1))
    crawl(index, node, [])
  }

  /// Whether an attribute of the layout comes with trace types of which the figure has some, but none that is drawn.
  private func isWithoutOwner(_ name: WordID) -> Bool {
    let tree = figure.view.tree
    if let edge = tree.edge(tree.layout, name),
      tree.versions(of: edge).contains(VersionSet(version: figure.view.version))
    {
      return false
    }
    var owners: TraceTypeSet = []
    let list = tree.contributions(name)
    for index in 0..<list.count { owners.formUnion(tree.contribution(list, at: index).types) }
    let present = figure.traces.filter { trace in
      owners.contains(ordinal: trace.ordinal) && trace.type.subplot?.attribute != words.subplot
    }
    return !present.isEmpty && !present.contains { $0.isVisible }
  }

  // MARK: Attributes

  private mutating func crawl(_ index: Int, _ node: Int?, _ items: [Int]) {
    for child in facts.children(of: index) where isOfInterest(child) {
      let member = facts.members[child]
      guard !member.traits.contains(.isItemDefaults), member.number == 0 else { continue }
      let next = node.flatMap { table.child(of: $0, member.name.rawValue) }
      if next != nil || holdsObjects(member) || hasEnds(member) || member.name == words.matches {
        visit(child, next, items)
      }
    }
  }

  /// Whether below a member, without conditions for it, there may be values that plotly.js copies.
  private func holdsObjects(_ member: FactMember) -> Bool {
    if member.node.kind == .list { return true }
    return member.name == words.args || member.name == words.args2 || member.name == words.constraintrange
  }

  /// Whether a member is a domain or a range, or the object of the two domains.
  private func hasEnds(_ member: FactMember) -> Bool {
    member.name == words.domain || member.name == words.range || isInDomain(member)
  }

  private func isInDomain(_ member: FactMember) -> Bool {
    (member.name == words.x || member.name == words.y) && parentName(member) == words.domain
  }

  private func parentName(_ member: FactMember) -> WordID? {
    member.parent >= 0 ? facts.members[Int(member.parent)].name : nil
  }

  private mutating func visit(_ index: Int, _ node: Int?, _ items: [Int]) {
    let member = facts.members[index]
    if let node, let found = claimed(.unused, node, items) { return add(.unused, index, found) }
    if member.name == words.overlaying, let claim = overlayClaim(index) { return claims.append(claim) }
    if member.name == words.matches, isWithoutMatch(index) {
      return claims.append(DefaultsClaim(.dynamic, index, reason: .noMatch))
    }
    // A wrong value is a finding already; that it is not even looked at is another thing.
    guard !member.traits.contains(.isWrong) else { return }
    switch member.node.kind {
    case .attribute:
      if member.kind == .null {
        if let node, let found = claimed(.unusedNull, node, items) { add(.unused, index, found) }
        return
      }
      visitValue(index, member, node, items)
    case .list:
      guard member.kind == .array else { return }
      visitItems(index, node, items)
    case .container:
      if member.kind == .object { crawl(index, node, items) }
    }
  }

  private mutating func visitValue(_ index: Int, _ member: FactMember, _ node: Int?, _ items: [Int]) {
    let attribute = figure.view.tree.attribute(member.node.attribute)
    guard attribute.valType != .any else { return }
    guard attribute.valType == .infoArray else {
      guard let node, let found = claimed(.dynamic, node, items) else { return }
      let token = features.token(at: DefaultsPlace(isInTemplate: false, index: index))
      if token != .absent { add(.dynamic, index, found) }
      return
    }
    guard member.kind == .array else { return }
    let ends = hasEnds(member) ? ends(index, member) : nil
    if let ends, !isUnimportant(ends) { claims.append(DefaultsClaim(.dynamic, index, reason: .ends(ends))) }
    // What is said of elements is L009.
    guard figure.view.rules.contains(.resetValue) else { return }
    let isCopied = holdsObjects(member)
    guard isCopied || ends != nil || node.map({ !table.rules(of: $0).isEmpty }) ?? false else { return }
    var elements: [DefaultsEnds.Element] = []
    figure.view.forEachElement(index) { position, kind, range in
      elements.append(.init(position: position, kind: kind, range: range))
      return true
    }
    for element in elements {
      let (position, kind, range) = (element.position, element.kind, element.range)
      if isCopied, kind == .object || kind == .array, isAny(attribute, position) {
        claims.append(DefaultsClaim(.dynamic, index, element: range))
      } else if position < 2, let node, let found = claimed(position == 0 ? .dynamicFirst : .dynamicSecond, node, items)
      {
        add(.dynamic, index, found, element: range)
      } else if let ends, ends.isReset(position) {
        claims.append(DefaultsClaim(.dynamic, index, element: range, reason: .ends(ends)))
      }
    }
  }

  /// Only axes that overlay none can be overlaid (plotly.js `getOverlayableAxes` in `src/plots/cartesian/layout_defaults.js`).
  private func overlayClaim(_ index: Int) -> DefaultsClaim? {
    guard case .axis(let key) = features.context.kind, let target = axes.overlaid(by: key), target != key,
      target.name == key.name, axes.isUsed(target), axes.overlays(target)
    else { return nil }
    // A ring of axes is no longer than the axes that are used.
    var next = axes.overlaid(by: target)
    var steps = 0
    while let axis = next, axis != key, steps < figure.traces.count * 2 {
      next = axes.overlaid(by: axis)
      steps += 1
    }
    return DefaultsClaim(axes.canOverlay(key) ? .dynamic : .unused, index, reason: .overlay(isRing: next == key))
  }

  /// Whether an axis matches one that neither the layout nor a trace knows: plotly.js takes it, and there is nothing to match.
  private func isWithoutMatch(_ index: Int) -> Bool {
    guard case .axis = features.context.kind, let layout = figure.layout,
      let text = figure.text(DefaultsPlace(isInTemplate: false, index: index)), let reference = DefaultsReference(text),
      !facts.members[index].traits.contains(.isWrong)
    else { return false }
    let target = figure.axis(reference.letter, reference.id)
    return figure.child(of: layout, target.name, number: target.number) == nil && !axes.isDrawn(target)
  }

  /// What is wrong with the two ends of a domain or a range.
  private mutating func ends(_ index: Int, _ member: FactMember) -> DefaultsEnds? {
    var (first, second): (DefaultsEnds.Element?, DefaultsEnds.Element?)
    var count = 0
    figure.view.forEachElement(index) { position, kind, range in
      let element = DefaultsEnds.Element(position: position, kind: kind, range: range)
      if position == 0 { first = element } else { second = element }
      count += 1
      return count < 3
    }
    guard count == 2, let first, let second else { return nil }
    let bytes = figure.view.bytes
    if member.name != words.range {
      let isAxis = !isInDomain(member)
      // An axis that overlays another one has its domain.
      if isAxis, figure.given(features.context.own, features.context.template, words.overlaying) != nil { return nil }
      return .domain(first, second, bytes, isAxis: isAxis, isWhole: !features.isGrid)
    }
    switch features.context.kind {
    case .axis where Int(member.parent) == features.context.own?.index:
      return .range(first, second, bytes, type: features.axisType)
    // What type an inner axis has is not asked for: a range without extent is one for each.
    case .subplot(let key) where key.name == words.scene || parentName(member) == words.radialaxis:
      let ends = DefaultsEnds.range(first, second, bytes, type: .linear)
      return ends?.fault == .empty ? ends : nil
    default: return nil
    }
  }

  /// Whether nobody needs to be told: the range of an axis that finds its range by itself is not looked at.
  private func isUnimportant(_ ends: DefaultsEnds) -> Bool {
    guard ends.fault != .inverted, case .axis = features.context.kind,
      let auto = figure.given(features.context.own, features.context.template, words.autorange)
    else { return false }
    return figure.member(auto).kind == .true
  }

  private func isAny(_ attribute: AttributeDefinition, _ position: Int) -> Bool {
    let tree = figure.view.tree
    if let item = tree.item(of: attribute, at: position) { return tree.attribute(item).valType == .any }
    return false
  }

  private mutating func visitItems(_ list: Int, _ node: Int?, _ items: [Int]) {
    let next = node.flatMap { table.child(of: $0, DefaultsTable.item) }
    var inside = items + [list]
    defer { features.enterItems() }
    for item in facts.children(of: list) where isOfInterest(item) {
      let member = facts.members[item]
      guard member.kind == .object, !isFromTemplate(item) else { continue }
      inside[items.count] = item
      features.enterItems()
      let place = DefaultsPlace(isInTemplate: false, index: item)
      if let next {
        if !figure.isHidden(place), let found = claimed(.invisible, next, inside) {
          add(.invisible, item, found)
          continue
        }
        if let found = claimed(.unused, next, inside) {
          add(.unused, item, found)
          continue
        }
      }
      crawl(item, next, inside)
    }
  }

  /// Whether an item of the layout is one that the template has.
  private func isFromTemplate(_ item: Int) -> Bool {
    guard !isInTrace, figure.mentions(words.templateitemname), let template = figure.view.template,
      let name = figure.text(figure.child(of: DefaultsPlace(isInTemplate: false, index: item), words.templateitemname))
    else { return false }
    return template.members.indices.contains { index in
      template.members[index].name == words.name
        && figure.text(DefaultsPlace(isInTemplate: true, index: index)) == name
    }
  }

  private var isInTrace: Bool {
    if case .trace = features.context.kind { true } else { false }
  }

  // MARK: Conditions

  /// The alternative that holds for an effect on a node, with what the words need to know of it; nil where none holds.
  private mutating func claimed(_ effect: DefaultsEffect, _ node: Int, _ items: [Int]) -> Claimed? {
    for rule in table.rules(of: node) where table.effect(rule) == effect {
      let (alternatives, reach) = table.alternatives(rule)
      for alternative in alternatives where holds(alternative, items) {
        return Claimed(alternative: alternative, reach: reach, items: items)
      }
    }
    return nil
  }

  private mutating func holds(_ alternative: Int, _ items: [Int]) -> Bool {
    for atom in table.atoms(alternative) {
      guard table.atom(atom, holds: features.token(table.feature(ofAtom: atom), items)) else { return false }
    }
    return true
  }

  struct Claimed {
    let alternative: Int
    let reach: DefaultsReach
    /// The items that the member is in, as members of the figure.
    let items: [Int]
  }

  private mutating func add(_ effect: DefaultsEffect, _ member: Int, _ found: Claimed?, element: Range<Int>? = nil) {
    var absent = 0
    var cause: DefaultsPlace?
    if let found {
      for (position, atom) in table.atoms(found.alternative).enumerated() {
        let index = table.feature(ofAtom: atom)
        if features.token(index, found.items) == .absent { absent |= 1 << min(position, 62) }
        let feature = table.feature(index)
        guard cause == nil, feature.steps.count > 0 else { continue }
        cause = features.places(feature, found.items).nearest
      }
    }
    claims.append(DefaultsClaim(effect, member, element: element, found: found, absent: absent, cause: cause))
  }
}

/// Something that plotly.js does with a member of the figure.
struct DefaultsClaim {
  let effect: DefaultsEffect
  let member: Int
  /// The element of an info_array that is meant.
  let element: Range<Int>?
  /// The conditions that hold; nil where it is the whole figure that says so.
  let found: DefaultsWalk.Claimed?
  /// The atoms (by position) whose value is not given.
  let absent: Int
  /// The first value that the conditions look at, if it is given.
  let cause: DefaultsPlace?
  /// Why, where the table has no condition for it.
  let reason: Reason?

  enum Reason {
    case ends(DefaultsEnds)
    /// The axis that is overlaid overlays another one, perhaps in a ring.
    case overlay(isRing: Bool)
    /// The axis that is matched is none of the figure.
    case noMatch
    /// The trace has no data, or not those that it needs.
    case noData
  }

  init(
    _ effect: DefaultsEffect, _ member: Int, element: Range<Int>? = nil, found: DefaultsWalk.Claimed? = nil,
    absent: Int = 0, cause: DefaultsPlace? = nil, reason: Reason? = nil
  ) {
    self.effect = effect
    self.member = member
    self.element = element
    self.found = found
    self.absent = absent
    self.cause = cause
    self.reason = reason
  }
}
