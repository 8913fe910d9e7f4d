import FigureValidator
import JSONCore
import ValidationTree

/// Finds the members of traces that the traces' own flags (`mode`, `hoveron`) make useless, all else apart, and that somebody would
/// want to be told of.
///
/// Traces of a figure are alike: what is found out for some flags is kept for all traces that have the same.
struct DefaultsFlags {
  private let table: DefaultsTable
  private let figure: DefaultsFigure
  private var states: [State] = []
  /// The state of the flags of the trace at hand.
  private var current = 0

  private var words: DefaultsVocabulary { figure.words }

  /// What was found out for traces of a type with the same flags.
  struct State {
    let ordinal: Int
    let template: DefaultsPlace?
    /// The texts of `mode` and `hoveron`; empty where they are not given.
    let mode, hoveron: [UInt8]
    /// Whether it is for the trace at hand only: its texts are longer than is worth while to keep.
    let isForOne: Bool
    var isForOtherFigures: Bool { template == nil && !isForOne }
    /// By the word that a member of a trace is called a ``Use``, and of what is inside members (few nodes of the table) the node above
    /// a byte with the use. Numbers, since each type of arrays takes its time when the first one is made.
    var members: [UInt8]
    var nodes: [Int] = []
    /// What makes members useless that are containers, by what is not given: the word of the member, and those of up to three
    /// attributes of the trace of which it has none, 16 bits each.
    var absences: [UInt64] = []
    /// How many traces had it.
    var traces = 0
  }

  private enum Use: UInt8 {
    case unasked
    /// Nothing is to be said of it.
    case none
    case useless
    /// Something inside may be useless, and something is.
    case inside, surelyInside
  }

  /// - Parameter known: what was found out for other figures.
  init(_ table: DefaultsTable, _ figure: DefaultsFigure, _ known: [State]) {
    self.table = table
    self.figure = figure
    states = known
  }

  /// Gives away what was found out that holds for other figures, too.
  mutating func takeKnown() -> [State] {
    if !states.allSatisfy(\.isForOtherFigures) { states.removeAll { !$0.isForOtherFigures } }
    defer { states = [] }
    return states
  }

  /// Adds what is useless in the trace that is entered. The node of its type is `node`.
  mutating func findUseless(
    in trace: DefaultsTrace, _ node: Int, _ features: inout DefaultsFeatures, into found: inout DefaultsInterest
  ) {
    let mode = features.own(words.mode)
    let hoveron = features.own(words.hoveron)
    guard mode != nil || hoveron != nil else { return }
    choose(trace, mode.map(figure.range) ?? 0..<0, hoveron.map(figure.range) ?? 0..<0)
    states[current].traces += 1
    let members = figure.members
    let end = Int(members[trace.place.index].end)
    var index = trace.place.index + 1
    while index < end {
      let word = Int(members[index].name.rawValue)
      if word < states[current].members.count {
        var use = Use(rawValue: states[current].members[word]) ?? .none
        if use == .unasked || use == .inside && states[current].traces > DefaultsFlags.few {
          use = self.use(ofMember: word, in: node, &features)
          states[current].members[word] = use.rawValue
        }
        if use == .useless || use != .none && !isUseless(word, features) {
          note(index, use, node, &features, into: &found)
        }
      }
      index = Int(members[index].end)
    }
  }

  private mutating func note(
    _ index: Int, _ use: Use, _ node: Int, _ features: inout DefaultsFeatures, into found: inout DefaultsInterest
  ) {
    if use == .useless {
      if mayBeTold(index) { found.append(index) }
      return
    }
    let members = figure.members
    guard members[index].kind == .object, let node = table.child(of: node, members[index].name.rawValue) else { return }
    let end = Int(members[index].end)
    var child = index + 1
    while child < end {
      let use = self.use(of: members[child].name, in: node, &features)
      if use != .none { note(child, use, node, &features, into: &found) }
      child = Int(members[child].end)
    }
  }

  /// Whether a useless member is one that ``DefaultsClaim`` speaks of.
  private func mayBeTold(_ index: Int) -> Bool {
    let member = figure.members[index]
    guard member.kind != .null, !member.traits.contains(.isWrong) else { return false }
    return figure.view.isSetOnPurpose(index)
  }

  // MARK: States

  /// Goes to the state for the flags of a trace.
  private mutating func choose(_ trace: DefaultsTrace, _ mode: Range<Int>, _ hoveron: Range<Int>) {
    if current < states.count, isState(current, trace, mode, hoveron) { return }
    for state in states.indices where isState(state, trace, mode, hoveron) {
      current = state
      return
    }
    // There are as many as there are combinations of flags that somebody uses; of others only the last is kept.
    if states.count > 31 { states.removeLast() }
    current = states.count
    let bytes = figure.view.bytes
    let isForOne = max(mode.count, hoveron.count) > DefaultsFlags.longestText
    states.append(
      State(
        ordinal: trace.ordinal, template: trace.template, mode: isForOne ? [] : mode.map { bytes[$0] },
        hoveron: isForOne ? [] : hoveron.map { bytes[$0] }, isForOne: isForOne,
        members: Array(repeating: Use.unasked.rawValue, count: words.roles.count)))
  }

  /// All flags that there are, and a bit more. A figure may say the same ones again and again.
  private static var longestText: Int { 64 }

  private func isState(_ state: Int, _ trace: DefaultsTrace, _ mode: Range<Int>, _ hoveron: Range<Int>) -> Bool {
    states[state].ordinal == trace.ordinal && states[state].template == trace.template && !states[state].isForOne
      && isText(states[state].mode, mode) && isText(states[state].hoveron, hoveron)
  }

  private func isText(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    guard text.count == range.count else { return false }
    for offset in 0..<text.count where text[offset] != figure.view.bytes[range.lowerBound + offset] { return false }
    return true
  }

