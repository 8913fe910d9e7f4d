import Arguments
import LintRules
import ValidationTree

/// The page that `figlint explain` prints on an attribute or an object of the schema.
struct AttributePage {
  private let tree: ValidationTree
  private let path: [String]
  private let variants: [Variant]

  init(_ tree: ValidationTree, _ path: [String], _ variants: [Variant]) {
    self.tree = tree
    self.path = path
    self.variants = variants
  }

  var text: String {
    let all = variants.reduce(into: VersionSet()) { $0.formUnion($1.versions) }
    var text = path.joined(separator: ".") + "\n"
    text += row("versions", VersionRange(all, tree).text)
    // Newest first: that is what most figures are for.
    for variant in variants.reversed() {
      if variants.count > 1 { text += "\nin \(VersionRange(variant.versions, tree).text):\n" }
      text += describe(variant)
    }
    return text
  }

  private func describe(_ variant: Variant) -> String {
    switch variant.node.kind {
    case .attribute: describe(variant.node.attribute)
    case .container:
      row("type", tree.isSubplot(variant.node.container) ? "object; more of them with a counter from 2" : "object")
        + members(variant)
    case .list: row("type", "array of objects") + members(variant)
    }
  }

  private func describe(_ id: AttributeID) -> String {
    let attribute = tree.attribute(id)
    var text = row("type", attribute.valType.name)
    text += row("accepts", ValueDescription(tree, id, listLimit: .max - 1).textWithArrays)
    if let value = tree.defaultText(of: attribute) { text += row("default", value) }
    return text
  }

  private func members(_ variant: Variant) -> String {
    var text = "\n"
    for (name, variants) in tree.members(of: [variant]) {
      let versions = variants.reduce(into: VersionSet()) { $0.formUnion($1.versions) }
      let range = versions == variant.versions ? "" : "  (\(VersionRange(versions, tree).text))"
      text += "  \(name)\(range)\n"
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

/// Versions in words: `2.11.1 to 4.1.1`.
struct VersionRange {
  let text: String

  init(_ versions: VersionSet, _ tree: ValidationTree) {
    guard let oldest = versions.oldest, let newest = versions.newest else {
      text = "no version"
      return
    }
    var text = tree.versionName(oldest)
    if oldest != newest { text += " to \(tree.versionName(newest))" }
    if versions.count < newest - oldest + 1 { text += ", not in all of them" }
    self.text = versions == tree.allVersions ? "\(text) (all that are built in)" : text
  }
}
