import JSONCore

/// The versions of JSON Schema that an export is written in.
package enum JSONSchemaDialect: String, CaseIterable, Sendable {
  /// https://json-schema.org/draft/2020-12.
  case draft2020 = "2020-12"
  /// https://json-schema.org/draft-07, which most editors know best.
  case draft7 = "7"

  /// The meta-schema.
  var identifier: String {
    switch self {
    case .draft2020: "https://json-schema.org/draft/2020-12/schema"
    case .draft7: "http://json-schema.org/draft-07/schema#"
    }
  }

  /// The keyword that shared definitions stand under.
  var definitions: String {
    switch self {
    case .draft2020: "$defs"
    case .draft7: "definitions"
    }
  }

  /// The keyword for the schemas of the first items of an array, one for each.
  var firstItems: String {
    switch self {
    case .draft2020: "prefixItems"
    case .draft7: "items"
    }
  }

  /// The keyword for the schema of all items behind those.
  var furtherItems: String {
    switch self {
    case .draft2020: "items"
    case .draft7: "additionalItems"
    }
  }
}
