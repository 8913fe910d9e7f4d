import FigureValidator
import JSONCore
import ValidationTree

/// A member of the figure or of its template.
struct DefaultsPlace: Equatable {
  var isInTemplate: Bool
  var index: Int
}

/// A trace of the figure, with what its template says about it.
struct DefaultsTrace {
  /// The index among the traces, 0-based.
  let position: Int
  let place: DefaultsPlace
  let template: DefaultsPlace?
  /// The ordinal of the type, and what is to be known of it.
  let ordinal: Int
  let type: DefaultsType
  /// Whether it is drawn; true until that was found out.
  var isVisible = true
}

/// A subplot object of the layout, by the name without counter, and the counter; 0 for none.
struct LayoutKey: Hashable {
  let name: WordID
  let number: Int32
}

/// The figure that conditions are asked about: its members by words, with those of the template behind them.
///
/// A class, because all that asks holds it.
final class DefaultsFigure {
  let view: FigureView
  let words: DefaultsVocabulary
  private(set) var traces: [DefaultsTrace] = []
  /// How many of them were found to be hidden.
  private(set) var hiddenCount = 0
  /// How many of them are on x and y axes.
  private(set) var cartesianCount = 0
  /// The first flaglists that were asked for, and their tokens.
  var knownFlags: [KnownFlags] = []

  struct KnownFlags {
    let range: Range<Int>
    let token: DefaultsToken
  }
  /// The members of the figure and of its template.
  private let members: [FactMember]
  private let templateMembers: [FactMember]
  /// The layout of the figure and that of its template.
  let layout: DefaultsPlace?
  let templateLayout: DefaultsPlace?
  /// The names that members of the figure have: a bit for each word.
  private let names: [UInt64]

  init(_ view: FigureView, _ words: DefaultsVocabulary) {
    self.view = view
    self.words = words
    members = view.facts.members
    templateMembers = view.template?.members ?? []
    layout = view.facts.layout.map { DefaultsPlace(isInTemplate: false, index: $0) }
    templateLayout = view.template?.layout.map { DefaultsPlace(isInTemplate: true, index: $0) }
    var names = [UInt64](repeating: 0, count: view.tree.wordCount / 64 + 1)
    for index in 0..<members.count {
      let word = Int(members[index].name.rawValue)
      if word < names.count * 64 { names[word / 64] |= 1 << UInt64(word % 64) }
    }
    self.names = names
    addTraces()
  }

  private func addTraces() {
    guard let data = view.facts.data else { return }
    // A figure has traces of a few types.
    var types: [TypeTraces] = []
    for index in view.facts.children(of: data) {
      guard let ordinal = view.facts.traceType(of: index) else { continue }
      let position: Int
      if let known = types.firstIndex(where: { $0.ordinal == ordinal }) {
        position = known
      } else {
        guard let type = words.type(ordinal, view.tree) else { continue }
        position = types.count
        types.append(TypeTraces(ordinal: ordinal, type: type, templates: templates(ofType: ordinal)))
      }
      let templates = types[position].templates
      let template = templates.isEmpty ? nil : templates[types[position].count % templates.count]
      types[position].count += 1
      if types[position].type.isCartesian { cartesianCount += 1 }
      traces.append(
        DefaultsTrace(
          position: traces.count, place: DefaultsPlace(isInTemplate: false, index: index), template: template,
          ordinal: ordinal, type: types[position].type))
    }
  }

  /// Notes that a trace is not drawn.
  func hide(_ position: Int) {
    traces[position].isVisible = false
    hiddenCount += 1
  }

  /// The traces of a type: how many there were so far, and those of the template, which they take in turn.
  private struct TypeTraces {
    let ordinal: Int
    let type: DefaultsType
    var count = 0
    let templates: [DefaultsPlace]
  }

  private func templates(ofType type: Int) -> [DefaultsPlace] {
    let edges = view.tree.edges(of: view.tree.traces)
    guard type < edges.count, let data = view.template?.data,
      let list = child(
        of: DefaultsPlace(isInTemplate: true, index: data), view.tree.word(of: edges[edges.startIndex + type]))
    else { return [] }
    return items(of: list)
  }

  // MARK: Members

  @inline(__always) func member(_ place: DefaultsPlace) -> FactMember {
    place.isInTemplate ? templateMembers[place.index] : members[place.index]
  }

  /// Whether any member of the figure itself, not its template, has this name.
  @inline(__always) func mentions(_ name: WordID) -> Bool {
    let word = Int(name.rawValue)
    return word < names.count * 64 && names[word / 64] >> UInt64(word % 64) & 1 != 0
  }

  /// The last member with this name; nil where there is none.
  func child(of place: DefaultsPlace, _ name: WordID, number: Int32 = 0) -> DefaultsPlace? {
    guard place.isInTemplate || mentions(name) else { return nil }
    let members = place.isInTemplate ? templateMembers : members
    var found = -1
    var index = place.index + 1
    let end = Int(members[place.index].end)
    while index < end {
      if members[index].name == name, members[index].number == number, !members[index].traits.isPartOfList {
        found = index
      }
      index = Int(members[index].end)
    }
    return found < 0 ? nil : DefaultsPlace(isInTemplate: place.isInTemplate, index: found)
  }

  /// The members whose names are to be told of (``DefaultsVocabulary/namesToTell``), and those in a `domain`, in their order.
  var membersToTell: [Int] {
    guard words.namesToTell.contains(where: mentions) else { return [] }
    // Most names are told apart from these by six bits.
    let bits = words.namesToTell.reduce(UInt64(0)) { $0 | 1 << UInt64($1.rawValue % 64) }
    var found: [Int] = []
    for index in 0..<members.count {
      let name = members[index].name
      let parent = Int(members[index].parent)
      if bits >> UInt64(name.rawValue % 64) & 1 != 0 && words.namesToTell.contains(name)
        || parent >= 0 && members[parent].name == words.domain
      {
        found.append(index)
      }
    }
    return found
  }

