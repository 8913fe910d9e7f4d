import Diagnostics
import JSONCore

/// Metadata: any JSON that is kept with a grid and searched by key and value.
extension GridWalker {
  /// Walks a text that is metadata and nothing else, or the body that sets it (`{"metadata": …}`). O(length).
  package mutating func walkMetadata() {
    finish { walker throws(ScanError) in
      let kind = walker.kindAhead()
      let start = walker.scanner.position
      walker.root.isObject = kind == .object
      walker.root.opening = start..<start + 1
      if kind == .object, walker.isUpdate() { try walker.walkUpdate() } else { try walker.walkMetadataValue() }
    }
  }

  /// Whether the object ahead holds one member, `metadata`.
  private func isUpdate() -> Bool {
    var ahead = JSONScanner(scanner.bytes, range: scanner.position..<scanner.end, maximumDepth: scanner.maximumDepth)
    var isFirst = true
    guard (try? ahead.openObject()) != nil, let key = try? ahead.nextUnloggedKey(&isFirst),
      key.hasText("metadata", ahead.bytes), (try? ahead.skipValue()) != nil
    else { return false }
    return ahead.peek() == UInt8(ascii: "}")
  }

  private mutating func walkUpdate() throws(ScanError) {
    try scanner.openObject()
    var isFirst = true
    while try scanner.nextKey(&isFirst) != nil { try walkMetadataValue() }
  }

  /// Walks the value of `metadata`.
  mutating func walkMetadataValue() throws(ScanError) {
    let issues = scanner.issues.count
    let kind = kindAhead()
    let start = scanner.position
    try walkValue(shape, isInArray: false)
    if kind != .object, kind != .null { report(.metadataNotObject, .notObject(kind), at: start..<scanner.position) }
    guard rules.contains(.unencodableMetadata) else { return }
    for index in issues..<scanner.issues.count where scanner.issues[index].kind == .nonFiniteToken {
      convertedIssues.append(index)
      report(.unencodableMetadata, .nonFinite, at: scanner.issues[index].range)
    }
  }

  private mutating func report(_ rule: RuleID, _ flaw: MetadataFlaw, at range: Range<Int>) {
    report(rule, .metadata(flaw), at: range)
  }

  /// Walks a value. The recursion is as deep as the nesting, which the scanner bounds.
  private mutating func walkValue(_ shape: MetadataShape?, isInArray: Bool) throws(ScanError) {
    let kind = kindAhead()
    let start = scanner.position
    switch kind {
    case .object: try walkObject(shape)
    case .array: try walkArray(shape, isInArray: isInArray)
    default:
      try scanner.skipValue()
      let range = start..<scanner.position
      if kind == .string { judgeText(range) }
      if let shape { judge(range, kind, shape) }
    }
    if let limit = limits.metadataValueBytes, kind != .object, scanner.position - start > limit {
      report(
        .unsearchableValue, .largeValue(bytes: scanner.position - start, limit: limit), at: start..<scanner.position)
    }
  }

  private mutating func walkObject(_ shape: MetadataShape?) throws(ScanError) {
    let start = scanner.position
    var missing = shape?.required ?? []
    var unit: String?
    var hasValue = false
    try scanner.openObject()
    var isFirst = true
    while let key = try scanner.nextKey(&isFirst) {
      let name = StringText.string(scanner.bytes, key.string.content)
      judgeKey(name, at: key.string.range)
      missing.removeAll { $0 == name }
      let valueStart: Int
      if name == "unit" || name == "units", kindAhead() == .string {
        valueStart = scanner.position
        var ahead = scanner
        let string = try ahead.scanString()
        unit = StringText.string(scanner.bytes, string.content)
      } else {
        _ = scanner.peek()
        valueStart = scanner.position
      }
      if name == "value" { hasValue = true }
      let inner = shape?.shape(of: name)
      if inner == nil, let shape, !shape.allowsOtherKeys {
        report(.metadataShape, .shape(.unknownKey(known: shape.properties.map(\.key))), at: key.string.range)
      }
      try walkValue(inner, isInArray: false)
      judgeSecret(name, valueStart..<scanner.position)
    }
    guard let shape else { return }
    let range = start..<scanner.position
    if !shape.units.isEmpty {
      if !hasValue || !(unit.map(shape.units.contains) ?? false) {
        report(.metadataShape, .shape(.noUnit(accepted: shape.units)), at: range)
      }
      return
    }
    guard accepts(.object, range, shape) else { return }
    if !missing.isEmpty { report(.metadataShape, .shape(.missing(keys: missing)), at: start..<start + 1) }
  }

