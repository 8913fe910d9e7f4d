import Diagnostics
import JSONCore
import ValidationTree

/// Values of attributes.
extension FigureWalker {
  /// Walks the value of an attribute.
  ///
  /// - Parameter edge: the member whose value it is; nil for an item of an info_array.
  mutating func walkAttribute(_ id: AttributeID, _ edge: EdgeID?, in versions: VersionSet) throws(ScanError) {
    try walkAttribute(id, edge, tree.attribute(id).traits, in: versions)
  }

  /// Walks the value of an attribute of which it is known what it takes.
  mutating func walkAttribute(
    _ id: AttributeID, _ edge: EdgeID?, _ traits: MemberCache.Traits, in versions: VersionSet
  ) throws(ScanError) {
    let byte = scanner.peek()
    let start = scanner.position
    switch byte {
    case UInt8(ascii: "\""):
      let string = try scanner.scanString()
      // Nearly every value: one without rules, or one that was right here before.
      if traits.contains(.takesAnyString) {
        if watchesTexts { watchText(string.content, edge, in: versions) }
        return
      }
      let text = ShortText(string, in: scanner.bytes)
      if values.isRight(text, .string, for: id) { return }
      let isRight = judgeScalar(.string(string), id, edge, at: start, in: versions)
      if isRight, versions == targets { values.keep(text, .string, for: id) }
    case UInt8(ascii: "-"), 0x30...0x39:
      let number = try scanner.scanNumber()
      if traits.contains(.takesAnyNumber), number.isSurelyFinite { return }
      let text = ShortText(number, in: scanner.bytes)
      if values.isRight(text, .number, for: id) { return }
      let scalar = number.kind == .number ? Scalar.number(number) : .nonFinite
      let isRight = judgeScalar(scalar, id, edge, at: start, in: versions)
      if isRight, versions == targets { values.keep(text, .number, for: id) }
    case UInt8(ascii: "["): try walkArray(id, edge, tree.attribute(id), in: versions)
    case UInt8(ascii: "{"): try walkObjectValue(id, tree.attribute(id), in: versions)
    default: judgeScalar(try scanScalar(byte), id, edge, at: start, in: versions)
    }
  }

  /// Judges a scalar from `start` to the scanner's position, and reports what is wrong with it. Returns whether nothing is.
  @discardableResult
  private mutating func judgeScalar(
    _ scalar: Scalar, _ id: AttributeID, _ edge: EdgeID?, at start: Int, in versions: VersionSet
  ) -> Bool {
    let attribute = tree.attribute(id)
    if attribute.valType == .any { return true }
    memory.work.judgedValues += 1
    switch judge(scalar, attribute, in: versions) {
    case .accepted:
      guard rules.contains(.pyStrict), isNumericText(scalar, attribute) else { return true }
      report(.pyStrict, .numericText(id), at: start..<scanner.position, in: versions)
    case .unset: report(.nullValue, .nullValue(id), at: start..<scanner.position, in: versions)
    case .partly: report(.partlyDropped, .partlyDropped(id), at: start..<scanner.position, in: versions)
    case .byAccident: report(.acceptedByAccident, .acceptedByAccident(id), at: start..<scanner.position, in: versions)
    case .refused(let fault, let live): refuse(id, attribute, edge, fault, at: start..<scanner.position, in: live)
    }
    return false
  }

  private mutating func refuse(
    _ id: AttributeID, _ attribute: AttributeDefinition, _ edge: EdgeID?, _ fault: ValueFault, at range: Range<Int>,
    in versions: VersionSet
  ) {
    let value = range.dropFirst().dropLast()
    if attribute.valType == .colorscale {
      return report(rule(forColours: range, in: versions, else: .colorscale), .colorscale, at: range, in: versions)
    }
    let rule: RuleID =
      switch fault {
      case .notColour: self.rule(forColours: range, in: versions, else: .invalidValue)
      case .notSubplotID, .notListed: isFirstOfItsKind(value, attribute) ? .axisOne : .invalidValue
      default: .invalidValue
      }
    report(rule, .invalidValue(id, fault, edge: edge), at: range, in: versions)
  }

  /// Scans a scalar whose first byte is `byte`.
  mutating func scanScalar(_ byte: UInt8) throws(ScanError) -> Scalar {
    switch byte {
    case UInt8(ascii: "\""): return .string(try scanner.scanString())
    case UInt8(ascii: "-"), 0x30...0x39:
      let number = try scanner.scanNumber()
      return number.kind == .number ? .number(number) : .nonFinite
    default:
      switch try scanner.scanLiteral() {
      case .null: return .null
      case .true: return .bool(true)
      case .false: return .bool(false)
      default: return .nonFinite
      }
    }
  }

