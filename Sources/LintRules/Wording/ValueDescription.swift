import JSONCore
package import ValidationTree

/// What an attribute accepts, in words: `a number from 0 to 1`, `'linear', 'log' or 'date'`, `a colour`.
package struct ValueDescription: Sendable {
  private let tree: ValidationTree
  private let attribute: AttributeDefinition
  /// How many values of a list are named before the rest is only counted.
  private let listLimit: Int

  package init(_ tree: ValidationTree, _ id: AttributeID, listLimit: Int = 6) {
    self.tree = tree
    attribute = tree.attribute(id)
    self.listLimit = listLimit
  }

  /// One value, or what stands for it: reads well behind "expected".
  package var text: String {
    switch attribute.valType {
    case .any: "any value"
    case .angle: "an angle in degrees or 'auto'"
    case .boolean: "true or false"
    case .color: "a colour"
    case .colorlist: "an array of colours"
    case .colorscale: "the name of a colorscale, or an array of [position, colour] stops from 0 to 1"
    case .dataArray: "an array of data"
    case .enumerated: values
    case .flaglist: flags
    case .infoArray: items
    case .integer: EnglishList.joined([number("an integer")] + ListNames(tree, attribute.extras).all, "or")
    case .number: number("a number")
    case .string: string
    case .subplotid: subplot
    }
  }

  /// ``text``, and that an array of such values will do too where it does.
  package var textWithArrays: String {
    attribute.flags.contains(.arrayOk) ? text + ", or an array of such values" : text
  }

  // MARK: - Numbers and strings

  private func number(_ noun: String) -> String {
    switch (tree.minimum(of: attribute), tree.maximum(of: attribute)) {
    case (let minimum?, let maximum?): "\(noun) from \(NumberName(minimum)) to \(NumberName(maximum))"
    case (let minimum?, nil): "\(noun) of at least \(NumberName(minimum))"
    case (nil, let maximum?): "\(noun) of at most \(NumberName(maximum))"
    case (nil, nil): noun
    }
  }

  private var extras: String {
    let names = ListNames(tree, attribute.extras)
    return names.count == 0 ? "" : " or \(names.joined("or", limit: listLimit))"
  }

  private var string: String {
    let noun = attribute.flags.contains(.noBlank) ? "a string that is not empty" : "a string"
    return attribute.flags.contains(.strict) ? noun : noun + " or a number"
  }

  /// `the name of an x axis: 'x', 'x2', 'x3' …`.
  private var subplot: String {
    guard let kind = SubplotKind(attribute, tree) else { return "the name of a subplot" }
    return "the name of \(kind.article): \(kind.examples)"
  }

  // MARK: - Lists

  private var values: String {
    let names = ListNames(tree, attribute.values)
    let list = names.joined("or", limit: listLimit)
    return names.count == 0 ? "any value" : names.count > 2 ? "one of \(list)" : list
  }

  private var flags: String {
    let names = ListNames(tree, attribute.values)
    let joined = "\(names.joined("and", limit: listLimit)) joined with '+'"
    switch names.count {
    case 0: return String(extras.dropFirst(" or ".count))
    case 1: return names[0] + extras
    default: return joined + (extras.isEmpty ? "" : "," + extras)
    }
  }

  // MARK: - Items

  private var items: String {
    let count = tree.itemCount(of: attribute)
    let isNested = attribute.dimensions == .two
    guard attribute.itemForm != .none else { return "an array" }
    if attribute.itemForm == .rows { return "an array of \(EnglishList.count(count, "row"))" }
    let item = tree.item(of: attribute, at: 0).map { ValueDescription(tree, $0, listLimit: listLimit).text } ?? ""
    if attribute.itemForm == .same {
      return isNested ? "an array of arrays, each value \(item)" : "an array, each item \(item)"
    }
    let texts = (0..<count).compactMap { tree.item(of: attribute, at: $0) }
      .map { ValueDescription(tree, $0, listLimit: listLimit).text }
    let bound = attribute.flags.contains(.freeLength) ? "up to " : ""
    let all = Set(texts).count == 1 ? "each \(item)" : EnglishList.joined(texts, "and", limit: 4)
    return "an array of \(bound)\(EnglishList.count(count, "item"))" + (item == "any value" ? "" : ": \(all)")
  }
}

