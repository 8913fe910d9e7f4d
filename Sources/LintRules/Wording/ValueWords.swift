import FigureValidator
import JSONCore
import ValidationTree

/// Why one value is not accepted, in words: the same for an attribute's own value and for an element of its array.
struct ValueWords {
  let value: ReceivedValue
  let id: AttributeID
  let fault: ValueFault
  /// The versions that refuse it.
  let versions: VersionSet
  let context: WordingContext

  private var tree: ValidationTree { context.tree }
  private var attribute: AttributeDefinition { tree.attribute(id) }
  private var expected: String { ValueDescription(tree, id).text }

  /// What was received and what is accepted.
  var message: String {
    let shown = value.shown
    switch fault {
    case .wrongKind: return "received \(value.withKind), expected \(expected)"
    case .notNumeric: return "\(shown) is not \(expected)"
    case .notFinite: return "\(shown) is too large for a number, expected \(expected)"
    case .notInteger: return "\(shown) is not a whole number, expected \(expected)"
    case .belowMinimum: return "\(shown) is below the minimum \(bound(tree.minimum(of: attribute)))"
    case .aboveMaximum: return "\(shown) is above the maximum \(bound(tree.maximum(of: attribute)))"
    case .notListed: return notListed(shown)
    case .blank: return "received an empty string, expected \(expected)"
    case .noKnownFlag: return "\(shown) holds no known flag, expected \(expected)"
    case .notColour: return "\(shown) is not a colour"
    case .badColorlist: return colorlist
    case .notSubplotID:
      guard let kind = SubplotKind(attribute, tree) else { return "\(shown) names no subplot" }
      return "\(shown) names no \(kind.noun), expected \(kind.examples)"
    }
  }

  private func bound(_ number: Double?) -> String { number.map { "\(NumberName($0))" } ?? "" }

  private func notListed(_ shown: String) -> String {
    let names = ListNames(tree, attribute.values)
    return names.count == 2 ? "\(shown) is neither \(names[0]) nor \(names[1])" : "\(shown) is not \(expected)"
  }

  private var colorlist: String {
    guard value.kind == .array else { return "received \(value.withKind), expected \(expected)" }
    guard let (index, item) = firstBadColour() else { return "received an empty array, expected \(expected)" }
    return "item \(index) of the array, \(item.shown), is not a colour"
  }

  /// What to do, and the change that does it.
  var advice: (help: String?, fix: (range: Range<Int>, text: String)?) {
    switch attribute.valType {
    case .boolean: return booleanAdvice
    case .color: return colourAdvice(value)
    case .colorlist: return firstBadColour().map { (colourAdvice($0.item).help, nil) } ?? (nil, nil)
    case .enumerated, .flaglist: return listAdvice
    case .number, .integer, .angle: return numberAdvice
    case .subplotid: return subplotAdvice
    case .dataArray, .infoArray:
      return value.kind == .object ? (nil, nil) : ("write an array: […]", nil)
    default: return (nil, nil)
    }
  }

  // MARK: - By type

  private var booleanAdvice: (help: String?, fix: (range: Range<Int>, text: String)?) {
    let meant: String
    switch value.kind {
    case .string:
      switch value.text?.lowercased() {
      case "true"?, "yes"?, "on"?: meant = "true"
      case "false"?, "no"?, "off"?: meant = "false"
      default: return (nil, nil)
      }
      return ("write \(meant) without quotes", (value.range, meant))
    case .number where value.shown == "1" || value.shown == "0":
      meant = value.shown == "1" ? "true" : "false"
      return ("write \(meant)", (value.range, meant))
    default: return (nil, nil)
    }
  }

