import JSONCore

/// Reads definitions of attributes. A plot-schema and a snapshot write them alike, but for the items of an info_array:
/// these stand in their place in one and are named in the other.
protocol DefinitionReader {
  var tape: JSONTape { get }
  var words: WordTable { get set }
  /// Reads one item of an info_array; returns the number of its definition.
  mutating func readItem(_ index: Int) throws(SchemaError) -> Int
  /// Notes what is passed over.
  mutating func warn(_ message: String)
}

extension DefinitionReader {
  /// The number of a string's or key's text.
  mutating func word(_ index: Int) -> Int {
    guard tape.kind(index) == .string, !tape.nodes[index].hasEscapes else { return words.intern(tape.string(index)) }
    return words.intern(tape.bytes, tape.range(index))
  }

  mutating func readDefinition(_ index: Int) throws(SchemaError) -> SchemaAttribute {
    guard let valType = tape.member(index, "valType"), tape.kind(valType) == .string else {
      throw SchemaError(.expected("an attribute with a valType"))
    }
    guard let type = SchemaValType(rawValue: tape.string(valType)) else {
      throw SchemaError(.unknownValType(tape.string(valType)))
    }
    var attribute = SchemaAttribute(type)
    for key in tape.keys(index) {
      do throws(SchemaError) { try readProperty(key, of: &attribute) } catch { throw error.below(tape.string(key)) }
    }
    if type == .enumerated, attribute.values == nil { throw SchemaError(.missing("values")) }
    if type == .flaglist, attribute.values == nil { throw SchemaError(.missing("flags")) }
    warnOfContradictions(in: attribute, index)
    return attribute
  }

  private mutating func readProperty(_ key: Int, of attribute: inout SchemaAttribute) throws(SchemaError) {
    let value = key + 1
    for (flag, name) in SchemaAttribute.Flags.names where tape.isText(key, name) {
      guard let isSet = tape.bool(value) else { throw SchemaError(.expected("true or false")) }
      if isSet { attribute.flags.insert(flag) } else { attribute.flags.remove(flag) }
      return
    }
    switch tape.string(key) {
    case "values", "flags": attribute.values = try readValues(value, of: attribute.valType)
    case "extras": attribute.extras = try readValues(value, of: attribute.valType)
    case "min": attribute.minimum = try readBound(value)
    case "max": attribute.maximum = try readBound(value)
    case "dflt": attribute.defaultText = words.intern(tape.compactText(value))
    case "regex": attribute.regex = readRegex(value)
    case "dimensions": attribute.dimensions = try readDimensions(value)
    case "items": attribute.items = try readItems(value)
    case "valType", "description", "editType", "impliedEdits", "anim", "role": break
    case let name where name.hasPrefix("_"): break
    case let name: warn("'\(name)' of an attribute is not known")
    }
  }

  private mutating func readValues(_ index: Int, of type: SchemaValType) throws(SchemaError) -> [SchemaValue] {
    guard tape.kind(index) == .array else { throw SchemaError(.expected("an array")) }
    var values: [SchemaValue] = []
    for element in tape.elements(index) {
      switch tape.kind(element) {
      case .string: values.append(.word(word(element)))
      case .number:
        guard let number = tape.number(element) else { throw SchemaError(.expected("a finite number")) }
        values.append(.number(number))
      case .true: values.append(.bool(true))
      case .false: values.append(.bool(false))
      case .null: values.append(.null)
      case .array, .object, .nonFinite: warn("a listed value that is an array or an object is never met")
      }
    }
    return values
  }

  private func readBound(_ index: Int) throws(SchemaError) -> Double {
    guard let number = tape.number(index) else { throw SchemaError(.expected("a finite number")) }
    return number
  }

  private mutating func readRegex(_ index: Int) -> Int? {
    guard tape.kind(index) == .string else {
      warn("'regex' is no text: any value will pass")
      return words.intern("//")
    }
    return word(index)
  }

  private func readDimensions(_ index: Int) throws(SchemaError) -> SchemaAttribute.Dimensions {
    if tape.isText(index, "1-2") { return .oneOrTwo }
    switch tape.number(index) {
    case 1: return .one
    case 2: return .two
    default: throw SchemaError(.expected("1, 2 or '1-2'"))
    }
  }

  private mutating func readItems(_ index: Int) throws(SchemaError) -> SchemaAttribute.Items {
    guard tape.kind(index) == .array else { return .same(try readItem(index)) }
    var rows: [SchemaAttribute.Row] = []
    for element in tape.elements(index) {
      do throws(SchemaError) {
        guard tape.kind(element) == .array else {
          rows.append(.one(try readItem(element)))
          continue
        }
        var row: [Int] = []
        for item in tape.elements(element) { row.append(try readItem(item)) }
        rows.append(.several(row))
      } catch {
        throw error.below(String(rows.count))
      }
    }
    return .list(rows)
  }
}
