import JSONCore
import PlotSchema
import ValidationTree

/// The definitions of several schemas in common numbers: equal ones of different versions get the same.
struct CommonTerms {
  /// In byte order; the numbers are those of the tree.
  private(set) var words: [[UInt8]] = []
  private(set) var attributes: [TreeAttribute] = []
  private(set) var containers: [CommonContainer] = []
  /// Defaults, expressions.
  private(set) var texts = WordTable()
  /// For each schema, by its own numbers.
  private(set) var maps: [Map] = []

  private var attributeNumbers: [TreeAttribute: Int] = [:]
  private var containerNumbers: [CommonContainer: Int] = [:]

  /// A container of at least one version.
  struct CommonContainer: Hashable {
    /// In the order of the words.
    var members: [CommonMember]
    var isSubplot: Bool
  }

  struct CommonMember: Hashable {
    var word: UInt16
    var node: SchemaNode
  }

  /// From the numbers of one schema to common ones.
  struct Map {
    var words: [UInt16]
    var attributes: [Int] = []
    var containers: [Int] = []
  }

  init(_ schemas: [SchemaModel]) throws(CompileError) {
    try collectWords(schemas)
    for (index, schema) in schemas.enumerated() { collectDefinitions(of: schema, index) }
    guard attributes.count <= TreeFormat.maxNodes else {
      throw .tooMany("distinct attributes", limit: TreeFormat.maxNodes)
    }
  }

  mutating func number(of container: CommonContainer) -> Int {
    if let known = containerNumbers[container] { return known }
    containers.append(container)
    containerNumbers[container] = containers.count - 1
    return containers.count - 1
  }

  /// Numbers the words that are names or values, in byte order. Defaults and expressions are no words.
  private mutating func collectWords(_ schemas: [SchemaModel]) throws(CompileError) {
    var table = WordTable()
    // First in the order in which they come: 0 stands for a text that is no word.
    var found: [[Int]] = []
    for schema in schemas {
      let isWord = schema.vocabulary
      found.append(schema.words.indices.map { isWord[$0] ? table.intern($0, of: schema.words) + 1 : 0 })
    }
    guard table.count <= TreeFormat.maxWords else { throw .tooMany("words", limit: TreeFormat.maxWords) }
    let order = (0..<table.count).inOrder(by: table.precedes)
    var numbers = [UInt16](repeating: 0, count: table.count + 1)
    for (number, word) in order.enumerated() { numbers[word + 1] = UInt16(truncatingIfNeeded: number) }
    words = order.map { Array(table.utf8($0)) }
    maps = found.map { Map(words: $0.map { numbers[$0] }) }
  }

  private mutating func collectDefinitions(of schema: SchemaModel, _ index: Int) {
    for attribute in schema.attributes {
      let attribute = translated(attribute, schema, maps[index])
      let number = attributeNumbers[attribute] ?? attributes.count
      if number == attributes.count {
        attributeNumbers[attribute] = number
        attributes.append(attribute)
      }
      maps[index].attributes.append(number)
    }
    for container in schema.containers {
      let members = container.members.map {
        CommonMember(word: maps[index].words[$0.name], node: maps[index].node($0.node))
      }
      let number = number(of: CommonContainer(members: members, isSubplot: container.isSubplot))
      maps[index].containers.append(number)
    }
  }

  // MARK: - Definitions

  private mutating func translated(_ attribute: SchemaAttribute, _ schema: SchemaModel, _ map: Map) -> TreeAttribute {
    let isEnumeration = attribute.valType == .enumerated
    return TreeAttribute(
      valType: ValType(attribute.valType), flags: AttributeFlags(attribute.flags),
      dimensions: Dimensions(attribute.dimensions), minimum: attribute.minimum, maximum: attribute.maximum,
      values: attribute.values.map { list($0, isEnumeration, schema, map) },
      extras: attribute.extras.map { list($0, false, schema, map) },
      regex: attribute.regex.map { texts.intern($0, of: schema.words) },
      defaultText: attribute.defaultText.map { texts.intern($0, of: schema.words) },
      items: map.items(attribute.items))
  }

  private mutating func list(
    _ values: [SchemaValue], _ isEnumeration: Bool, _ schema: SchemaModel, _ map: Map
  ) -> TreeList {
    TreeList(
      elements: values.map { value in
        switch value {
        case .word(let index):
          let text = schema.words.utf8(index)
          guard isEnumeration, PatternCompiler.isExpression(text) else { return .word(map.words[index]) }
          return .pattern(texts.intern(index, of: schema.words), word: text.count == 1 ? map.words[index] : nil)
        case .number(let number): return .number(number)
        case .bool(let bool): return .bool(bool)
        case .null: return .null
        }
      })
  }
}

extension CommonTerms.Map {
  func node(_ node: SchemaNode) -> SchemaNode {
    switch node {
    case .attribute(let index): .attribute(attributes[index])
    case .container(let index): .container(containers[index])
    case .list(let index): .list(containers[index])
    }
  }

  func items(_ items: SchemaAttribute.Items) -> TreeAttribute.TreeItems {
    switch items {
    case .none: return .none
    case .same(let index): return .same(attributes[index])
    case .list(let rows):
      let rows = rows.map { row in
        switch row {
        case .one(let index): TreeAttribute.Row(items: [attributes[index]], isDefinition: true)
        case .several(let indices): TreeAttribute.Row(items: indices.map { attributes[$0] }, isDefinition: false)
        }
      }
      return rows.allSatisfy(\.isDefinition) ? .list(rows.flatMap(\.items)) : .rows(rows)
    }
  }
}

extension SchemaModel {
  /// For each text whether it is a name or a value.
  fileprivate var vocabulary: [Bool] {
    var isWord = [Bool](repeating: false, count: words.count)
    for container in containers { for member in container.members { isWord[member.name] = true } }
    for trace in traces {
      isWord[trace.type] = true
      if let subplot = trace.subplot { isWord[subplot] = true }
    }
    for transform in transforms ?? [] { isWord[transform.name] = true }
    for attribute in attributes {
      for list in [attribute.values, attribute.extras] {
        for case .word(let word) in list ?? [] where !isWord[word] {
          // An expression is no word, but for the single slash.
          let text = words.utf8(word)
          let isExpression = attribute.valType == .enumerated && PatternCompiler.isExpression(text)
          isWord[word] = !isExpression || text.count == 1
        }
      }
    }
    return isWord
  }
}
