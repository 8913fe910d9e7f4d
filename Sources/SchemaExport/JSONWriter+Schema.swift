import JSONCore

/// Keywords of JSON Schema.
extension JSONWriter {
  /// Writes a schema: an object of keywords.
  mutating func schema(_ key: String, _ keywords: (inout JSONWriter) -> Void) {
    self.key(key)
    object(keywords)
  }

  /// Writes a schema with one subschema in it, under each of two keys, one in the other: `"properties": {"data": {…}}`.
  mutating func nested(_ outer: String, _ inner: String, _ keywords: (inout JSONWriter) -> Void) {
    schema(outer) { json in json.schema(inner, keywords) }
  }

  mutating func types(_ names: [String]) {
    key("type")
    if names.count == 1 { string(names[0]) } else { strings(names) }
  }

  mutating func member(_ name: String, _ texts: [String]) {
    key(name)
    strings(texts)
  }

  private mutating func strings(_ texts: [String]) {
    array { json in for text in texts { json.string(text) } }
  }

  /// Writes an array of schemas that all hold.
  mutating func allOf<Part>(_ parts: [Part], _ write: (Part, inout JSONWriter) -> Void) {
    guard !parts.isEmpty else { return }
    key("allOf")
    array { json in
      for part in parts { json.object { json in write(part, &json) } }
    }
  }
}
