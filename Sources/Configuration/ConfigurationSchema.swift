import JSONCore

/// The JSON Schema (draft 2020-12) of `figlint.json`, for editors. Made from the keys that the reader knows.
///
/// Comments are no part of JSON: editors take them in a file that they are told to read as "JSON with comments".
package enum ConfigurationSchema {
  /// One line for each key. Ends with a line feed.
  package static func text() -> String {
    var lines = ["{"]
    lines.append(#"  "$schema": "https://json-schema.org/draft/2020-12/schema","#)
    lines.append(#"  "title": "figlint.json","#)
    lines.append(#"  "description": "What figlint checks, and how much it matters.","#)
    lines.append(#"  "type": "object","#)
    lines.append(#"  "additionalProperties": false,"#)
    lines.append(#"  "properties": {"#)
    let properties = ConfigurationKey.all.map { key in
      var text: [UInt8] = []
      JSONWriter.append(to: &text) { json in write(key.shape, key.summary, &json) }
      return "    \"\(key.name)\": " + String(decoding: text, as: UTF8.self)
    }
    lines.append(properties.joined(separator: ",\n"))
    return (lines + ["  }", "}"]).joined(separator: "\n") + "\n"
  }

  private static func write(_ shape: ValueShape, _ description: String?, _ json: inout JSONWriter) {
    json.object { json in
      if let description { json.member("description", description) }
      switch shape {
      case .text, .rule:
        json.member("type", "string")
        json.member("minLength", 1)
      case .integer(let range):
        json.member("type", "integer")
        json.member("minimum", range.lowerBound)
        if range.upperBound < .max { json.member("maximum", range.upperBound) }
      case .choice(let values):
        json.key("enum")
        json.array { json in for value in values { json.string(value) } }
      case .list(let element):
        json.key("anyOf")
        json.array { json in
          write(element, nil, &json)
          json.object { json in
            json.member("type", "array")
            json.key("items")
            write(element, nil, &json)
          }
        }
      case .map(_, let element):
        json.member("type", "object")
        json.key("additionalProperties")
        write(element, nil, &json)
      case .object(let keys):
        json.member("type", "object")
        json.member("additionalProperties", false)
        json.key("properties")
        json.object { json in
          for key in keys {
            json.key(key.name)
            write(key.shape, key.summary, &json)
          }
        }
      case .anyObject: json.member("type", "object")
      }
    }
  }
}
