import Diagnostics
import FigureValidator
import JSONCore
import ValidationTree

/// Goes over a figure along the conditions, and collects what plotly.js would say.
///
/// Where only rules are selected that speak of some members, it goes to those, and asks only where there is something to say
/// whether plotly.js looks at what is around them.
struct DefaultsWalk: ~Copyable {
  private(set) var claims: [DefaultsClaim] = []
  private let table: DefaultsTable
  private var features: DefaultsFeatures
  private let words: DefaultsVocabulary
  private let axes: DefaultsAxes
  /// For each stack the attributes (by position in the vocabulary) that a trace has given.
  private var decided: [Stack: Int] = [:]

  private let figure: DefaultsFigure
  /// Whether a selected rule may speak of any member.
  private let isWhole: Bool
  /// Where that is not so, the members that selected rules may speak of, and those that the flags of the trace at hand make useless.
  private var toTell: DefaultsInterest
  private var useless = DefaultsInterest()
  private var flags: DefaultsFlags?

  private var gates: DefaultsGates

  /// - Parameter room: what is used until ``takeRoom()``.
  init(_ table: DefaultsTable, _ figure: DefaultsFigure, _ axes: DefaultsAxes, _ room: DefaultsMemory.Room) {
    let rules = figure.view.rules
    let isWhole = DefaultsWalk.rulesOnAnything.contains(where: rules.contains)
    self.isWhole = isWhole
    self.table = table
    words = figure.words
    self.figure = figure
    self.axes = axes
    features = DefaultsFeatures(table, figure, axes, room.object, room.tokens)
    toTell = DefaultsInterest(figure.membersToTell)
    let areFlagsAsked = !isWhole && rules.contains(.inertAttribute)
    flags = areFlagsAsked ? DefaultsFlags(table, figure, room.flags) : nil
    gates = room.gates
  }

  /// Gives away what the next figure may use, when this one is done.
  mutating func takeRoom() -> DefaultsMemory.Room {
    let (object, tokens) = features.takeRoom()
    return DefaultsMemory.Room(object: object, tokens: tokens, flags: flags?.takeKnown() ?? [], gates: gates)
  }

  /// The rules that may speak of any member. The others speak of references to axes, of ends and bounds, of whole traces, and of
  /// what a trace's own flags (`mode`) make useless.
  private static let rulesOnAnything: [RuleID] = [.droppedAttribute, .resetValue, .hiddenItem, .unusedContainer]

  /// Whether a selected rule may have something to say of a member, or what is inside it.
  private mutating func isOfInterest(_ index: Int) -> Bool {
    if isWhole { return true }
    let end = Int(figure.members[index].end)
    return useless.holdsAny(from: index, to: end) || toTell.holdsAny(from: index, to: end)
  }

  mutating func walk() {
    for index in figure.traces.indices {
      walkTrace(index)
      figure.view.bytes.giveBack(figure.range(figure.traces[index].place))
    }
    useless.removeAll()
    // What is found out about the axes depends on which traces are drawn.
    if figure.hiddenCount > 0 { features.startAgain(DefaultsAxes(figure)) }
    if let layout = figure.layout, isOfInterest(layout.index) { walkLayout(layout.index) }
  }

  // MARK: Traces

  private mutating func walkTrace(_ index: Int) {
    let trace = figure.traces[index]
    useless.removeAll()
    guard figure.member(trace.place).kind == .object else { return }
    let node = table.node(ofTraceType: trace.ordinal)
    features.enter(DefaultsContext(kind: .trace(index), own: trace.place, template: trace.template, skip: 0))
    let isHidden = features.given(words.visible).map { figure.member($0).kind == .false } ?? false
    var invisible: Claimed?
    if !isHidden, let node, gates.mayBeInvisible(trace, node, table, &features) {
      invisible = claimed(.invisible, node, [])
    }
    let isWithoutData = !isHidden && invisible == nil && DefaultsData(figure: figure).isMissing(trace)
    let isVisible = !isHidden && invisible == nil && !isWithoutData
    if !isVisible {
      figure.hide(index)
      features.enterAgain()
    }
    if let invisible { add(.invisible, trace.place.index, invisible) }
    if isWithoutData { claims.append(DefaultsClaim(.invisible, trace.place.index, reason: .noData)) }
    guard let node else { return }
    flags?.findUseless(in: trace, node, &features, into: &useless)
    if isOfInterest(trace.place.index) { crawl(trace.place.index, node, []) }
    if isVisible, isWhole { claimShared(trace) }
  }

