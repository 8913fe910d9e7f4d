import FigureValidator
import JSONCore
import ValidationTree

/// What is found out about a figure in one pass over its members: its traces, the names that there are, and what may be told of.
struct DefaultsOutline {
  private(set) var traces: [DefaultsTrace] = []
  private(set) var cartesianCount = 0
  /// The names that members of traces have, and those that members of the layout have.
  private(set) var names = (traces: DefaultsNames(), layout: DefaultsNames())
  private(set) var membersToTell: [Int] = []

  private let view: FigureView
  private let words: DefaultsVocabulary
  private let members: [FactMember]

  init(_ view: FigureView, _ words: DefaultsVocabulary) {
    self.view = view
    self.words = words
    members = view.facts.members
    let data = view.facts.data
    let layout = view.facts.layout
    if let data {
      addTraces(data)
      if data < layout ?? .max { names.traces = addNames(data) }
    }
    if let layout { names.layout = addNames(layout) }
    if let data, data > layout ?? .max { names.traces = addNames(data) }
  }

  // MARK: Members

  /// Adds what is to tell of a part of the figure, and returns the names in it.
  private mutating func addNames(_ part: Int) -> DefaultsNames {
    var names = DefaultsNames()
    for index in part..<Int(members[part].end) {
      names.insert(members[index].name)
      if let role = words.role(of: members[index].name), isToTell(index, role) { membersToTell.append(index) }
    }
    return names
  }

  private func isToTell(_ index: Int, _ role: DefaultsVocabulary.Role) -> Bool {
    switch role {
    case .reference, .bound: true
    case .range: isOutOfOrder(index, by: 0)
    case .domain: isOutOfOrder(index, by: DefaultsEnds.leastDomain)
    case .coordinate:
      members[index].parent >= 0 && members[Int(members[index].parent)].name == words.domain
        && isOutOfOrder(index, by: DefaultsEnds.leastDomain)
    }
  }

  /// Whether a value is an array, and not at first sight one of two numbers that are what ends are to be.
  private func isOutOfOrder(_ index: Int, by difference: Double) -> Bool {
    guard members[index].kind == .array else { return false }
    let start = members[index].start + view.facts.shift
    return !DefaultsEnds.areApart(view.bytes, start..<start + Int(members[index].length), by: difference)
  }

  // MARK: Traces

  /// The traces of a type: how many there were so far, and those of the template, which they take in turn.
  private struct TypeTraces {
    let ordinal: Int
    let type: TraceType
    var count = 0
    let templates: [DefaultsPlace]
  }

  private mutating func addTraces(_ data: Int) {
    let names = TraceNameTable.of(view.tree)
    // A figure has traces of a few types.
    var types: [TypeTraces] = []
    var position = 0
    let end = Int(members[data].end)
    var next = data + 1
    var count = 0
    while next < end {
      count += 1
      next = Int(members[next].end)
    }
    traces.reserveCapacity(count)
    next = data + 1
    while next < end {
      let index = next
      next = Int(members[index].end)
      guard members[index].traits.contains(.isTrace), members[index].detail >= 0 else { continue }
      let ordinal = Int(members[index].detail)
      if position >= types.count || types[position].ordinal != ordinal {
        if let known = types.firstIndex(where: { $0.ordinal == ordinal }) {
          position = known
        } else {
          position = types.count
          types.append(
            TypeTraces(ordinal: ordinal, type: names.type(ordinal), templates: templates(ofType: ordinal)))
        }
      }
      let templates = types[position].templates.count
      let template = templates == 0 ? nil : types[position].templates[types[position].count % templates]
      types[position].count += 1
      if types[position].type.isCartesian { cartesianCount += 1 }
      traces.append(
        DefaultsTrace(
          position: traces.count, place: DefaultsPlace(isInTemplate: false, index: index), template: template,
          ordinal: ordinal, type: types[position].type))
    }
  }

  /// What the template has for traces of a type.
  private func templates(ofType type: Int) -> [DefaultsPlace] {
    guard let members = view.template?.members, let data = view.template?.data else { return [] }
    let edges = view.tree.edges(of: view.tree.traces)
    guard type < edges.count else { return [] }
    let name = view.tree.word(of: edges[edges.startIndex + type])
    guard let list = members.child(of: data, name) else { return [] }
    return members.items(of: list).map { DefaultsPlace(isInTemplate: true, index: $0) }
  }
}

/// Some names of members, or rather a part of what they are told apart by: it may say of another one, too, that it is there.
struct DefaultsNames {
  private var bits: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  @inline(__always) mutating func insert(_ name: WordID) {
    let bit = UInt64(1) &<< UInt64(name.rawValue)
    switch name.rawValue &>> 6 & 3 {
    case 0: bits.0 |= bit
    case 1: bits.1 |= bit
    case 2: bits.2 |= bit
    default: bits.3 |= bit
    }
  }

  @inline(__always) func mayHold(_ name: WordID) -> Bool {
    let bits =
      switch name.rawValue &>> 6 & 3 {
      case 0: bits.0
      case 1: bits.1
      case 2: bits.2
      default: bits.3
      }
    return bits &>> UInt64(name.rawValue) & 1 != 0
  }
}
