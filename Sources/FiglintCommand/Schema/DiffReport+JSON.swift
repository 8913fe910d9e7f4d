import JSONCore
import SchemaHistory

/// The report as JSON: one object, with a change on each line.
extension DiffReport {
  var json: String {
    var text = #"{"version":1,"from":\#(quoted(from)),"to":\#(quoted(to)),"summary":"#
    text += JSONText.line { json in
      json.object { json in
        for (name, tally) in [("traceTypes", traceTypes), ("attributes", attributes)] {
          json.key(name)
          json.object { json in
            json.member("added", tally.added)
            json.member("removed", tally.removed)
            json.member("changed", tally.changed)
          }
        }
      }
    }.dropLast()
    text += #","changes":["#
    text += entries.map { change in "\n" + JSONText.line { write(change, &$0) }.dropLast() }.joined(separator: ",")
    return text + (changes.isEmpty ? "]}\n" : "\n]}\n")
  }

  private func quoted(_ name: String) -> String { String(JSONText.line { $0.string(name) }.dropLast()) }

  private func write(_ change: SchemaChange, _ json: inout JSONWriter) {
    json.object { json in
      json.member("path", change.path)
      json.member("change", change.action.rawValue)
      json.member("kind", change.kind.rawValue)
      if !change.traceTypes.isEmpty {
        json.key("traceTypes")
        json.array { json in for type in change.traceTypes { json.string(type) } }
      }
      guard change.action != .changed else { return writeProperties(of: change, &json) }
      guard let side = change.after ?? change.before else { return }
      if let attribute = side.attribute {
        json.key("definition")
        side.version.tree.writeDefinition(of: attribute, &json)
      } else {
        json.member("attributes", change.attributeCount)
      }
    }
  }

  private func writeProperties(of change: SchemaChange, _ json: inout JSONWriter) {
    json.key("properties")
    json.array { json in
      for property in change.properties {
        json.object { json in
          json.member("property", property.name)
          // Without one of the two the schema says nothing: `null` is a default, too.
          if let before = property.before {
            json.key("before")
            json.raw(before)
          }
          if let after = property.after {
            json.key("after")
            json.raw(after)
          }
        }
      }
    }
  }
}
