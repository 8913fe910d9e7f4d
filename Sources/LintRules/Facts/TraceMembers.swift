import FigureValidator
import JSONCore
import ValidationTree

/// The members of one trace after the other, by name: found in one pass over each trace, however many rules ask for them.
struct TraceMembers {
  let figure: FigureView
  /// The member of the outline that is the trace, and its index among the traces of the figure.
  private(set) var trace = 0
  private(set) var index = 0
  /// The name of its type.
  private(set) var type = ""

  private var typeOrdinal = -1
  /// For each word of the tree the name that it is, 0 for none.
  private let names: [UInt8]
  private var members: [Int32]

  init(_ figure: FigureView) {
    self.figure = figure
    let all = TraceName.allCases
    var names = [UInt8](repeating: 0, count: figure.tree.wordCount)
    for name in all {
      if let word = figure.tree.word(name.text) { names[Int(word.rawValue)] = UInt8(name.rawValue + 1) }
    }
    self.names = names
    members = Array(repeating: -1, count: all.count + 1)
  }

  /// Goes to a trace.
  mutating func enter(_ trace: Int, index: Int) {
    self.trace = trace
    self.index = index
    for position in members.indices { members[position] = -1 }
    let facts = figure.facts
    for member in facts.children(of: trace) {
      let word = Int(facts.members[member].name.rawValue)
      if word < names.count, names[word] > 0 { members[Int(names[word])] = Int32(member) }
    }
    let ordinal = facts.traceType(of: trace) ?? -1
    guard ordinal != typeOrdinal else { return }
    typeOrdinal = ordinal
    type = figure.typeName(of: trace)
  }

  /// The member called `name`; nil where the trace has none.
  subscript(_ name: TraceName) -> Int? {
    let member = members[name.rawValue + 1]
    return member < 0 ? nil : Int(member)
  }

  /// What is in the array called `name`; nil where there is none, or something is wrong with it.
  func array(_ name: TraceName) -> ArraySurvey? {
    guard let member = self[name], !figure.isWrong(member) else { return nil }
    return figure.array(member)
  }

  /// Whether the trace is drawn at all.
  var isVisible: Bool { figure.bool(self[.visible]) ?? true }
}
