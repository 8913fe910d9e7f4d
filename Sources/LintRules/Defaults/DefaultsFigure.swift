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
  /// The ordinal of the type.
  let type: Int
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
  var traces: [DefaultsTrace] = []
  /// How many of them are on x and y axes.
  private(set) var cartesianCount = 0
  /// The members of the figure and of its template.
  private let members: [FactMember]
  private let templateMembers: [FactMember]

  init(_ view: FigureView, _ words: DefaultsVocabulary) {
    self.view = view
    self.words = words
    members = view.facts.members
    templateMembers = view.template?.members ?? []
    guard let data = view.facts.data else { return }
    var types: [TypeTraces?] = Array(repeating: nil, count: words.types.names.count)
    for index in view.facts.children(of: data) {
      guard let type = view.facts.traceType(of: index), type < types.count else { continue }
      var known = types[type] ?? TypeTraces(templates: templates(ofType: type))
      let template = known.templates.isEmpty ? nil : known.templates[known.count % known.templates.count]
      known.count += 1
      types[type] = known
      if words.types.cartesian.contains(TraceTypeSet(ordinal: type)) { cartesianCount += 1 }
      traces.append(
        DefaultsTrace(
          position: traces.count, place: DefaultsPlace(isInTemplate: false, index: index), template: template,
          type: type))
    }
  }

  /// The traces of a type: how many there were so far, and those of the template, which they take in turn.
  private struct TypeTraces {
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

  func facts(_ place: DefaultsPlace) -> FigureFacts {
    place.isInTemplate ? view.template ?? FigureFacts() : view.facts
  }

  @inline(__always) func member(_ place: DefaultsPlace) -> FactMember {
    place.isInTemplate ? templateMembers[place.index] : members[place.index]
  }

  /// The last member with this name; nil where there is none.
  func child(of place: DefaultsPlace, _ name: WordID, number: Int32 = 0) -> DefaultsPlace? {
    let members = place.isInTemplate ? templateMembers : members
    var found = -1
    var index = place.index + 1
    let end = Int(members[place.index].end)
    while index < end {
      if members[index].name == name, members[index].number == number,
        members[index].traits.isDisjoint(with: [.isItem, .isItemDefaults])
      {
        found = index
      }
      index = Int(members[index].end)
    }
    return found < 0 ? nil : DefaultsPlace(isInTemplate: place.isInTemplate, index: found)
  }

  func items(of place: DefaultsPlace) -> [DefaultsPlace] {
    let facts = facts(place)
    return facts.children(of: place.index).filter { facts.members[$0].traits.contains(.isItem) }
      .map { DefaultsPlace(isInTemplate: place.isInTemplate, index: $0) }
  }

  /// The member at the end of a path, which goes through the items with these indices.
  func place(below start: DefaultsPlace?, _ table: DefaultsTable, _ steps: Range<Int>, _ items: [Int]) -> DefaultsPlace?
  {
    guard var place = start else { return nil }
    var item = 0
    for step in steps {
      let word = table.step(step)
      if word == DefaultsTable.item {
        guard item < items.count else { return nil }
        let wanted = Int32(clamping: items[item])
        item += 1
        let facts = facts(place)
        guard
          let found = facts.children(of: place.index).first(where: {
            facts.members[$0].traits.contains(.isItem) && facts.members[$0].number == wanted
          })
        else { return nil }
        place.index = found
      } else {
        guard let child = child(of: place, WordID(rawValue: word)) else { return nil }
        place = child
      }
    }
    return place
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

  func range(_ place: DefaultsPlace) -> Range<Int> { facts(place).range(of: place.index) }

  func text(_ place: DefaultsPlace?) -> String? {
    guard let place, member(place).kind == .string else { return nil }
    let range = range(place)
    return StringText.string(view.bytes, range.lowerBound + 1..<range.upperBound - 1)
  }

  func survey(_ place: DefaultsPlace?) -> ArraySurvey? { place.flatMap { facts($0).survey(of: $0.index) } }

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

  /// The layout of the figure and that of its template.
  var layout: DefaultsPlace? { view.facts.layout.map { DefaultsPlace(isInTemplate: false, index: $0) } }
  var templateLayout: DefaultsPlace? { view.template?.layout.map { DefaultsPlace(isInTemplate: true, index: $0) } }

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
    guard !digits.isEmpty, digits.allSatisfy({ $0 &- 0x30 < 10 }), digits.first != 0x30 else { return nil }
    let number = Int32(String(decoding: digits, as: UTF8.self)) ?? .max
    return number > 1 ? number : nil
  }
}
