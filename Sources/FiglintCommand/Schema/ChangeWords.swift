import JSONCore
import LintRules
import SchemaHistory
import ValidationTree

/// What a change is, in words that stand behind its place.
struct ChangeWords {
  let text: String

  init(_ change: SchemaChange) {
    switch change.action {
    case .added, .removed: text = (change.after ?? change.before).map { ChangeWords.words(change, $0) } ?? ""
    case .changed:
      let parts = change.properties.map { ChangeWords.words($0, change) }
      text = ": " + parts.joined(separator: "; ") + ChangeWords.origin(change)
    }
  }

  /// What came or went.
  private static func words(_ change: SchemaChange, _ side: SchemaChange.Side) -> String {
    guard let id = side.attribute else {
      let marks = change.kind == .list ? " [{…}]" : change.kind == .object ? " {…}" : ""
      return "\(marks): \(change.attributeCount.counted("attribute"))\(origin(change))"
    }
    let tree = side.version.tree
    var text = ": " + ValueDescription(tree, id, listLimit: 4).textWithArrays
    if let value = tree.defaultText(of: tree.attribute(id)) { text += " [default \(clipped(value))]" }
    return text + origin(change)
  }

  private static func origin(_ change: SchemaChange) -> String {
    change.traceTypes.isEmpty ? "" : " [brought by \(change.traceTypes.joined(separator: ", "))]"
  }

  private static func words(_ property: SchemaChange.Property, _ change: SchemaChange) -> String {
    let before = property.before.map { clipped(String(decoding: $0, as: UTF8.self)) }
    let after = property.after.map { clipped(String(decoding: $0, as: UTF8.self)) }
    switch property.name {
    case "counter": return after == "true" ? "may carry a counter" : "carries no counter any more"
    case "values", "flags", "extras": return lists(property, change)
    default: break
    }
    let name = property.name == "dflt" ? "default" : property.name
    switch (before, after) {
    case (nil, "true"): return "+ \(name)"
    case ("true", nil): return "- \(name)"
    case (let before?, let after?): return "\(name) \(before) → \(after)"
    case (nil, let after?): return "+ \(name) \(after)"
    case (let before?, nil): return "- \(name) \(before)"
    case (nil, nil): return name
    }
  }

  /// `values + 'sync' - 'auto'`.
  private static func lists(_ property: SchemaChange.Property, _ change: SchemaChange) -> String {
    let before = values(property.name, change.before)
    let after = values(property.name, change.after)
    let added = after.filter { !before.contains($0) }
    let removed = before.filter { !after.contains($0) }
    var parts = [property.name]
    if !added.isEmpty { parts.append("+ " + list(added)) }
    if !removed.isEmpty { parts.append("- " + list(removed)) }
    return parts.count == 1 ? "\(property.name) in another order" : parts.joined(separator: " ")
  }

  private static func list(_ values: [String]) -> String {
    let limit = 8
    let shown = values.count > limit + 1 ? Array(values.prefix(limit)) + ["\(values.count - limit) more"] : values
    return shown.joined(separator: ", ")
  }

  private static func values(_ name: String, _ side: SchemaChange.Side?) -> [String] {
    guard let tree = side?.version.tree, let id = side?.attribute else { return [] }
    let attribute = tree.attribute(id)
    let list = name == "extras" ? attribute.extras : attribute.values
    return list.map { tree.valueTexts(of: $0).map(JSONText.shown) } ?? []
  }

  private static func clipped(_ json: String) -> String {
    json.unicodeScalars.count > 60
      ? String(String.UnicodeScalarView(json.unicodeScalars.prefix(57))) + "…" : JSONText.shown(json)
  }
}
