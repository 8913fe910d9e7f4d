import JSONCore
import LintRules
import SchemaHistory
import ValidationTree

/// A place of the schema and what is in it, as lines of text.
struct PlaceText {
  private let version: SchemaVersion
  private var tree: ValidationTree { version.tree }

  init(_ version: SchemaVersion) { self.version = version }

  func text(_ place: NamedPlace, depth: Int) -> String {
    var text = ""
    guard !place.names.isEmpty else {
      add(place.members, "", depth, [], &text)
      return text
    }
    guard let node = place.node(in: version.set) else { return "" }
    let name = place.names.joined(separator: ".")
    guard node.kind != .attribute else {
      line("\(name): \(description(node.attribute, listLimit: 12))\(remarks(place, inside: tree.allVersions))", &text)
      return text
    }
    line("\(name)\(marks(place, node))\(contents(place, node))\(remarks(place, inside: tree.allVersions))", &text)
    add(place.members, "  ", depth, place.versions, &text)
    return text
  }

  /// - Parameter outer: the versions that have what the members are in.
  private func add(
    _ members: [NamedPlace], _ indent: String, _ depth: Int, _ outer: VersionSet, _ text: inout String
  ) {
    for member in members {
      guard let node = member.node(in: version.set), let name = member.names.last else { continue }
      let remarks = remarks(member, inside: outer)
      guard node.kind != .attribute else {
        line("\(indent)\(name): \(description(node.attribute, listLimit: 4))\(remarks)", &text)
        continue
      }
      line("\(indent)\(name)\(marks(member, node))\(contents(member, node))\(remarks)", &text)
      if depth > 1 { add(member.members, indent + "  ", depth - 1, member.versions, &text) }
    }
  }

  /// Appends a line. Names come from schemas, which may be files of anybody's.
  private func line(_ words: String, _ text: inout String) { text += TextEscaping.escaped(words) + "\n" }

  private func description(_ id: AttributeID, listLimit: Int) -> String {
    ValueDescription(tree, id, listLimit: listLimit).textWithArrays
  }

  private func marks(_ place: NamedPlace, _ node: NodeRef) -> String {
    node.kind == .list || place.isFrames ? " [{…}]" : " {…}"
  }

  /// How many attributes are in it, and that there may be more of it.
  private func contents(_ place: NamedPlace, _ node: NodeRef) -> String {
    var counter = SchemaPlaces(version)
    let count = counter.members(of: node.container).attributes
    var text = ": " + count.counted("attribute")
    if node.kind == .list || place.isFrames { text += " in each item" }
    if tree.isSubplot(node), let name = place.names.last { text += "; more of it as \(name)2, \(name)3 …" }
    return text
  }

  private func remarks(_ place: NamedPlace, inside outer: VersionSet) -> String {
    var remarks: [String] = []
    if let node = place.node(in: version.set), node.kind == .attribute,
      let value = tree.defaultText(of: tree.attribute(node.attribute))
    {
      remarks.append("default \(JSONText.shown(value))")
    }
    let types = place.traceTypeNames
    if !types.isEmpty { remarks.append("brought by \(types.joined(separator: ", "))") }
    if !outer.isEmpty, place.versions != outer { remarks.append(VersionSpans(place.versions, tree).text) }
    return remarks.isEmpty ? "" : " [\(remarks.joined(separator: "; "))]"
  }
}