  /// Traces of a stack share some attributes, and the first that gives one decides (plotly.js
  /// `src/traces/scatter/stack_defaults.js`).
  private mutating func claimShared(_ trace: DefaultsTrace) {
    guard trace.type == .scatter,
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

  // MARK: Layout

  private mutating func walkLayout(_ layout: Int) {
    let members = figure.members
    var index = layout + 1
    while index < Int(members[layout].end) {
      if isOfInterest(index) { walkLayoutMember(index, members[index], layout) }
      index = Int(members[index].end)
    }
  }

  private mutating func walkLayoutMember(_ index: Int, _ member: FactMember, _ layout: Int) {
    let key = LayoutKey(name: member.name, number: member.number)
    let place = DefaultsPlace(isInTemplate: false, index: index)
    let own = DefaultsPlace(isInTemplate: false, index: layout)
    switch member.name {
    case words.template: return
    case words.xaxis, words.yaxis:
      walkSubplot(index, member.name == words.xaxis ? .xaxis : .yaxis, .axis(key), key, place)
    case words.polar: walkSubplot(index, .polar, .subplot(key), key, place)
    case words.ternary: walkSubplot(index, .ternary, .subplot(key), key, place)
    case words.smith: walkSubplot(index, .smith, .subplot(key), key, place)
    case words.scene: walkSubplot(index, .scene, .subplot(key), key, place)
    case words.geo: walkSubplot(index, .geo, .subplot(key), key, place)
    case words.map: walkSubplot(index, .map, .subplot(key), key, place)
    case words.annotations, words.shapes, words.images, words.sliders, words.updatemenus, words.selections:
      guard member.kind == .array else { return }
      features.enter(DefaultsContext(kind: .list(member.name), own: own, template: nil, skip: 0))
      visit(index, root(of: member.name).flatMap(table.node), [])
    case words.coloraxis where !axes.isColourAxisUsed(member.number): add(.unused, index, nil)
    case words.legend where member.number > 0 && !axes.isLegendUsed(member.number): add(.unused, index, nil)
    default:
      guard member.number == 0 else { return }
      if isWithoutOwner(member.name) { return add(.unused, index, nil) }
      features.enter(DefaultsContext(kind: .top, own: own, template: figure.templateLayout, skip: 0))
      if let node = table.node(.top).flatMap({ table.child(of: $0, member.name.rawValue) }) { visit(index, node, []) }
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
    if isWhole, !axes.isUsed(key) { return add(.unused, index, nil) }
    guard figure.member(place).kind == .object, let node = table.node(root) else { return }
    let template = figure.templateLayout.flatMap { figure.child(of: $0, key.name) }
    features.enter(DefaultsContext(kind: kind, own: place, template: template, skip: 1))
    let before = claims.count
    crawl(index, node, [])
    if !isWhole, claims.count > before, !axes.isUsed(key) { claims.removeSubrange(before...) }
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
      owners.contains(ordinal: trace.ordinal) && figure.type(of: trace)?.subplot?.attribute != words.subplot
    }
    return !present.isEmpty && !present.contains(where: figure.isVisible)
  }

  // MARK: Attributes

  private mutating func crawl(_ index: Int, _ node: Int?, _ items: [Int]) {
    let members = figure.members
    var child = index + 1
    while child < Int(members[index].end) {
      if isOfInterest(child) { crawlMember(child, members[child], node, items) }
      child = Int(members[child].end)
    }
  }

  private mutating func crawlMember(_ index: Int, _ member: FactMember, _ node: Int?, _ items: [Int]) {
    guard !member.traits.contains(.isItemDefaults), member.number == 0 else { return }
    let next = node.flatMap { table.child(of: $0, member.name.rawValue) }
    if next != nil || holdsObjects(member) || hasEnds(member) || member.name == words.matches {
      visit(index, next, items)
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
    member.parent >= 0 ? figure.members[Int(member.parent)].name : nil
  }

  private mutating func visit(_ index: Int, _ node: Int?, _ items: [Int]) {
    let member = figure.members[index]
    let isTold = isWhole || useless.contains(index) || words.role(of: member.name) == .bound
    if isTold || useless.holdsAny(from: index, to: Int(member.end)) {
      guard let node, let found = claimed(.unused, node, items) else { return look(index, member, node, items) }
      if isTold { add(.unused, index, found) }
      return
    }
    let before = claims.count
    look(index, member, node, items)
    if claims.count > before, let node, claimed(.unused, node, items) != nil { claims.removeSubrange(before...) }
  }

  /// Looks at a member, and what is inside it, of which is not said that it has no effect.
  private mutating func look(_ index: Int, _ member: FactMember, _ node: Int?, _ items: [Int]) {
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
      !figure.members[index].traits.contains(.isWrong)
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
      if isAxis, features.given(words.overlaying) != nil { return nil }
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
      let auto = features.given(words.autorange)
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
    let members = figure.members
    var item = list
    var end = list + 1
    while end < Int(members[list].end) {
      item = end
      end = Int(members[item].end)
      guard isOfInterest(item), members[item].kind == .object, !isFromTemplate(item) else { continue }
      inside[items.count] = item
      features.enterItems()
      let place = DefaultsPlace(isInTemplate: false, index: item)
      if isWhole, let next, let (effect, found) = drop(place, next, inside) {
        add(effect, item, found)
        continue
      }
      let before = claims.count
      crawl(item, next, inside)
      if !isWhole, claims.count > before, let next, drop(place, next, inside) != nil {
        claims.removeSubrange(before...)
      }
    }
  }

  /// Why an item is not looked into, if it is not.
  private mutating func drop(_ item: DefaultsPlace, _ node: Int, _ items: [Int]) -> (DefaultsEffect, Claimed)? {
    if !figure.isHidden(item), let found = claimed(.invisible, node, items) { return (.invisible, found) }
    return claimed(.unused, node, items).map { (.unused, $0) }
  }

  /// Whether an item of the layout is one that the template has.
  private func isFromTemplate(_ item: Int) -> Bool {
    guard !isInTrace, figure.mayBeInLayout(words.templateitemname), let template = figure.view.template,
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
    let atoms = table.atoms(alternative)
    // What needs more than one value is asked last: mostly one of the others does not hold.
    var isAsked = true
    for atom in atoms {
      let index = table.feature(ofAtom: atom)
      if table.kind(ofFeature: index).isOfFigure {
        isAsked = false
      } else if !table.atom(atom, holds: features.token(index, items)) {
        return false
      }
    }
    if isAsked { return true }
    for atom in atoms {
      let index = table.feature(ofAtom: atom)
      guard table.kind(ofFeature: index).isOfFigure else { continue }
      guard table.atom(atom, holds: features.token(index, items)) else { return false }
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

extension DefaultsFeature.Kind {
  /// Whether it takes a look at all traces or at arrays to tell the token.
  fileprivate var isOfFigure: Bool {
    switch self {
    case .length, .axisType, .innerAxisType, .firstType, .axisCount, .legend: true
    default: false
    }
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
