import Arguments
import JSONCore
import LintRules
import SchemaHistory
import ValidationTree

/// The page that `figlint explain` prints on an attribute or an object of the schema: what it is now, since when, and what it
/// was before.
struct AttributePage {
  private let place: NamedPlace
  private var tree: ValidationTree { place.tree }

  /// - Parameter place: one that some version has.
  init(_ place: NamedPlace) { self.place = place }

  var text: String {
    var text = place.names.joined(separator: ".") + "\n"
    text += row("versions", VersionSpans(place.versions, tree).textWithBounds)
    let types = place.traceTypeNames
    if !types.isEmpty {
      text += row("traces", types.joined(separator: ", ") + " (without one of them the layout does not have it)")
    }
    // Newest first: that is what most figures are for.
    let variants = place.variants.inOrder { ($0.versions.newest ?? 0) > ($1.versions.newest ?? 0) }
    let meanings = meanings(of: variants)
    for meaning in meanings {
      if meanings.count > 1 { text += "\nin \(VersionSpans(meaning.versions, tree).text):\n" }
      for (label, value) in meaning.rows { text += row(label, value) }
    }
    return text + values + members
  }

  // MARK: - What it is

  private struct Meaning {
    var versions: VersionSet
    let rows: [(label: String, value: String)]
  }

  /// What it is in the newest version, and what else it was in others. Where nothing but the list of values differs it is
  /// one meaning: the values have a history of their own.
  private func meanings(of variants: [Variant]) -> [Meaning] {
    var meanings: [Meaning] = []
    var nodes: [NodeRef] = []
    for variant in variants {
      if let known = nodes.firstIndex(where: { isAlike($0, variant.node) }) {
        meanings[known].versions.formUnion(variant.versions)
      } else {
        meanings.append(Meaning(versions: variant.versions, rows: rows(of: variant.node)))
        nodes.append(variant.node)
      }
    }
    return meanings
  }

  private func isAlike(_ a: NodeRef, _ b: NodeRef) -> Bool {
    guard a.kind == .attribute, b.kind == .attribute else {
      return a.kind == b.kind && tree.isSubplot(a) == tree.isSubplot(b)
    }
    func facts(_ node: NodeRef) -> [DefinitionProperty] {
      tree.properties(of: node.attribute).filter { !["values", "flags", "extras"].contains($0.name) }
    }
    return facts(a) == facts(b)
  }

  private func rows(of node: NodeRef) -> [(label: String, value: String)] {
    switch node.kind {
    case .attribute:
      let attribute = tree.attribute(node.attribute)
      var rows = [("type", attribute.valType.name)]
      rows.append(("accepts", ValueDescription(tree, node.attribute, listLimit: .max - 1).textWithArrays))
      if let value = tree.defaultText(of: attribute) { rows.append(("default", value)) }
      return rows
    case .container:
      return [("type", tree.isSubplot(node) ? "object; more of them with a counter from 2" : "object")]
    case .list: return [("type", "array of objects")]
    }
  }

  // MARK: - What came and went

  /// The values that some versions do not take, those with one history together.
  private var values: String {
    let history = AttributeHistory(place.variants, tree)
    var groups: [(versions: VersionSet, values: [String])] = []
    for value in history.changingValues {
      let text = JSONText.shown(value.text)
      if let known = groups.firstIndex(where: { $0.versions == value.versions }) {
        groups[known].values.append(text)
      } else {
        groups.append((value.versions, [text]))
      }
    }
    guard !groups.isEmpty else { return "" }
    var text = "\nvalues that some versions do not take\n"
    for group in groups {
      let range = VersionSpans(group.versions, tree).textWithBounds
      let lines = TextWrapping.lines("\(group.values.joined(separator: ", ")): \(range)", width: 86)
      text += lines.enumerated().map { ($0 == 0 ? "  " : "    ") + $1 + "\n" }.joined()
    }
    return text
  }

  private var members: String {
    let members = place.members
    guard !members.isEmpty else { return "" }
    var text = "\n"
    for member in members {
      let isNoted = member.versions != place.versions
      let range = isNoted ? "  (\(VersionSpans(member.versions, tree).text))" : ""
      text += "  \(member.names.last ?? "")\(range)\n"
    }
    return text
  }

  private func row(_ label: String, _ value: String) -> String {
    let width = 10
    let lines = TextWrapping.lines(value, width: 88 - width - 2)
    let margin = String(repeating: " ", count: width + 2)
    return "  " + TextWrapping.padded(label, to: width) + lines.joined(separator: "\n" + margin) + "\n"
  }
}
