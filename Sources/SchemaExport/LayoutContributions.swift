import SchemaHistory
import ValidationTree

/// What trace types bring into the layout or into one of its subplots, under one name.
struct LayoutContribution {
  /// The subplot's name without counter; nil for the layout itself.
  let subplot: String?
  let name: String
  /// The types, and what they bring, in the order in which plotly.js asks: the first whose types are in the figure counts.
  let choices: [Choice]

  struct Choice: Hashable {
    let types: [String]
    let node: NodeRef
  }

  /// What stands there if no choice is to be made between several things.
  var soleNode: NodeRef? { choices.allSatisfy { $0.node == choices[0].node } ? choices[0].node : nil }

  /// All of a version, limited to some trace types.
  static func all(of version: SchemaVersion, types: [String]) -> [LayoutContribution] {
    let tree = version.tree
    let ordinals = tree.edges(of: tree.traces).map { tree.text(tree.word(of: $0)) }
    return (0..<tree.contributedNameCount).compactMap { index in
      let (subplot, word, list) = tree.contributedName(at: index)
      let choices = (0..<list.count).compactMap { entry -> Choice? in
        let contribution = tree.contribution(list, at: entry)
        guard contribution.variant.versions.contains(version.set) else { return nil }
        let bringing = ordinals.indices.filter { contribution.types.contains(TraceTypeSet(ordinal: $0)) }
        let names = bringing.map { ordinals[$0] }.filter(types.contains)
        return names.isEmpty ? nil : Choice(types: names, node: contribution.variant.node)
      }
      guard !choices.isEmpty else { return nil }
      return LayoutContribution(subplot: subplot.map(tree.text), name: tree.text(word), choices: choices)
    }
  }
}