  // MARK: Conditions

  /// After so many traces with the same flags it is worth while to find out whether anything at all is useless inside a member.
  private static var few: Int { 8 }

  /// What is to be known of a member of a trace, by its word.
  private mutating func use(ofMember word: Int, in node: Int, _ features: inout DefaultsFeatures) -> Use {
    guard let next = table.child(of: node, UInt16(truncatingIfNeeded: word)) else { return .none }
    let use = use(ofNode: next, &features)
    guard use == .inside else { return use }
    if states[current].traces > DefaultsFlags.few {
      return isAnythingUseless(in: next, &features) ? .surelyInside : .none
    }
    if states[current].template == nil { addAbsences(ofMember: word, next, &features) }
    return use
  }

  /// Adds what makes a member useless, beside the flags, by not being given.
  private mutating func addAbsences(ofMember word: Int, _ node: Int, _ features: inout DefaultsFeatures) {
    for rule in table.rules(of: node) where table.effect(rule) == .unused {
      for alternative in table.alternatives(rule).0 {
        var names = UInt64(word)
        var count = 0
        let isByAbsence = table.atoms(alternative).allSatisfy { atom in
          if isByFlags(atom, &features) { return true }
          guard let name = table.ownAttribute(ofAtom: atom, words), table.atom(atom, holds: .absent) else {
            return false
          }
          names = names << 16 | UInt64(name.rawValue)
          count += 1
          return true
        }
        guard isByAbsence, 1...3 ~= count else { continue }
        // The last name again, where there are fewer than three.
        for _ in count..<3 { names = names << 16 | names & 0xFFFF }
        if !states[current].absences.contains(names) { states[current].absences.append(names) }
      }
    }
  }

  /// Whether the trace that is entered has nothing of what would make a member useful: then nothing is said inside it.
  private func isUseless(_ word: Int, _ features: borrowing DefaultsFeatures) -> Bool {
    for names in states[current].absences where Int(names >> 48) == word {
      func isAbsent(_ shift: UInt64) -> Bool {
        features.own(WordID(rawValue: UInt16(truncatingIfNeeded: names >> shift))) == nil
      }
      if isAbsent(32), isAbsent(16), isAbsent(0) { return true }
    }
    return false
  }

  private func isAnythingUseless(in node: Int, _ features: inout DefaultsFeatures) -> Bool {
    // Children stand behind their parent: in a damaged table this ends, too.
    for child in table.children(of: node) where child > node {
      switch use(ofNode: child, &features) {
      case .useless: return true
      case .inside: if isAnythingUseless(in: child, &features) { return true }
      case .unasked, .none, .surelyInside: break
      }
    }
    return false
  }

  /// What is to be known of a member inside one.
  private mutating func use(of name: WordID, in node: Int, _ features: inout DefaultsFeatures) -> Use {
    guard let next = table.child(of: node, name.rawValue) else { return .none }
    for known in states[current].nodes where known >> 8 == next {
      return Use(rawValue: UInt8(truncatingIfNeeded: known)) ?? .none
    }
    let use = use(ofNode: next, &features)
    states[current].nodes.append(next << 8 | Int(use.rawValue))
    return use
  }

  private func use(ofNode node: Int, _ features: inout DefaultsFeatures) -> Use {
    var isUseless = false
    for rule in table.rules(of: node) where table.effect(rule) == .unused {
      for alternative in table.alternatives(rule).0 {
        switch holds(alternative, &features) {
        case .byFlagsGiven: return .useless
        case .byFlags: isUseless = true
        case .not: break
        }
      }
    }
    // What is inside of what has no effect has none.
    return !isUseless && !table.children(of: node).isEmpty ? .inside : .none
  }

  private enum Holding {
    case not
    /// It looks at flags only, and holds; because of flags that are given.
    case byFlags, byFlagsGiven
  }

  private func holds(_ alternative: Int, _ features: inout DefaultsFeatures) -> Holding {
    var holding = Holding.byFlagsGiven
    for atom in table.atoms(alternative) {
      guard isByFlags(atom, &features) else { return .not }
      if features.token(table.feature(ofAtom: atom), []) == .absent { holding = .byFlags }
    }
    return holding
  }

  /// Whether an atom looks at the trace's flags, and holds.
  private func isByFlags(_ atom: Int, _ features: inout DefaultsFeatures) -> Bool {
    let feature = table.feature(ofAtom: atom)
    return table.looksAtFlags(feature, words) && table.atom(atom, holds: features.token(feature, []))
  }
}

extension FigureView {
  /// Whether a value was written by somebody who wanted it. Programs write defaults, and whole containers, without thinking of it.
  func isSetOnPurpose(_ index: Int) -> Bool {
    facts.members[index].node.kind == .attribute ? differsFromDefault(index) : holdsMoreThanColours(index)
  }

  /// Whether a container has a value that programs do not write for whatever a trace is drawn with: its colour and symbol.
  private func holdsMoreThanColours(_ index: Int) -> Bool {
    facts.children(of: index).contains { child in
      !isKey(of: child, "color") && !isKey(of: child, "symbol") && !isKey(of: child, "coloraxis")
        && differsFromDefault(child)
    }
  }

  /// Whether a value, or one inside it, is not what plotly.js would take by itself.
  private func differsFromDefault(_ index: Int) -> Bool {
    let member = facts.members[index]
    guard member.node.kind == .attribute else { return facts.children(of: index).contains(where: differsFromDefault) }
    guard member.kind != .null else { return false }
    let attribute = tree.attribute(member.node.attribute)
    let range = facts.range(of: index)
    return tree.withDefault(of: attribute) { !bytes.equals(range, $1, of: $0) }
  }
}