  // MARK: - Arrays

  private mutating func walkArray(
    _ id: AttributeID, _ edge: EdgeID?, _ attribute: AttributeDefinition, in versions: VersionSet
  ) throws(ScanError) {
    let start = scanner.position
    switch attribute.valType {
    case .dataArray, .any: try skipData(edge, in: versions)
    case .infoArray: try walkInfoArray(id, attribute, in: versions)
    case _ where attribute.flags.contains(.arrayOk): try walkElements(id, attribute, in: versions)
    case .colorscale: try walkColorscale(in: versions)
    case .colorlist: try walkColorlist(id, in: versions)
    case .enumerated where attribute.flags.contains(.hasPattern) || attribute.flags.contains(.coerceNumber):
      // JavaScript makes a text of the array before it compares: ["x"] passes for "x".
      let passes = try judgeAsText(attribute)
      report(
        passes ? .acceptedByAccident : .arrayNotAllowed, passes ? .acceptedByAccident(id) : .arrayNotAllowed(id),
        at: start..<scanner.position, in: versions)
    default:
      try scanner.skipValue()
      report(.arrayNotAllowed, .arrayNotAllowed(id), at: start..<scanner.position, in: versions)
    }
  }

  /// Whether an array passes the check of an enumerated attribute as the text that JavaScript makes of it. That can be
  /// only for an array of one element, or for lists that take any text.
  private mutating func judgeAsText(_ attribute: AttributeDefinition) throws(ScanError) -> Bool {
    guard let values = attribute.values else { return true }
    if attribute.flags.contains(.coerceNumber) {
      return tree.list(values, contains: try ScriptNumber.scan(&scanner))
    }
    let takesAny = acceptsAnyText(values)
    var brackets = 0
    while scanner.peek() == UInt8(ascii: "[") {
      try scanner.openArray()
      brackets += 1
      var isFirst = true
      guard try scanner.nextElement(&isFirst) else {
        _ = try passRest(of: brackets - 1)
        return takesAny
      }
    }
    guard scanner.peek() == UInt8(ascii: "\"") else {
      try scanner.skipValue()
      _ = try passRest(of: brackets)
      return takesAny
    }
    let string = try scanner.scanString()
    let isAlone = try passRest(of: brackets)
    return takesAny || isAlone && withText(string) { matchesPattern(values, $0, $1) }
  }

  /// Passes what is left of that many open arrays; returns whether that is no element.
  private mutating func passRest(of brackets: Int) throws(ScanError) -> Bool {
    var isNothing = true
    for _ in 0..<brackets {
      var isFirst = false
      while try scanner.nextElement(&isFirst) {
        isNothing = false
        try scanner.skipValue()
      }
    }
    return isNothing
  }

  /// Walks an array where arrays are allowed. plotly.js looks at each element only when it draws, and takes the default
  /// for one that is wrong: the first such element is reported.
  private mutating func walkElements(
    _ id: AttributeID, _ attribute: AttributeDefinition, in versions: VersionSet
  ) throws(ScanError) {
    guard attribute.valType != .string, rules.contains(.badArrayElement) || rules.contains(.legacyColour) else {
      return try skipData(nil, in: versions)
    }
    let isNoted = isNoting(versions) && noted.isCurrent(at: scanner.position)
    var survey = ArraySurvey()
    var isReported = false
    try scanner.openArray()
    var isFirst = true
    while try scanner.nextElement(&isFirst) {
      let byte = scanner.peek()
      guard byte != UInt8(ascii: "["), byte != UInt8(ascii: "{") else {
        try scanner.skipValue()
        survey.note(byte == UInt8(ascii: "[") ? .arrays : .objects)
        continue
      }
      let start = scanner.position
      let scalar = try scanScalar(byte)
      if isNoted { survey.note(scalar, scanner.bytes) }
      if case .number = scalar, attribute.valType == .color { try scanner.surveyNumbers(into: &survey) }
      if isReported || isRightElement(scalar, id, attribute) { continue }
      memory.work.judgedValues += 1
      switch judge(scalar, attribute, in: versions) {
      case .accepted:
        guard case .string(let string) = scalar, versions == targets else { continue }
        values.keep(ShortText(string, in: scanner.bytes), .string, for: id)
      case .refused(let fault, let live):
        isReported = true
        let range = start..<scanner.position
        let rule = fault == .notColour ? rule(forColours: range, in: live, else: .badArrayElement) : .badArrayElement
        report(rule, .badElement(id, fault), at: range, in: live)
      default: break
      }
    }
    if isNoted { noted.note(survey) }
  }

