import ValidationTree

/// Tells at first sight that a trace is drawn: of most types by the arrays that it has.
///
/// It holds the conditions under which traces of a type are invisible, as far as they look at attributes of the trace itself, in a form
/// that needs no table. Made once for a type.
struct DefaultsGate {
  /// The attributes that are looked at.
  private var names: [WordID] = []
  /// The alternatives, one behind the other.
  private var atoms: [Atom] = []
  /// Whether there are alternatives of which nothing can be said here.
  private var isOpen = false

  private struct Atom {
    /// The index of the attribute among the names.
    let name: Int
    /// A bit for each token for which it holds.
    let tokens: UInt64
    /// Whether it is the last one of an alternative.
    var isLast = false
  }

  /// - Parameter node: that of the type.
  init(_ table: DefaultsTable, _ node: Int, _ words: DefaultsVocabulary) {
    for rule in table.rules(of: node) where table.effect(rule) == .invisible {
      for alternative in table.alternatives(rule).0 {
        let before = atoms.count
        for atom in table.atoms(alternative) { add(atom, table, words) }
        if atoms.count > before { atoms[atoms.count - 1].isLast = true } else { isOpen = true }
      }
    }
  }

  private mutating func add(_ atom: Int, _ table: DefaultsTable, _ words: DefaultsVocabulary) {
    let feature = table.feature(table.feature(ofAtom: atom))
    guard feature.kind == .trace, feature.steps.count == 1 else { return }
    let name = WordID(rawValue: table.step(feature.steps.lowerBound))
    let tokens = table.tokens(ofAtom: atom)
    // What a trace says of its carpet depends on the other traces.
    guard name != words.carpet, tokens.allSatisfy({ $0.rawValue < 64 }) else { return }
    let position = names.firstIndex(of: name) ?? names.count
    if position == names.count { names.append(name) }
    atoms.append(Atom(name: position, tokens: tokens.reduce(0) { $0 | 1 << UInt64($1.rawValue) }))
  }

  /// Whether the trace that is entered may be invisible by the conditions of its type. O(conditions).
  func isPassed(_ features: inout DefaultsFeatures) -> Bool {
    if isOpen { return true }
    var holds = true
    // Of attributes that come again and again, mostly in a row, the token is asked for once.
    var known = (name: -1, tokens: UInt64(0))
    for atom in atoms {
      if holds {
        if known.name != atom.name { known = (atom.name, features.tokens(ofOwn: names[atom.name])) }
        holds = known.tokens & atom.tokens != 0
      }
      if atom.isLast {
        if holds { return true }
        holds = true
      }
    }
    return false
  }
}