  private mutating func walkArray(_ shape: MetadataShape?, isInArray: Bool) throws(ScanError) {
    let start = scanner.position
    var count = 0
    var hasArray = false
    // Of lists in lists the outer one alone is compared, so that no object is read more often than twice.
    let compares = !isInList && rules.contains(.metadataTypes)
    var kinds = MemberKinds()
    if compares { isInList = true }
    defer { if compares { isInList = false } }
    try scanner.openArray()
    var isFirst = true
    while try scanner.nextElement(&isFirst) {
      let kind = kindAhead()
      if kind == .array { hasArray = true }
      if kind == .object, compares {
        for (place, first) in kinds.add(scanner) { report(.metadataTypes, .otherKind(first: first), at: place) }
      }
      try walkValue(shape?.items.first, isInArray: true)
      count += 1
      // Lists of numbers can be long.
      if kind == .number, shape?.items.isEmpty ?? true {
        var run = ArraySurvey()
        try scanner.surveyNumbers(into: &run)
        count += run.count
      }
    }
    let range = start..<scanner.position
    if hasArray, !isInArray { report(.unsearchableValue, .nestedArrays, at: range) }
    guard let shape, accepts(.array, range, shape) else { return }
    if count < shape.minimumItems { report(.metadataShape, .shape(.tooFewItems(shape.minimumItems)), at: range) }
  }

  // MARK: - Keys and texts

  private mutating func judgeKey(_ name: String, at range: Range<Int>) {
    let flaw: MetadataFlaw
    if name.isEmpty {
      flaw = .emptyKey
    } else if name.unicodeScalars.contains(where: { $0.properties.isWhitespace }) {
      flaw = .keyWithSpace
    } else if name.utf8.contains(UInt8(ascii: ":")) {
      flaw = .keyWithColon
    } else if name.utf8.contains(UInt8(ascii: "\"")) || name.utf8.contains(UInt8(ascii: "'")) {
      flaw = .keyWithQuote
    } else {
      return
    }
    report(.unsearchableKey, flaw, at: range)
  }

  /// - Parameter value: of the member called `name`.
  private mutating func judgeSecret(_ name: String, _ value: Range<Int>) {
    guard rules.contains(.metadataSecret), scanner.bytes[value.lowerBound] == UInt8(ascii: "\""), value.count > 2,
      SecretName.isSecret(name)
    else { return }
    report(.metadataSecret, .secretKey, at: value)
  }

  private mutating func judgeText(_ range: Range<Int>) {
    let content = range.dropFirst().dropLast()
    guard !content.isEmpty else { return }
    let bytes = scanner.bytes
    if rules.contains(.metadataSecret) {
      var watch = TextWatch(bytes, content)
      while let hit = watch.next() {
        if [.secretToken, .serviceKey, .shareKey].contains(hit.risk) {
          report(.metadataSecret, .secretValue, at: range)
          break
        }
        watch.passString(of: hit)
      }
    }
    if rules.contains(.metadataTypes) {
      if isNonFinite(content) {
        report(.metadataTypes, .nonFiniteText, at: range)
      } else if let format = CellText(bytes, content).format, format.family != .iso {
        report(.metadataTypes, .freeDate, at: range)
      }
    }
    if rules.contains(.doubleEncoding), isJSON(content) { report(.doubleEncoding, .jsonText, at: range) }
  }

  private func isNonFinite(_ content: Range<Int>) -> Bool {
    let names: [StaticString] = ["NaN", "nan", "Infinity", "-Infinity", "inf", "-inf"]
    return content.count <= 9 && names.contains { scanner.bytes.equals(content, $0) }
  }

  /// Whether a string holds the text of an object or an array.
  private func isJSON(_ content: Range<Int>) -> Bool {
    let first = scanner.bytes[content.lowerBound]
    guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else { return false }
    return StringText.decoded(scanner.bytes, content).withInputBytes { bytes in
      var inner = JSONScanner(bytes, range: 0..<bytes.count)
      return (try? inner.skipValue()) != nil && (try? inner.expectEnd()) != nil && inner.issues.isEmpty
    }
  }

  // MARK: - Shape

