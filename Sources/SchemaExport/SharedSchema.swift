import JSONCore
import ValidationTree

/// Definitions that attributes of an export refer to: what the schema of plotly.js tells by the name of a valType alone.
enum SharedSchema: String, CaseIterable {
  /// A text that plotly.js takes for a number.
  case numericText
  /// The same for numbers from 0 up.
  case nonNegativeText
  /// The same without a fraction.
  case integerText
  case color
  case colorscale
  /// Where arrays are allowed, an object is one that is coded (plotly.js `src/lib/array.js`, `isTypedArraySpec`).
  case typedArray
  /// An array or a typed array.
  case dataArray

  /// The reference to it.
  func writeReference(_ dialect: JSONSchemaDialect, _ json: inout JSONWriter) {
    json.member("$ref", "#/\(dialect.definitions)/\(rawValue)")
  }

  func write(_ dialect: JSONSchemaDialect, _ traits: VersionTraits, _ json: inout JSONWriter) {
    switch self {
    case .numericText: json.member("pattern", TextPattern.number)
    case .nonNegativeText: json.member("pattern", TextPattern.nonNegative)
    case .integerText: json.member("pattern", TextPattern.integer)
    case .color:
      // Up to plotly.js 3.x an object of channels is a colour, too.
      json.types(traits.colourGrammar == .modern ? ["string"] : ["string", "object"])
      json.member("pattern", TextPattern.colour(traits.colourGrammar))
    case .colorscale: writeColorscale(dialect, &json)
    case .typedArray: writeTypedArray(&json)
    case .dataArray:
      json.types(traits.contains(.typedArrays) ? ["array", "object", "null"] : ["array", "null"])
      if traits.contains(.typedArrays) {
        json.allOf([SharedSchema.typedArray]) { $0.writeReference(dialect, &$1) }
      }
    }
  }

  private func writeTypedArray(_ json: inout JSONWriter) {
    json.schema("if") { $0.types(["object"]) }
    json.schema("then") { json in
      json.member("required", ["dtype", "bdata"])
      json.schema("properties") { json in
        json.schema("dtype") { json in
          json.member("enum", TypedArrayNames.all)
        }
        json.schema("bdata") { json in
          json.types(["string"])
          json.member("pattern", "^[A-Za-z0-9+/]*={0,2}$")
        }
        json.schema("shape") { $0.types(["string", "integer"]) }
      }
    }
  }

  /// A name, or stops from 0 to 1 (plotly.js `components/colorscale/scales.js`). That they ascend cannot be said.
  private func writeColorscale(_ dialect: JSONSchemaDialect, _ json: inout JSONWriter) {
    func writeStop(at position: Int?, _ json: inout JSONWriter) {
      json.types(["array"])
      json.member("minItems", 2)
      json.member("maxItems", 2)
      json.key(dialect.firstItems)
      json.array { json in
        json.object { json in
          guard let position else { return }
          json.schema("if") { $0.types(["string"]) }
          json.schema("then") { $0.member("pattern", TextPattern.position(position)) }
          json.schema("else") { json in
            json.key("const")
            json.integer(position)
          }
        }
        json.object { json in SharedSchema.color.writeReference(dialect, &json) }
      }
    }
    json.types(["string", "array"])
    json.member("pattern", TextPattern.colorscale)
    json.member("minItems", 2)
    json.key(dialect.firstItems)
    json.array { json in json.object { json in writeStop(at: 0, &json) } }
    json.schema(dialect.furtherItems) { json in writeStop(at: nil, &json) }
    json.schema("contains") { json in writeStop(at: 1, &json) }
  }
}
