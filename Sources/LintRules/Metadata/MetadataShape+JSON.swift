package import FigureValidator
package import JSONCore

/// A declaration of metadata that cannot be used.
package struct MetadataShapeError: Error, Equatable, Sendable {
  /// What is wrong: lower case, no full stop.
  package let message: String
  /// What to do, where that is known.
  package let help: String?
  /// Where in the text of the tape: 0-based bytes, a string without its quotes.
  package let range: Range<Int>
}

extension MetadataShape {
  /// Reads a declaration: an object with keywords of JSON Schema, of which these are known:
  ///
  /// - `type`: `"string"`, `"number"`, `"integer"`, `"boolean"`, `"object"`, `"array"`, `"null"`, or a list of them
  /// - `enum`: the values that are allowed, scalars; `const`: the only one
  /// - `glob`: the form of a string: `#` is a digit, `@` a letter, `?` any character, `*` any text
  /// - `minimum`, `maximum`: bounds of a number
  /// - `unit`: one unit or a list; a value must then carry it: `"10 dB"` or `{"value": 10, "unit": "dB"}`
  /// - `required`, `properties`, `additionalProperties` (true or false): of an object
  /// - `items`, `minItems`: of an array
  /// - `title`, `description`, `examples`, `default`, `$comment` and `$schema`, which change nothing
  ///
  /// - Parameter index: the object in the tape.
  /// - Throws: ``MetadataShapeError`` for other keywords and wrong values.
  /// - Complexity: O(length of the object).
  package init(_ tape: JSONTape, _ index: Int) throws(MetadataShapeError) {
    self.init()
    let reader = ShapeReader(tape: tape)
    guard tape.kind(index) == .object else { throw reader.wrong(index, "a declaration of metadata is an object") }
    for key in tape.keys(index) { try reader.read(tape.string(key), key, into: &self) }
    let known = properties.map(\.key)
    if !allowsOtherKeys, let missing = required.first(where: { !known.contains($0) }) {
      throw MetadataShapeError(
        message: "'\(missing)' is required, but no property is called so and others are not allowed",
        help: NearestNames.matches(to: missing, among: known).first.map { "did you mean '\($0.name)'?" },
        range: tape.range(index))
    }
  }
}

/// Reads the keywords of a declaration.
private struct ShapeReader {
  let tape: JSONTape

  private static let keywords = [
    "type", "enum", "const", "glob", "minimum", "maximum", "unit", "required", "properties", "additionalProperties",
    "items", "minItems",
  ]
  private static let remarks = ["title", "description", "examples", "default", "$comment", "$schema", "$id"]

  /// - Parameter key: its value follows it.
  func read(_ name: String, _ key: Int, into shape: inout MetadataShape) throws(MetadataShapeError) {
    let value = key + 1
    switch name {
    case "type":
      for (text, index) in try strings(value, "a type or a list of types") { shape.kinds.append(try kind(text, index)) }
    case "enum":
      guard tape.kind(value) == .array else { throw wrong(value, "'enum' is a list of values") }
      var values: [MetadataShape.Scalar] = []
      for element in tape.elements(value) { values.append(try scalar(element)) }
      shape.values = values
    case "const": shape.values = [try scalar(value)]
    case "glob":
      guard tape.kind(value) == .string else { throw wrong(value, "'glob' is a string such as 'SN-####'") }
      shape.glob = ValuePattern(tape.string(value))
    case "minimum": shape.minimum = try number(value, name)
    case "maximum": shape.maximum = try number(value, name)
    case "unit": shape.units = try strings(value, "a unit or a list of units").map(\.text)
    case "required":
      guard tape.kind(value) == .array else { throw wrong(value, "'required' is a list of keys") }
      shape.required = try strings(value, "a list of keys").map(\.text)
    case "properties":
      guard tape.kind(value) == .object else { throw wrong(value, "'properties' is an object of declarations") }
      for property in tape.keys(value) {
        let inner = try MetadataShape(tape, property + 1)
        shape.properties.append(MetadataShape.Property(key: tape.string(property), shape: inner))
      }
    case "additionalProperties":
      guard let allows = tape.bool(value) else { throw wrong(value, "'additionalProperties' is true or false") }
      shape.allowsOtherKeys = allows
    case "items": shape.items = [try MetadataShape(tape, value)]
    case "minItems":
      let minimum = try number(value, name)
      guard 0...1e9 ~= minimum, minimum.rounded() == minimum else {
        throw wrong(value, "'minItems' is an integer from 0 on")
      }
      shape.minimumItems = Int(minimum)
    case "pattern":
      throw MetadataShapeError(
        message: "'pattern' is not known",
        help: "write 'glob': '#' is a digit, '@' a letter, '?' any character, '*' any text",
        range: tape.range(key))
    default:
      guard !ShapeReader.remarks.contains(name) else { return }
      let nearest = NearestNames.matches(to: name, among: ShapeReader.keywords).first?.name
      throw MetadataShapeError(
        message: "'\(name)' is no keyword of a declaration of metadata",
        help: nearest.map { "did you mean '\($0)'?" } ?? "known are \(EnglishList.quoted(ShapeReader.keywords, "and"))",
        range: tape.range(key))
    }
  }

  func wrong(_ index: Int, _ message: String) -> MetadataShapeError {
    MetadataShapeError(message: message, help: nil, range: tape.range(index))
  }

  private func kind(_ name: String, _ index: Int) throws(MetadataShapeError) -> MetadataShape.Kind {
    if let kind = MetadataShape.Kind(rawValue: name) { return kind }
    let names = MetadataShape.Kind.allCases.map(\.rawValue)
    let nearest = NearestNames.matches(to: name, among: names).first?.name
    throw MetadataShapeError(
      message: "'\(name)' is no type",
      help: nearest.map { "did you mean '\($0)'?" } ?? "types are \(EnglishList.quoted(names, "and"))",
      range: tape.range(index))
  }

  private func scalar(_ index: Int) throws(MetadataShapeError) -> MetadataShape.Scalar {
    switch tape.kind(index) {
    case .string: return .string(tape.string(index))
    case .true: return .boolean(true)
    case .false: return .boolean(false)
    case .null: return .null
    case .number:
      if let number = tape.number(index) { return .number(number) }
      throw wrong(index, "the number is too large")
    default: throw wrong(index, "allowed values are strings, numbers, true, false and null")
    }
  }

  private func number(_ index: Int, _ name: String) throws(MetadataShapeError) -> Double {
    guard let number = tape.number(index) else { throw wrong(index, "'\(name)' is a number") }
    return number
  }

  /// A string, or a list of strings.
  private func strings(
    _ index: Int, _ expected: String
  ) throws(MetadataShapeError) -> [(text: String, index: Int)] {
    if tape.kind(index) == .string { return [(tape.string(index), index)] }
    guard tape.kind(index) == .array else { throw wrong(index, "\(expected) should stand here") }
    var texts: [(text: String, index: Int)] = []
    for element in tape.elements(index) {
      guard tape.kind(element) == .string else { throw wrong(element, "\(expected) should stand here") }
      texts.append((tape.string(element), element))
    }
    return texts
  }
}