  /// Judges a scalar.
  private mutating func judge(_ range: Range<Int>, _ kind: ValueKind, _ shape: MetadataShape) {
    guard kind != .nonFinite, scanner.bytes[range.lowerBound] != UInt8(ascii: "N") else { return }
    let bytes = scanner.bytes
    if !shape.units.isEmpty {
      let text = kind == .string ? StringText.string(bytes, range.dropFirst().dropLast()) : ""
      if !ValueWithUnit.isOne(text, units: shape.units) {
        report(.metadataShape, .shape(.noUnit(accepted: shape.units)), at: range)
      }
      return
    }
    guard accepts(kind, range, shape) else { return }
    let scalar: MetadataShape.Scalar
    switch kind {
    case .string: scalar = .string(StringText.string(bytes, range.dropFirst().dropLast()))
    case .number: scalar = .number(NumberText.double(bytes, range))
    case .true: scalar = .boolean(true)
    case .false: scalar = .boolean(false)
    default: scalar = .null
    }
    if let values = shape.values, !values.contains(scalar) {
      return report(.metadataShape, .shape(.notListed(accepted: values)), at: range)
    }
    switch scalar {
    case .string(let text):
      if let glob = shape.glob, !glob.matches(text) { report(.metadataShape, .shape(.glob(glob.text)), at: range) }
    case .number(let number):
      if let minimum = shape.minimum, number < minimum {
        report(.metadataShape, .shape(.belowMinimum(minimum)), at: range)
      } else if let maximum = shape.maximum, number > maximum {
        report(.metadataShape, .shape(.aboveMaximum(maximum)), at: range)
      }
    default: break
    }
  }

  /// Whether the shape takes values of the kind; otherwise it is reported.
  private mutating func accepts(_ kind: ValueKind, _ range: Range<Int>, _ shape: MetadataShape) -> Bool {
    let isAccepted =
      shape.kinds.isEmpty
      || shape.kinds.contains { accepted in
        switch (accepted, kind) {
        case (.string, .string), (.number, .number), (.object, .object), (.array, .array), (.null, .null),
          (.boolean, .true),
          (.boolean, .false):
          true
        case (.integer, .number):
          NumberText.double(scanner.bytes, range).rounded() == NumberText.double(scanner.bytes, range)
        default: false
        }
      }
    if !isAccepted { report(.metadataShape, .shape(.kind(accepted: shape.kinds)), at: range) }
    return isAccepted
  }
}

/// Names of members that hold secrets.
enum SecretName {
  /// O(length).
  static func isSecret(_ name: String) -> Bool {
    let letters = name.lowercased().filter { $0.isLetter }
    return [
      "password", "passwd", "passphrase", "secret", "token", "apikey", "accesskey", "privatekey", "sharekey",
      "credential",
      "credentials", "secretkey",
    ].contains { letters.hasSuffix($0) }
  }
}

/// A number with a unit behind it: `10 dB`, `-3.5mV`.
enum ValueWithUnit {
  static func isOne(_ text: String, units: [String]) -> Bool {
    units.contains { unit in
      guard text.hasSuffix(unit), !unit.isEmpty else { return false }
      let number = Array(text.utf8.dropLast(unit.utf8.count))
      return number.withInputBytes { NumericText.value($0, 0..<$0.count) != nil }
    }
  }
}

/// The kinds of values that the members of a list's objects have, to find the key that has values of several kinds.
private struct MemberKinds {
  private var kinds: [String: (kind: ValueKind, first: Range<Int>)] = [:]

  /// More different keys than this are data and no metadata.
  private static let mostKeys = 1000

  /// Adds the members of the object ahead; returns those whose kind differs from that before, with the first of these.
  mutating func add(_ scanner: JSONScanner) -> [(Range<Int>, Range<Int>)] {
    var scanner = JSONScanner(scanner.bytes, range: scanner.position..<scanner.end, maximumDepth: scanner.maximumDepth)
    var found: [(Range<Int>, Range<Int>)] = []
    var isFirst = true
    guard (try? scanner.openObject()) != nil else { return [] }
    while let key = try? scanner.nextUnloggedKey(&isFirst) {
      _ = scanner.peek()
      let start = scanner.position
      guard var kind = try? scanner.skipValue() else { break }
      if kind == .false { kind = .true }
      guard kind != .null, kind != .nonFinite else { continue }
      let name = StringText.string(scanner.bytes, key.string.content)
      if let known = kinds[name] {
        guard known.kind != kind else { continue }
        found.append((start..<scanner.position, known.first))
      } else if kinds.count < MemberKinds.mostKeys {
        kinds[name] = (kind, start..<scanner.position)
      }
    }
    return found
  }
}
