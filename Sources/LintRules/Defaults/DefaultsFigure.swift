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
  /// The ordinal of the type, and the type if rules know it.
  let ordinal: Int
  let type: TraceType
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
  let traces: [DefaultsTrace]
  /// How many of them are on x and y axes.
  let cartesianCount: Int
  /// How many of them were found to be hidden, and which, by position, if any was.
  private(set) var hiddenCount = 0
  private var hidden: [Bool] = []
  /// The members of the figure and of its template.
  let members: [FactMember]
  private let templateMembers: [FactMember]
  private let surveys: [ArraySurvey]
  private let templateSurveys: [ArraySurvey]
  private let shift: Int
  private let templateShift: Int
  /// The layout of the figure and that of its template.
  let layout: DefaultsPlace?
  let templateLayout: DefaultsPlace?
  /// The members of traces and layout that may be told of where only some rules are selected, in their order: ends that are not right
  /// at first sight, references, bounds of colours.
  let membersToTell: [Int]
  /// The names that members of traces have, and those that members of the layout have.
  private let names: (traces: DefaultsNames, layout: DefaultsNames)
  /// The members in `data`.
  private let data: Range<Int>

  init(_ view: FigureView, _ words: DefaultsVocabulary) {
    self.view = view
    self.words = words
    members = view.facts.members
    surveys = view.facts.surveys
    shift = view.facts.shift
    templateMembers = view.template?.members ?? []
    templateSurveys = view.template?.surveys ?? []
    templateShift = view.template?.shift ?? 0
    layout = view.facts.layout.map { DefaultsPlace(isInTemplate: false, index: $0) }
    templateLayout = view.template?.layout.map { DefaultsPlace(isInTemplate: true, index: $0) }
    data = view.facts.data.map { [members] in $0..<Int(members[$0].end) } ?? 0..<0
    let outline = DefaultsOutline(view, words)
    traces = outline.traces
    cartesianCount = outline.cartesianCount
    names = outline.names
    membersToTell = outline.membersToTell
  }

  /// What is to be known of the type of a trace.
  func type(of trace: DefaultsTrace) -> DefaultsType? { words.type(trace.ordinal, view.tree) }

  /// Notes that a trace is not drawn.
  func hide(_ position: Int) {
    if hiddenCount == 0 { hidden = Array(repeating: false, count: traces.count) }
    hidden[position] = true
    hiddenCount += 1
  }

  /// Whether a trace is drawn; true until it was found out that it is not.
  func isVisible(_ trace: DefaultsTrace) -> Bool { hiddenCount == 0 || !hidden[trace.position] }

  // MARK: Members

  @inline(__always) func member(_ place: DefaultsPlace) -> FactMember {
    place.isInTemplate ? templateMembers[place.index] : members[place.index]
  }

  /// Whether a member of the layout may have this name; the template's are not asked.
  func mayBeInLayout(_ name: WordID) -> Bool { names.layout.mayHold(name) }

  /// The last member with this name; nil where there is none. O(members of the object); see ``DefaultsObject``.
  func child(of place: DefaultsPlace, _ name: WordID, number: Int32 = 0) -> DefaultsPlace? {
    let found: Int?
    if place.isInTemplate {
      found = templateMembers.child(of: place.index, name, number)
    } else {
      guard data.contains(place.index) ? names.traces.mayHold(name) : names.layout.mayHold(name) else { return nil }
      found = members.child(of: place.index, name, number)
    }
    return found.map { DefaultsPlace(isInTemplate: place.isInTemplate, index: $0) }
  }

  func items(of place: DefaultsPlace) -> [DefaultsPlace] {
    (place.isInTemplate ? templateMembers : members).items(of: place.index)
      .map { DefaultsPlace(isInTemplate: place.isInTemplate, index: $0) }
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
    let member = member(place)
    let start = member.start + (place.isInTemplate ? templateShift : shift)
    return start..<start + Int(member.length)
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
    guard let place, case let member = member(place), !member.traits.contains(.isTrace), member.detail >= 0 else {
      return nil
    }
    return place.isInTemplate ? templateSurveys[Int(member.detail)] : surveys[Int(member.detail)]
  }

  /// The token of an array in the figure itself that an attribute for data has; nil for anything else.
  func arrayToken(_ place: DefaultsPlace) -> DefaultsToken? {
    let survey = Int(members[place.index].detail)
    guard survey >= 0, members[place.index].kind == .array, !members[place.index].traits.contains(.isWrong),
      case let node = members[place.index].node, node.kind == .attribute,
      view.tree.attribute(node.attribute).valType == .dataArray
    else { return nil }
    return DefaultsToken(surveys[survey])
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
    let name = letter == UInt8(ascii: "x") ? words.xaxis : words.yaxis
    guard let place = given(trace, name), member(place).kind == .string else { return LayoutKey(name: name, number: 0) }
    let text = range(place).dropFirst().dropLast()
    guard view.bytes[text.lowerBound] == letter,
      let (number, isDomain) = DefaultsReference.parts(view.bytes, text), !isDomain
    else { return axis(letter, self.text(place)) }
    return LayoutKey(name: name, number: number)
  }

  /// The axis that a text refers to, `x2` or `x2 domain`; nil where it is no such text.
  func axis(referredToBy place: DefaultsPlace) -> LayoutKey? {
    member(place).kind == .string ? axis(referredToIn: range(place).dropFirst().dropLast()) : nil
  }

  /// The same for a text without quotes.
  func axis(referredToIn text: Range<Int>) -> LayoutKey? {
    let letter = view.bytes[text.lowerBound]
    if letter == UInt8(ascii: "x") || letter == UInt8(ascii: "y"), !text.isEmpty,
      let (number, _) = DefaultsReference.parts(view.bytes, text)
    {
      return LayoutKey(name: letter == UInt8(ascii: "x") ? words.xaxis : words.yaxis, number: number)
    }
    return DefaultsReference(StringText.string(view.bytes, text)).map { axis($0.letter, $0.id) }
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

extension [FactMember] {
  /// The last member of an object with this name; nil where there is none. O(members of the object).
  @inline(__always) func child(of object: Int, _ name: WordID, _ number: Int32 = 0) -> Int? {
    var found = -1
    var index = object + 1
    let end = Int(self[object].end)
    while index < end {
      if self[index].name == name, self[index].number == number, !self[index].traits.isPartOfList { found = index }
      index = Int(self[index].end)
    }
    return found < 0 ? nil : found
  }

  func items(of list: Int) -> [Int] {
    var items: [Int] = []
    var index = list + 1
    let end = Int(self[list].end)
    while index < end {
      if self[index].traits.contains(.isItem) { items.append(index) }
      index = Int(self[index].end)
    }
    return items
  }
}
