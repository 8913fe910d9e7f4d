import FigureValidator
import JSONCore
import ValidationTree

/// The members of one trace after the other, by name: found in one pass over each trace, however many rules ask for them.
struct TraceMembers {
  let figure: FigureView
  /// The member of the outline that is the trace, and its index among the traces of the figure.
  private(set) var trace = 0
  private(set) var index = 0
  /// Its type.
  private(set) var type = TraceType.other
  /// The names that the traces visited so far have, and the axes of these traces.
  private(set) var seen = TraceNames()
  private(set) var axes: [TraceAxes] = []

  /// What is in the arrays `x` and `y`, which most rules look at; see ``array(_:)``.
  private var x: ArraySurvey?
  private var y: ArraySurvey?

  private var typeOrdinal = -1
  private let table: TraceNameTable
  /// All members of the figure.
  private let all: [FactMember]
  private let facts: FigureFacts
  private var members: [Int]

  init(_ figure: FigureView) {
    self.figure = figure
    facts = figure.facts
    all = facts.members
    table = TraceNameTable.of(figure.tree)
    members = Array(repeating: -1, count: TraceNames.capacity)
    axes.reserveCapacity(figure.traces.count)
  }

  /// Goes to a trace.
  mutating func enter(_ trace: Int, index: Int) {
    self.trace = trace
    self.index = index
    for position in 0..<members.count { members[position] = -1 }
    let names = table.names
    var member = trace + 1
    let end = Int(all[trace].end)
    while member < end {
      let word = Int(all[member].name.rawValue)
      if word < names.count, names[word] > 0 {
        members[Int(names[word])] = member
        seen.insert(position: Int(names[word]))
      }
      member = Int(all[member].end)
    }
    let ordinal = facts.traceType(of: trace) ?? -1
    if ordinal != typeOrdinal {
      typeOrdinal = ordinal
      type = table.type(ordinal)
    }
    x = survey(of: self[.x])
    y = survey(of: self[.y])
    axes.append(TraceAxes(trace: trace, type: type, x: self[.xaxis], y: self[.yaxis], visible: self[.visible]))
  }

  /// The member called `name`; nil where the trace has none.
  subscript(_ name: TraceName) -> Int? {
    let member = members[name.rawValue + 1]
    return member < 0 ? nil : member
  }

  /// What is in the array called `name`; nil where there is none, or something is wrong with it.
  func array(_ name: TraceName) -> ArraySurvey? {
    switch name {
    case .x: x
    case .y: y
    default: survey(of: self[name])
    }
  }

  private func survey(of member: Int?) -> ArraySurvey? {
    guard let member, !all[member].traits.contains(.isWrong) else { return nil }
    return figure.array(member)
  }

  /// Whether the trace is drawn at all.
  var isVisible: Bool { figure.bool(self[.visible]) ?? true }
}

/// Some ``TraceName``s.
struct TraceNames {
  /// Room for all names, with one unused place before them.
  static var capacity: Int { 80 }

  private var low: UInt64 = 0
  private var high: UInt64 = 0

  mutating func insert(position: Int) {
    if position < 64 { low |= 1 << UInt64(position) } else { high |= 1 << UInt64(position - 64) }
  }

  func contains(_ name: TraceName) -> Bool {
    let position = name.rawValue + 1
    return (position < 64 ? low >> UInt64(position) : high >> UInt64(position - 64)) & 1 != 0
  }
}

/// What says on which axes a trace is drawn.
struct TraceAxes {
  let trace: Int
  let type: TraceType
  /// The members `xaxis`, `yaxis` and `visible` of the trace; nil for one that it does not have.
  let x: Int?
  let y: Int?
  let visible: Int?
}
