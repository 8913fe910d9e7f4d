package import JSONCore
package import ValidationTree

/// A property of an attribute's definition, as plot-schema.json has it: `dflt` and `6`.
package struct DefinitionProperty: Hashable, Sendable {
  /// The schema's name: `valType`, `values`, `min`.
  package let name: String
  /// The value as JSON text. Equal values have equal texts.
  package let json: [UInt8]

  package var text: String { String(decoding: json, as: UTF8.self) }
}

extension ValidationTree {
  /// All that the schema says about an attribute, always in the same order.
  package func properties(of id: AttributeID) -> [DefinitionProperty] {
    let attribute = attribute(id)
    var properties: [DefinitionProperty] = []
    func add(_ name: String, _ write: (inout JSONWriter) -> Void) {
      var json = JSONWriter()
      write(&json)
      properties.append(DefinitionProperty(name: name, json: json.finish()))
    }
    add("valType") { $0.string(attribute.valType.name) }
    if let values = attribute.values {
      add(attribute.valType == .flaglist ? "flags" : "values") { write(values, &$0) }
    }
    if let extras = attribute.extras { add("extras") { write(extras, &$0) } }
    if let pattern = attribute.pattern { add("regex") { $0.string(source(of: pattern)) } }
    if let minimum = minimum(of: attribute) { add("min") { $0.number(minimum) } }
    if let maximum = maximum(of: attribute) { add("max") { $0.number(maximum) } }
    switch attribute.dimensions {
    case .one: break
    case .two: add("dimensions") { $0.integer(2) }
    case .oneOrTwo: add("dimensions") { $0.string("1-2") }
    }
    if attribute.itemForm != .none { add("items") { writeItems(of: attribute, &$0) } }
    for (flag, name) in ValidationTree.namedFlags where attribute.flags.contains(flag) { add(name) { $0.bool(true) } }
    if let text = defaultText(of: attribute) { add("dflt") { $0.canonical(text) } }
    return properties
  }

  /// Writes the definition of an attribute as an object of its properties.
  package func writeDefinition(of id: AttributeID, _ json: inout JSONWriter) {
    json.object { json in
      for property in properties(of: id) {
        json.key(property.name)
        json.raw(property.json)
      }
    }
  }

  private static var namedFlags: [(AttributeFlags, String)] {
    [
      (.arrayOk, "arrayOk"), (.noBlank, "noBlank"), (.strict, "strict"), (.coerceNumber, "coerceNumber"),
      (.freeLength, "freeLength"),
    ]
  }

  private func write(_ list: ValueListID, _ json: inout JSONWriter) {
    json.array { json in
      for index in 0..<count(of: list) {
        switch element(of: list, at: index) {
        case .word(let word): json.string(text(word))
        case .number(let number): json.number(number)
        case .bool(let bool): json.bool(bool)
        case .null: json.null()
        case .pattern(let pattern): json.string(source(of: pattern))
        }
      }
    }
  }

  private func writeItems(of attribute: AttributeDefinition, _ json: inout JSONWriter) {
    func write(_ item: AttributeID?, _ json: inout JSONWriter) {
      if let item { writeDefinition(of: item, &json) } else { json.null() }
    }
    guard attribute.itemForm != .same else { return write(item(of: attribute, at: 0), &json) }
    json.array { json in
      for row in 0..<itemCount(of: attribute) {
        guard let columns = columnCount(of: attribute, row: row) else {
          write(item(of: attribute, at: row), &json)
          continue
        }
        json.array { json in
          for column in 0..<columns { write(item(of: attribute, row: row, column: column), &json) }
        }
      }
    }
  }
}

extension JSONWriter {
  /// Writes the shortest text that reads back as the same number; an integer without a fraction.
  package mutating func number(_ value: Double) {
    let isNegativeZero = value == 0 && value.sign == .minus
    if let integer = Int(exactly: value), integer.magnitude < 1 << 53, !isNegativeZero {
      self.integer(integer)
    } else {
      raw(value.description.utf8)
    }
  }
}