  private var numberAdvice: (help: String?, fix: (range: Range<Int>, text: String)?) {
    guard let text = value.text else { return (nil, nil) }
    let digits = text.utf8.prefix { 0x30...0x39 ~= $0 || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
    let unit = text.utf8.dropFirst(digits.count).drop { $0 == 0x20 }
    guard let number = Double(Substring(digits)), !unit.isEmpty, unit.count <= 3 else { return listAdvice }
    // "12px", and "50%" where 1 is the whole.
    let isShare = unit.elementsEqual([UInt8(ascii: "%")]) && tree.maximum(of: attribute) == 1
    let meant = "\(NumberName(isShare ? number / 100 : number))"
    return ("write the number alone: \(meant)", (value.range, meant))
  }

  private var listAdvice: (help: String?, fix: (range: Range<Int>, text: String)?) {
    guard let text = value.text else { return (nil, nil) }
    let values = NearestValues(tree, attribute)
    if attribute.valType == .flaglist, let flags = values.flags(near: text) {
      return (EnglishList.didYouMean([flags]), nil)
    }
    let nearest = values.near(text)
    if nearest.isEmpty, let literal = literal(named: text) {
      return ("write \(literal) without quotes", (value.range, literal))
    }
    let shown = nearest.isEmpty ? values.kin(of: text) : nearest.shown
    return (EnglishList.didYouMean(shown), nearest.certain.map { (value.content, $0) })
  }

  /// The literal of the list that a string spells: `"false"`.
  private func literal(named text: String) -> String? {
    let text = text.lowercased()
    guard text == "true" || text == "false" else { return nil }
    return (ListNames(tree, attribute.values).all + ListNames(tree, attribute.extras).all).first { $0 == text }
  }

  private var subplotAdvice: (help: String?, fix: (range: Range<Int>, text: String)?) {
    guard let kind = SubplotKind(attribute, tree), let text = value.text, text.utf8.count <= 40 else {
      return (nil, nil)
    }
    // x1, xaxis, xaxis2, X2, x02: the number is what counts.
    let digits = text.utf8.reversed().prefix { 0x30...0x39 ~= $0 }.reversed().drop { $0 == 0x30 }
    let counter = digits.isEmpty || digits.elementsEqual([0x31]) ? "" : String(decoding: digits, as: UTF8.self)
    let name = text.lowercased().prefix { $0.isLetter }
    guard name == kind.base || name == kind.base + "axis" else { return (nil, nil) }
    let meant = kind.base + counter
    return (EnglishList.didYouMean([meant]), (value.content, meant))
  }

  private func colourAdvice(_ value: ReceivedValue) -> (help: String?, fix: (range: Range<Int>, text: String)?) {
    guard let text = value.text else {
      return value.kind == .array ? ("write 'rgb(…)' or '#rrggbb' as a string", nil) : (nil, nil)
    }
    guard let advice = ColourAdvice(text) else { return (nil, nil) }
    return (advice.help, advice.replacement.map { (value.content, $0) })
  }

  /// The first item of a colour list that the versions do not take for a colour.
  private func firstBadColour() -> (index: Int, item: ReceivedValue)? {
    guard value.kind == .array else { return nil }
    var scanner = JSONScanner(context.bytes, range: value.range)
    var index = 0
    var found: (Int, ReceivedValue)?
    let grammar = tree.grammar(in: versions)
    try? scanner.forEachElement { (scanner) throws(ScanError) in
      _ = scanner.peek()
      let start = scanner.position
      let isColour = try ColourValue.scan(&scanner, grammar: grammar)
      if !isColour, found == nil {
        found = (index, ReceivedValue(scanner.bytes, start..<scanner.position))
      }
      index += 1
    }
    return found
  }
}

/// The values of a list that a misspelt one may stand for.
struct NearestValues {
  private let tree: ValidationTree
  private let attribute: AttributeDefinition

  init(_ tree: ValidationTree, _ attribute: AttributeDefinition) {
    self.tree = tree
    self.attribute = attribute
  }

  /// The strings among the values and extras near to `text`, best first.
  func near(_ text: String) -> [NearestNames.Match] {
    var nearest = NearestNames(to: text)
    for list in [attribute.values, attribute.extras].compactMap(\.self) {
      for index in 0..<tree.count(of: list) {
        guard case .word(let word) = tree.element(of: list, at: index), !tree.isDigits(word) else { continue }
        tree.offer(word, to: &nearest)
      }
    }
    return nearest.matches
  }

  /// Up to three values that `text` shortens, lengthens or bends: `lin`, `left`, `horizontal` and `categorical`, where the
  /// values are `linear`, `middle left`, `h` and `category`.
  func kin(of text: String) -> [String] {
    let text = text.lowercased()
    guard !text.isEmpty, text.utf8.count <= 40, let list = attribute.values else { return [] }
    let words = (0..<tree.count(of: list)).compactMap { index -> WordID? in
      guard case .word(let word) = tree.element(of: list, at: index), !tree.isDigits(word) else { return nil }
      return word
    }
    return text.utf8.span.withInputBytes { kin(of: $0, among: words) }.map(tree.text)
  }

  /// The same among `words`, for a text of small letters.
  private func kin(of text: InputBytes, among words: [WordID]) -> [WordID] {
    let longer = text.count < 3 ? [] : words.filter { isLonger($0, than: text) }
    if !longer.isEmpty { return Array(longer.prefix(3)) }
    let shorter = words.filter { tree.length(of: $0) > 0 && commonPrefix($0, text) == tree.length(of: $0) }
    // A single letter means a word only where all values are letters.
    if let longest = shorter.max(by: { tree.length(of: $0) < tree.length(of: $1) }),
      tree.length(of: longest) > 2 || words.allSatisfy({ tree.length(of: $0) == 1 })
    {
      return [longest]
    }
    return Array(words.filter { commonPrefix($0, text) > 4 }.prefix(3))
  }

  /// Whether a value begins with `text`, or ends with it behind a blank.
  private func isLonger(_ word: WordID, than text: InputBytes) -> Bool {
    tree.withText(word) { bytes, range in
      guard range.count >= text.count else { return false }
      let start = range.upperBound - text.count
      return bytes.equals(range.lowerBound..<range.lowerBound + text.count, 0..<text.count, of: text)
        || start > range.lowerBound && bytes[start - 1] == 0x20
          && bytes.equals(start..<range.upperBound, 0..<text.count, of: text)
    }
  }

  /// How many bytes a value and `text` have in common from the start.
  private func commonPrefix(_ word: WordID, _ text: InputBytes) -> Int {
    tree.withText(word) { bytes, range in
      let longest = min(range.count, text.count)
      return (0..<longest).first { bytes[range.lowerBound + $0] != text[$0] } ?? longest
    }
  }

  /// The value with the nearest flag for each that is not known; nil where one has none.
  func flags(near text: String) -> String? {
    let parts = text.split(separator: "+").prefix(8).map(String.init)
    let flags = parts.compactMap { near($0).first?.name }
    return parts.count > 1 && flags.count == parts.count ? flags.strung(by: "+") : nil
  }
}

extension ValidationTree {
  /// How colours are read in `versions`: as in the newest of them.
  func grammar(in versions: VersionSet) -> ColourGrammar {
    versions.newest.map { traits($0).colourGrammar } ?? .modern
  }
}