  /// Whether an element of an array is right for sure, and need not be judged as a value. An empty text is how people leave an
  /// element out, and numbers are right where a colour is wanted: they go through the colorscale.
  @inline(__always)
  private mutating func isRightElement(_ scalar: Scalar, _ id: AttributeID, _ attribute: AttributeDefinition) -> Bool {
    switch scalar {
    case .number(let number):
      return attribute.valType == .color || attribute.takes(number, in: scanner.bytes, tree)
    case .string(let string):
      if string.content.isEmpty || values.isRight(ShortText(string, in: scanner.bytes), .string, for: id) {
        return true
      }
      guard attribute.valType == .color else { return false }
      return withText(string) { NumericText.value($0, $1) } != nil
    default: return false
    }
  }

  private mutating func walkColorlist(_ id: AttributeID, in versions: VersionSet) throws(ScanError) {
    let start = scanner.position
    let refusing = try refusing(in: versions) { (scanner, grammar) throws(ScanError) in
      try ColourValue.scanList(&scanner, grammar: grammar)
    }
    guard !refusing.isEmpty else { return }
    let range = start..<scanner.position
    report(
      rule(forColours: range, in: refusing, else: .invalidValue), .invalidValue(id, .badColorlist, edge: nil),
      at: range, in: refusing)
  }

  private mutating func walkColorscale(in versions: VersionSet) throws(ScanError) {
    let start = scanner.position
    let refusing = try refusing(in: versions) { (scanner, grammar) throws(ScanError) in
      try Colorscale.scan(&scanner, grammar: grammar)
    }
    guard !refusing.isEmpty else { return }
    let range = start..<scanner.position
    report(rule(forColours: range, in: refusing, else: .colorscale), .colorscale, at: range, in: refusing)
  }

  /// Passes a value that holds colours, once for each grammar of the versions; returns the versions for which `accepts`
  /// said no.
  private mutating func refusing(
    in versions: VersionSet, _ accepts: (inout JSONScanner, ColourGrammar) throws(ScanError) -> Bool
  ) throws(ScanError) -> VersionSet {
    let start = scanner.position
    let modern = versions.intersection(facts.modernColours)
    let older = versions.subtracting(modern)
    var refusing: VersionSet = .none
    if !modern.isEmpty, try !accepts(&scanner, .modern) { refusing.formUnion(modern) }
    if !older.isEmpty {
      if !modern.isEmpty { scanner.rewind(to: start) }
      if try !accepts(&scanner, .tinycolor) { refusing.formUnion(older) }
    }
    return refusing
  }

  // MARK: - info_array

  /// Walks an array with a meaning for each position (plotly.js `src/lib/coerce.js`, `info_array`).
  private mutating func walkInfoArray(
    _ id: AttributeID, _ attribute: AttributeDefinition, in versions: VersionSet
  ) throws(ScanError) {
    let start = scanner.position
    var isNested = attribute.dimensions == .two
    var count = 0
    try scanner.openArray()
    var isFirst = true
    while try scanner.nextElement(&isFirst) {
      let byte = scanner.peek()
      if count == 0, attribute.dimensions == .oneOrTwo { isNested = byte == UInt8(ascii: "[") }
      if isNested {
        if byte == UInt8(ascii: "[") {
          try walkInfoRow(attribute, row: count, in: versions)
        } else {
          try refuseContainer(expected: .array, in: versions)
        }
      } else if let item = tree.item(of: attribute, at: count) {
        try walkAttribute(item, nil, in: versions)
      } else {
        try scanner.skipValue()
      }
      count += 1
    }
    let isFixed = attribute.itemForm == .list || attribute.itemForm == .rows
    let declared = tree.itemCount(of: attribute)
    guard isFixed, count != declared else { return }
    if !attribute.flags.contains(.freeLength) {
      report(
        .wrongLength, .wrongLength(id, declared: declared, received: count), at: start..<scanner.position, in: versions)
    } else if count > declared, !isNested {
      report(.partlyDropped, .partlyDropped(id), at: start..<scanner.position, in: versions)
    }
  }

  private mutating func walkInfoRow(
    _ attribute: AttributeDefinition, row: Int, in versions: VersionSet
  ) throws(ScanError) {
    try scanner.openArray()
    var isFirst = true
    var column = 0
    while try scanner.nextElement(&isFirst) {
      if let item = tree.item(of: attribute, row: row, column: column) {
        try walkAttribute(item, nil, in: versions)
      } else {
        try scanner.skipValue()
      }
      column += 1
    }
  }
}
