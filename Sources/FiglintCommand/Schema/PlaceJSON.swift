import JSONCore
import SchemaHistory
import ValidationTree

/// A place of the schema and what is in it, as JSON.
enum PlaceJSON {
  static func text(_ place: NamedPlace, _ version: SchemaVersion, depth: Int) -> String {
    JSONText.line { json in
      json.object { json in
        json.member("version", 1)
        json.member("plotly.js", version.name)
        json.member("path", place.names.joined(separator: "."))
        if let node = place.node(in: version.set) {
          writeContent(place, node, version, depth, &json)
        } else {
          writeMembers(place, version, depth, &json)
        }
      }
    }
  }

  private static func writeContent(
    _ place: NamedPlace, _ node: NodeRef, _ version: SchemaVersion, _ depth: Int, _ json: inout JSONWriter
  ) {
    let tree = version.tree
    let kind: SchemaChange.Kind =
      node.kind == .attribute ? .attribute : node.kind == .list || place.isFrames ? .list : .object
    json.member("kind", kind.rawValue)
    json.key("versions")
    json.array { json in
      for span in VersionSpans(place.versions, tree).spans {
        json.array { json in
          json.string(tree.versionName(span.lowerBound))
          json.string(tree.versionName(span.upperBound))
        }
      }
    }
    let types = place.traceTypeNames
    if !types.isEmpty {
      json.key("traceTypes")
      json.array { json in for type in types { json.string(type) } }
    }
    if kind == .attribute {
      json.key("definition")
      return tree.writeDefinition(of: node.attribute, &json)
    }
    if tree.isSubplot(node) { json.member("counter", true) }
    var counter = SchemaPlaces(version)
    json.member("attributes", counter.members(of: node.container).attributes)
    if depth > 0 { writeMembers(place, version, depth, &json) }
  }

  private static func writeMembers(
    _ place: NamedPlace, _ version: SchemaVersion, _ depth: Int, _ json: inout JSONWriter
  ) {
    json.key("members")
    json.object { json in
      for member in place.members {
        guard let node = member.node(in: version.set), let name = member.names.last else { continue }
        json.key(name)
        json.object { json in writeContent(member, node, version, depth - 1, &json) }
      }
    }
  }
}
