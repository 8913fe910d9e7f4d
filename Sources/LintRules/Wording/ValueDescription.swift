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
    let names = ListNames(tree, attribute.extras).all
    return names.isEmpty ? "" : " or \(EnglishList.joined(names, "or", limit: listLimit))"
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
    let names = ListNames(tree, attribute.values).all
    let list = EnglishList.joined(names, "or", limit: listLimit)
    return names.isEmpty ? "any value" : names.count > 2 ? "one of \(list)" : list
  }

  private var flags: String {
    let names = ListNames(tree, attribute.values).all
    let joined = "\(EnglishList.joined(names, "and", limit: listLimit)) joined with '+'"
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
  /// All values in the schema's order, without the numbers of values that have a name, too.
  let all: [String]

  init(_ tree: ValidationTree, _ list: ValueListID?) {
    guard let list else {
      all = []
      return
    }
    let elements = (0..<tree.count(of: list)).map { tree.element(of: list, at: $0) }
    // Marker symbols: the number, the number as a string and the name of each.
    let isNumbered = elements.contains { $0 == .number(0) } && elements.count > 20
    all = elements.compactMap { element in
      switch element {
      case .word(let word):
        let text = tree.text(word)
        return isNumbered && Int(text) != nil ? nil : "'\(text)'"
      case .number(let number): return isNumbered ? nil : "\(NumberName(number))"
      case .bool(let bool): return bool ? "true" : "false"
      case .null: return "null"
      case .pattern(let pattern): return ListNames.name(of: pattern, tree)
      }
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