/// A number as JSON has it: `0`, not `0.0`.
struct NumberName: CustomStringConvertible {
  let description: String

  init(_ number: Double) {
    let text = "\(number)"
    description = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

/// The values of a list as messages write them: strings in quotes, the rest as in JSON.
struct ListNames {
  private let tree: ValidationTree
  /// In the schema's order, without the numbers of values that have a name, too.
  private let elements: [ListElement]

  init(_ tree: ValidationTree, _ list: ValueListID?) {
    self.tree = tree
    let elements = list.map { list in (0..<tree.count(of: list)).map { tree.element(of: list, at: $0) } } ?? []
    // Marker symbols: the number, the number as a string and the name of each.
    let isNumbered = elements.count > 20 && elements.contains { $0 == .number(0) }
    self.elements = isNumbered ? elements.filter { !ListNames.isNumber($0, tree) } : elements
  }

  var count: Int { elements.count }

  /// The name of the value at `index`.
  subscript(index: Int) -> String {
    switch elements[index] {
    case .word(let word): "'\(tree.text(word))'"
    case .number(let number): "\(NumberName(number))"
    case .bool(let bool): bool ? "true" : "false"
    case .null: "null"
    case .pattern(let pattern): ListNames.name(of: pattern, tree)
    }
  }

  /// All names.
  var all: [String] { elements.indices.map { self[$0] } }

  /// The names as `EnglishList` joins them; those that it only counts are not made.
  func joined(_ conjunction: String, limit: Int) -> String {
    guard count - 1 > limit else { return EnglishList.joined(all, conjunction) }
    return EnglishList.joined((0..<limit).map { self[$0] }, andMore: count - limit)
  }

  private static func isNumber(_ element: ListElement, _ tree: ValidationTree) -> Bool {
    switch element {
    case .number: true
    case .word(let word): tree.isDigits(word)
    default: false
    }
  }

  /// A pattern by an example.
  private static func name(of pattern: PatternID, _ tree: ValidationTree) -> String {
    let source = tree.source(of: pattern)
    guard tree.kind(of: pattern) == .program else {
      return tree.kind(of: pattern) == .accidental ? "'/'" : "a text like \(source)"
    }
    let base = source.drop { $0 == "/" || $0 == "^" }.prefix { $0.isLetter }
    let domain = source.hasSuffix("( domain)?$/") ? ", '\(base) domain'" : ""
    return "'\(base)', '\(base)2'\(domain) …"
  }
}

extension ValidationTree {
  /// Whether the text of a word is a number: digits alone.
  func isDigits(_ word: WordID) -> Bool {
    withText(word) { bytes, range in range.allSatisfy { 0x30...0x39 ~= bytes[$0] } }
  }
}

/// What kind of subplot an attribute of type subplotid names.
struct SubplotKind {
  /// The name of the first such subplot: `x`, `scene`.
  let base: String

  init?(_ attribute: AttributeDefinition, _ tree: ValidationTree) {
    let text: String
    if let pattern = attribute.pattern {
      text = String(tree.source(of: pattern).drop { $0 == "/" || $0 == "^" }.prefix { $0.isLetter })
    } else if let quoted = tree.defaultText(of: attribute), quoted.count > 2 {
      text = String(quoted.dropFirst().dropLast())
    } else {
      return nil
    }
    guard !text.isEmpty else { return nil }
    base = text
  }

  /// `x axis`, `scene`.
  var noun: String { base == "x" || base == "y" ? "\(base) axis" : base }

  /// `an x axis`, `a scene`.
  var article: String { base == "x" ? "an \(noun)" : "a \(noun)" }

  /// `'x', 'x2', 'x3' …`.
  var examples: String { "'\(base)', '\(base)2', '\(base)3' …" }
}
