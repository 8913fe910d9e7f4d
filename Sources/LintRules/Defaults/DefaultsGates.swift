import ValidationTree

/// Tells at first sight that a trace is drawn: of most types by the arrays that it has.
///
/// The conditions under which traces are invisible, as far as they look at attributes of the trace itself, in a form that needs no
/// table. Found out once for a type.
struct DefaultsGates {
  /// For each type where its conditions begin and end; -1 where nobody asked for them yet.
  private var bounds: [Int] = []
  /// For each condition two words: the name of the attribute, with a bit above that says whether it is the last one of an
  /// alternative, and a bit for each token for which it holds.
  private var conditions: [UInt64] = []

  private static var last: UInt64 { 1 << 16 }

  /// Whether the trace that is entered may be invisible by the conditions of its type, whose node is `node`. O(conditions).
  mutating func mayBeInvisible(
    _ trace: DefaultsTrace, _ node: Int, _ table: DefaultsTable, _ features: inout DefaultsFeatures
  ) -> Bool {
    let place = trace.ordinal * 2
    while bounds.count <= place + 1 { bounds.append(-1) }
    if bounds[place] < 0 {
      bounds[place] = conditions.count
      addConditions(of: node, table, features.figure.words)
      bounds[place + 1] = conditions.count
    }
    var holds = true
    // Of attributes that come again and again, mostly in a row, the token is asked for once.
    var known = (name: UInt16.max, tokens: UInt64.max)
    for index in stride(from: bounds[place], to: bounds[place + 1], by: 2) {
      if holds {
        let name = UInt16(truncatingIfNeeded: conditions[index])
        if known.name != name { known = (name, features.tokens(ofOwn: WordID(rawValue: name))) }
        holds = known.tokens & conditions[index + 1] != 0
      }
      if conditions[index] & DefaultsGates.last != 0 {
        if holds { return true }
        holds = true
      }
    }
    return false
  }

  private mutating func addConditions(of node: Int, _ table: DefaultsTable, _ words: DefaultsVocabulary) {
    for rule in table.rules(of: node) where table.effect(rule) == .invisible {
      for alternative in table.alternatives(rule).0 {
        let before = conditions.count
        for atom in table.atoms(alternative) { add(atom, table, words) }
        // An alternative of which nothing can be said here: it may always hold.
        if conditions.count == before {
          conditions.append(UInt64(UInt16.max))
          conditions.append(.max)
        }
        conditions[conditions.count - 2] |= DefaultsGates.last
      }
    }
  }

  private mutating func add(_ atom: Int, _ table: DefaultsTable, _ words: DefaultsVocabulary) {
    guard let name = table.ownAttribute(ofAtom: atom, words), let tokens = table.tokenBits(ofAtom: atom) else { return }
    conditions.append(UInt64(name.rawValue))
    conditions.append(tokens)
  }
}

extension DefaultsTable {
  /// The attribute of the trace that an atom looks at, and nothing else; nil for other atoms.
  func ownAttribute(ofAtom atom: Int, _ words: DefaultsVocabulary) -> WordID? {
    let feature = feature(feature(ofAtom: atom))
    guard feature.kind == .trace, feature.steps.count == 1 else { return nil }
    let name = WordID(rawValue: step(feature.steps.lowerBound))
    // What a trace says of its carpet depends on the other traces.
    return name == words.carpet ? nil : name
  }
}