  func items(of place: DefaultsPlace) -> [DefaultsPlace] {
    let members = place.isInTemplate ? templateMembers : members
    var items: [DefaultsPlace] = []
    var index = place.index + 1
    let end = Int(members[place.index].end)
    while index < end {
      if members[index].traits.contains(.isItem) {
        items.append(DefaultsPlace(isInTemplate: place.isInTemplate, index: index))
      }
      index = Int(members[index].end)
    }
    return items
  }

  /// The member at the end of a path.
  ///
  /// - Parameter items: the items that it goes through, or whose like in a template it goes through: their members in the figure.
  func place(below start: DefaultsPlace?, _ table: DefaultsTable, _ steps: Range<Int>, _ items: [Int]) -> DefaultsPlace?
  {
    guard var place = start else { return nil }
    var item = 0
    for step in steps {
      let word = table.step(step)
      if word == DefaultsTable.item {
        guard item < items.count, let found = self.item(like: items[item], in: place) else { return nil }
        item += 1
        place.index = found
      } else {
        guard let child = child(of: place, WordID(rawValue: word)) else { return nil }
        place = child
      }
    }
    return place
  }

  /// The item of a list with the index that `item` has in its own list.
  private func item(like item: Int, in list: DefaultsPlace) -> Int? {
    if !list.isInTemplate, Int(members[item].parent) == list.index { return item }
    let all = list.isInTemplate ? templateMembers : members
    var index = list.index + 1
    let end = Int(all[list.index].end)
    while index < end {
      if all[index].traits.contains(.isItem), all[index].number == members[item].number { return index }
      index = Int(all[index].end)
    }
    return nil
  }

  /// What a trace gives for an attribute: in the figure, else in the template.
  func given(_ trace: DefaultsTrace, _ name: WordID) -> DefaultsPlace? {
    given(trace.place, trace.template, name)
  }

  func given(_ first: DefaultsPlace?, _ second: DefaultsPlace?, _ name: WordID) -> DefaultsPlace? {
    if let first, let found = child(of: first, name), member(found).kind != .null { return found }
    if let second, let found = child(of: second, name), member(found).kind != .null { return found }
    return nil
  }

  // MARK: Values

  /// Whether an item is said to be hidden.
  func isHidden(_ item: DefaultsPlace) -> Bool {
    child(of: item, words.visible).map { member($0).kind == .false } ?? false
  }

  func range(_ place: DefaultsPlace) -> Range<Int> {
    place.isInTemplate ? view.template?.range(of: place.index) ?? 0..<0 : view.facts.range(of: place.index)
  }

  /// Whether a value is a text of flags joined with `+` that has `flag`, or `all`.
  func hasFlag(_ place: DefaultsPlace, _ flag: WordID) -> Bool {
    let range = range(place).dropFirst().dropLast()
    guard range.contains(where: { view.bytes[$0] == UInt8(ascii: "\\") }) else {
      return hasFlag(view.bytes, range, flag)
    }
    return StringText.decoded(view.bytes, range).withInputBytes { hasFlag($0, 0..<$0.count, flag) }
  }

  private func hasFlag(_ bytes: InputBytes, _ range: Range<Int>, _ flag: WordID) -> Bool {
    if bytes.equals(range, "all") { return true }
    var start = range.lowerBound
    for end in range.lowerBound...range.upperBound where end == range.upperBound || bytes[end] == UInt8(ascii: "+") {
      if view.tree.isText(flag, bytes, start..<end) { return true }
      start = end + 1
    }
    return false
  }

  func text(_ place: DefaultsPlace?) -> String? {
    guard let place, member(place).kind == .string else { return nil }
    let range = range(place)
    return StringText.string(view.bytes, range.lowerBound + 1..<range.upperBound - 1)
  }

  func survey(_ place: DefaultsPlace?) -> ArraySurvey? {
    guard let place else { return nil }
    return place.isInTemplate ? view.template?.survey(of: place.index) : view.facts.survey(of: place.index)
  }

  /// The number that JavaScript takes a value for; nil where that is none.
  func number(_ place: DefaultsPlace?) -> Double? {
    guard let place else { return nil }
    switch member(place).kind {
    case .number: return NumberText.double(view.bytes, range(place))
    case .string:
      let range = range(place)
      return NumericText.value(view.bytes, range.lowerBound + 1..<range.upperBound - 1)
    default: return nil
    }
  }

  /// The axis that a trace is on.
  func axis(of trace: DefaultsTrace, _ letter: UInt8) -> LayoutKey {
    axis(letter, text(given(trace, letter == UInt8(ascii: "x") ? words.xaxis : words.yaxis)))
  }

  /// The axis object that an id such as `x2` names; of another letter's id, or none, the first one.
  func axis(_ letter: UInt8, _ id: String?) -> LayoutKey {
    let name = letter == UInt8(ascii: "x") ? words.xaxis : words.yaxis
    guard let id, id.utf8.first == letter, let number = DefaultsFigure.counter(id.utf8.dropFirst()) else {
      return LayoutKey(name: name, number: 0)
    }
    return LayoutKey(name: name, number: number)
  }

  /// A counter: 2 and more, without leading zero.
  static func counter(_ digits: Substring.UTF8View) -> Int32? {
    guard !digits.isEmpty, digits.first != 0x30 else { return nil }
    var number = 0
    for digit in digits {
      guard digit &- 0x30 < 10 else { return nil }
      number = min(number * 10 + Int(digit &- 0x30), Int(Int32.max))
    }
    return number > 1 ? Int32(number) : nil
  }
}
