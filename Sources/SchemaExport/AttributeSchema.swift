import JSONCore
import SchemaHistory
import ValidationTree

/// Writes the definitions of attributes as schemas.
///
/// `null` is right everywhere: plotly.js takes it for "not set". Keywords of JSON Schema look only at values of their own kind
/// (`minimum` at numbers, `pattern` at texts), so that one schema without alternatives serves an attribute that takes
/// several kinds, and a wrong value gives one error.
struct AttributeSchema {
  let tree: ValidationTree
  let traits: VersionTraits
  let dialect: JSONSchemaDialect

  /// The keywords for an attribute, as the text of an object.
  func text(of id: AttributeID) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in write(tree.attribute(id), &json) }
    return json.finish()
  }

  private func write(_ attribute: AttributeDefinition, _ json: inout JSONWriter) {
    let takesArrays = attribute.flags.contains(.arrayOk)
    switch attribute.valType {
    case .any: break
    case .dataArray: json.allOf([SharedSchema.dataArray]) { $0.writeReference(dialect, &$1) }
    case .boolean: writeKinds(["boolean"], takesArrays, &json)
    case .string: writeString(attribute, &json)
    case .number, .integer, .angle: writeNumber(attribute, &json)
    case .color: writeKinds(kindsOfColour, takesArrays, &json, .color)
    case .colorscale: writeUnlessNull(.colorscale, &json)
    case .colorlist: writeColorlist(&json)
    case .enumerated: writeEnumerated(attribute, &json)
    case .flaglist: writeFlaglist(attribute, &json)
    case .subplotid: writeSubplotID(attribute, &json)
    case .infoArray: writeInfoArray(attribute, &json)
    }
    if let text = tree.defaultText(of: attribute) {
      json.key("default")
      json.canonical(text)
    }
  }

  /// Values of some kinds, `null` and, where they are allowed, arrays. A shared definition says more about texts and objects.
  private func writeKinds(
    _ kinds: [String], _ takesArrays: Bool, _ json: inout JSONWriter, _ shared: SharedSchema? = nil
  ) {
    guard takesArrays else {
      json.types(kinds + ["null"])
      // The definition of a colour does not know null.
      if let shared { return shared == .color ? writeUnlessNull(shared, &json) : writeAll([shared], &json) }
      return
    }
    let coded = traits.contains(.typedArrays) && !kinds.contains("object") ? ["object"] : []
    json.types(kinds + ["array"] + coded + ["null"])
    guard shared == .color else {
      return writeAll([shared, traits.contains(.typedArrays) ? .typedArray : nil].compactMap(\.self), &json)
    }
    json.schema("if") { $0.types(["string"]) }
    json.schema("then") { SharedSchema.color.writeReference(dialect, &$0) }
    if traits.contains(.typedArrays), traits.colourGrammar == .modern {
      json.schema("else") { SharedSchema.typedArray.writeReference(dialect, &$0) }
    }
  }

  private var kindsOfColour: [String] { traits.colourGrammar == .modern ? ["string"] : ["string", "object"] }

  private func writeAll(_ shared: [SharedSchema], _ json: inout JSONWriter) {
    json.allOf(shared) { $0.writeReference(dialect, &$1) }
  }

  private func writeUnlessNull(_ shared: SharedSchema, _ json: inout JSONWriter) {
    json.schema("if") { $0.schema("not") { $0.types(["null"]) } }
    json.schema("then") { shared.writeReference(dialect, &$0) }
  }

  // MARK: - Texts and numbers

  private func writeString(_ attribute: AttributeDefinition, _ json: inout JSONWriter) {
    let kinds = attribute.flags.contains(.strict) ? ["string"] : ["string", "number"]
    writeKinds(kinds, attribute.flags.contains(.arrayOk), &json)
    if attribute.flags.contains(.noBlank) { json.member("minLength", 1) }
    // Advice that plotly.js does not check.
    if let values = attribute.values { writeExamples(words(values), &json) }
  }

  private func writeNumber(_ attribute: AttributeDefinition, _ json: inout JSONWriter) {
    let isInteger = attribute.valType == .integer
    let extras = attribute.valType == .angle ? ["auto"] : attribute.extras.map(words) ?? []
    let takesArrays = attribute.flags.contains(.arrayOk)
    let isNonNegative = tree.minimum(of: attribute).map { $0 >= 0 } ?? false
    let text: SharedSchema = isInteger ? .integerText : isNonNegative ? .nonNegativeText : .numericText
    if extras.isEmpty {
      writeKinds([isInteger ? "integer" : "number", "string"], takesArrays, &json, text)
    } else {
      writeKinds([isInteger ? "integer" : "number", "string"], takesArrays, &json)
      let expression = isInteger ? TextPattern.integer : TextPattern.number
      json.member("pattern", expression + "|" + TextPattern.whole(extras.map(TextPattern.literal)))
    }
    if let minimum = tree.minimum(of: attribute) {
      json.key("minimum")
      json.number(minimum)
    }
    if let maximum = tree.maximum(of: attribute) {
      json.key("maximum")
      json.number(maximum)
    }
  }

  private func writeSubplotID(_ attribute: AttributeDefinition, _ json: inout JSONWriter) {
    json.types(["string", "null"])
    if let pattern = attribute.pattern {
      json.member("pattern", expression(pattern))
    } else if let name = tree.defaultText(of: attribute) {
      json.member("pattern", TextPattern.counted(String(name.dropFirst().dropLast())))
    }
  }

  /// A regular expression of the schema without the slashes around it.
  private func expression(_ pattern: PatternID) -> String {
    let source = tree.source(of: pattern)
    guard source.count > 1, source.hasPrefix("/"), let end = source.lastIndex(of: "/") else { return source }
    return String(source[source.index(after: source.startIndex)..<end])
  }

  // MARK: - Lists of values

  private func writeEnumerated(_ attribute: AttributeDefinition, _ json: inout JSONWriter) {
    guard let values = attribute.values else { return }
    let patterns = patterns(values)
    // A list with "/" takes everything (plotly.js tests for expressions by their first and last character).
    guard !patterns.contains(where: { tree.kind(of: $0) != .program }) else {
      return writeExamples(words(values), &json)
    }
    let arrays = arrayKinds(attribute)
    if attribute.flags.contains(.coerceNumber) {
      // Whatever JavaScript makes one of the numbers of passes: of texts only that they are numbers can be said.
      json.schema("if") { $0.types(["number"]) }
      json.schema("then") { writeEnum(values, withTexts: true, &$0) }
      json.schema("else") { writeKinds(["string", "boolean"], !arrays.isEmpty, &$0, .numericText) }
    } else if !patterns.isEmpty {
      json.schema("if") { $0.types(["string"] + arrays) }
      json.schema("then") { json in
        json.member("pattern", TextPattern.whole(words(values).map(TextPattern.literal) + patterns.map(expression)))
      }
      json.schema("else") { writeEnum(values, withTexts: false, &$0) }
    } else if arrays.isEmpty {
      writeEnum(values, withTexts: true, &json)
    } else {
      json.schema("if") { $0.types(arrays) }
      json.schema("then") { json in
        if traits.contains(.typedArrays) { SharedSchema.typedArray.writeReference(dialect, &json) }
      }
      json.schema("else") { writeEnum(values, withTexts: true, &$0) }
    }
  }

  private func arrayKinds(_ attribute: AttributeDefinition) -> [String] {
    guard attribute.flags.contains(.arrayOk) else { return [] }
    return traits.contains(.typedArrays) ? ["array", "object"] : ["array"]
  }

  private func writeFlaglist(_ attribute: AttributeDefinition, _ json: inout JSONWriter) {
    guard let flags = attribute.values else { return }
    let hasBooleans = attribute.extras.map { extras in
      elements(extras).contains { if case .bool = $0 { true } else { false } }
    }
    writeKinds(["string"] + (hasBooleans == true ? ["boolean"] : []), attribute.flags.contains(.arrayOk), &json)
    let extras = attribute.extras.map(words) ?? []
    json.member("pattern", TextPattern.flags(words(flags), orWhole: extras))
    writeExamples(words(flags) + extras, &json)
  }

  /// All values of a list, and null.
  private func writeEnum(_ list: ValueListID, withTexts: Bool, _ json: inout JSONWriter) {
    json.key("enum")
    json.array { json in
      var hasNull = false
      for element in elements(list) {
        switch element {
        case .word(let word): if withTexts { json.string(tree.text(word)) }
        case .number(let number): json.number(number)
        case .bool(let bool): json.bool(bool)
        case .null:
          json.null()
          hasNull = true
        case .pattern: break
        }
      }
      if !hasNull { json.null() }
    }
  }

  private func writeExamples(_ texts: [String], _ json: inout JSONWriter) {
    if !texts.isEmpty { json.member("examples", texts) }
  }

  private func elements(_ list: ValueListID) -> [ListElement] {
    (0..<tree.count(of: list)).map { tree.element(of: list, at: $0) }
  }

  private func words(_ list: ValueListID) -> [String] {
    elements(list).compactMap { if case .word(let word) = $0 { tree.text(word) } else { nil } }
  }

  private func patterns(_ list: ValueListID) -> [PatternID] {
    elements(list).compactMap { if case .pattern(let pattern) = $0 { pattern } else { nil } }
  }

  // MARK: - Arrays with a meaning for each position

  private func writeColorlist(_ json: inout JSONWriter) {
    json.types(["array", "null"])
    json.member("minItems", 1)
    json.schema("items") { SharedSchema.color.writeReference(dialect, &$0) }
  }

  /// An info_array. Its length is free: plotly.js uses arrays of another one, too.
  private func writeInfoArray(_ attribute: AttributeDefinition, _ json: inout JSONWriter) {
    json.types(["array", "null"])
    switch attribute.dimensions {
    case .one: writeItems(of: attribute, row: nil, &json)
    case .two: writeRows(of: attribute, &json)
    case .oneOrTwo:
      json.schema("if") { json in
        json.member("minItems", 1)
        json.key(dialect.firstItems)
        json.array { json in json.object { $0.types(["array"]) } }
      }
      json.schema("then") { writeRows(of: attribute, &$0) }
      json.schema("else") { writeItems(of: attribute, row: nil, &$0) }
    }
  }

  private func writeRows(of attribute: AttributeDefinition, _ json: inout JSONWriter) {
    guard attribute.itemForm == .rows else {
      return json.schema("items") { json in
        json.types(["array"])
        writeItems(of: attribute, row: 0, &json)
      }
    }
    json.key(dialect.firstItems)
    json.array { json in
      for row in 0..<tree.itemCount(of: attribute) {
        json.object { json in
          json.types(["array"])
          writeItems(of: attribute, row: row, &json)
        }
      }
    }
    json.schema(dialect.furtherItems) { $0.types(["array"]) }
  }

  /// The items of the array itself, or of one of its rows.
  private func writeItems(of attribute: AttributeDefinition, row: Int?, _ json: inout JSONWriter) {
    func item(_ position: Int) -> AttributeID? {
      if let row { return tree.item(of: attribute, row: row, column: position) }
      return tree.item(of: attribute, at: position)
    }
    if attribute.itemForm == .same {
      guard let item = item(0) else { return }
      return json.schema("items") { write(tree.attribute(item), &$0) }
    }
    guard item(0) != nil else { return }
    json.key(dialect.firstItems)
    json.array { json in
      var position = 0
      while let item = item(position) {
        json.object { json in write(tree.attribute(item), &json) }
        position += 1
      }
    }
  }
}
