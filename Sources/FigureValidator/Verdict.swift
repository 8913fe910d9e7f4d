import JSONCore
import ValidationTree

/// A scalar of the text.
enum Scalar {
  case null
  case bool(Bool)
  case number(NumberToken)
  case string(StringToken)
  /// `NaN` and the like: reported as text, and never as a value.
  case nonFinite
}

/// What plotly.js does with a value.
enum Verdict {
  case accepted
  /// `null`: the attribute counts as not given.
  case unset
  /// A part of it is kept.
  case partly
  /// It passes through an oddity of the check.
  case byAccident
  case refused(ValueFault, in: VersionSet)
}

/// plotly.js's own idea of each valType (`src/lib/coerce.js`, `valObjectMeta`), for scalars.
extension FigureWalker {
  @inline(__always) func judge(_ scalar: Scalar, _ attribute: AttributeDefinition, in versions: VersionSet) -> Verdict {
    switch scalar {
    case .null: return .unset
    case .nonFinite: return .accepted
    default: break
    }
    var fault: ValueFault?
    switch attribute.valType {
    case .any: return .accepted
    case .dataArray, .infoArray, .colorlist: fault = .wrongKind
    case .boolean: if case .bool = scalar {} else { fault = .wrongKind }
    case .string: fault = judgeString(scalar, attribute)
    case .number: fault = judgeNumber(scalar, attribute)
    case .integer: fault = judgeInteger(scalar, attribute)
    case .angle: fault = judgeAngle(scalar, attribute)
    case .enumerated: return judgeEnumerated(scalar, attribute, in: versions)
    case .flaglist: return judgeFlaglist(scalar, attribute, in: versions)
    case .subplotid: return judgeSubplotID(scalar, attribute, in: versions)
    case .color:
      guard case .string(let string) = scalar else { return .refused(.wrongKind, in: versions) }
      let refusing = refusingColour(string, in: versions)
      return refusing.isEmpty ? .accepted : .refused(.notColour, in: refusing)
    case .colorscale:
      guard case .string(let string) = scalar else { return .refused(.wrongKind, in: versions) }
      let refusing = refusing(in: versions) { grammar in
        withText(string) { Colorscale.isColorscale($0, $1, grammar: grammar) }
      }
      return refusing.isEmpty ? .accepted : .refused(.notListed, in: refusing)
    }
    return fault.map { .refused($0, in: versions) } ?? .accepted
  }

  /// Calls `body` with the text of a string, unescaped.
  @inline(__always) func withText<R>(_ string: StringToken, _ body: (InputBytes, Range<Int>) -> R) -> R {
    guard string.hasEscapes else { return body(scanner.bytes, string.content) }
    return StringText.decoded(scanner.bytes, string.content).withInputBytes { body($0, 0..<$0.count) }
  }

  // MARK: - Numbers

  /// The number that plotly.js takes the scalar for; nil where it takes it for none (fast-isnumeric).
  @inline(__always) private func numeric(_ scalar: Scalar) -> Double? {
    switch scalar {
    case .number(let number):
      let value = NumberText.double(scanner.bytes, number.range)
      return value.isFinite ? value : nil
    case .string(let string): return withText(string, NumericText.value)
    default: return nil
    }
  }

  @inline(__always) private func judgeNumber(_ scalar: Scalar, _ attribute: AttributeDefinition) -> ValueFault? {
    // Without bounds, and short of exponents that could leave the doubles, a number is right as it stands.
    if case .number(let number) = scalar, number.isSurelyFinite,
      attribute.flags.isDisjoint(with: .bounds)
    {
      return nil
    }
    guard let value = numeric(scalar) else { return notNumeric(scalar) }
    return outOfBounds(value, attribute)
  }

  @inline(__always) private func judgeInteger(_ scalar: Scalar, _ attribute: AttributeDefinition) -> ValueFault? {
    if let extras = attribute.extras, isListed(scalar, extras) { return nil }
    guard let value = numeric(scalar) else { return notNumeric(scalar) }
    if value.rounded(.towardZero) != value { return .notInteger }
    return outOfBounds(value, attribute)
  }

  @inline(__always) private func judgeAngle(_ scalar: Scalar, _ attribute: AttributeDefinition) -> ValueFault? {
    switch scalar {
    case .string(let string) where withText(string, { $0.equals($1, "auto") }): nil
    case .number(let number) where number.isSurelyFinite: nil
    default: numeric(scalar) == nil ? notNumeric(scalar) : nil
    }
  }

  @inline(__always) private func outOfBounds(_ value: Double, _ attribute: AttributeDefinition) -> ValueFault? {
    if let minimum = tree.minimum(of: attribute), value < minimum { return .belowMinimum }
    if let maximum = tree.maximum(of: attribute), value > maximum { return .aboveMaximum }
    return nil
  }

  @inline(__always) private func notNumeric(_ scalar: Scalar) -> ValueFault {
    switch scalar {
    case .number: .notFinite
    case .string: .notNumeric
    default: .wrongKind
    }
  }

  // MARK: - Texts

  @inline(__always) private func judgeString(_ scalar: Scalar, _ attribute: AttributeDefinition) -> ValueFault? {
    switch scalar {
    case .string(let string): attribute.flags.contains(.noBlank) && string.content.isEmpty ? .blank : nil
    case .number: attribute.flags.contains(.strict) ? .wrongKind : nil
    default: .wrongKind
    }
  }

  /// The versions in which a string is no colour.
  @inline(__always) func refusingColour(_ string: StringToken, in versions: VersionSet) -> VersionSet {
    refusing(in: versions) { grammar in withText(string) { Colour.isColour($0, $1, grammar: grammar) } }
  }

  /// The versions whose grammar of colours `accepts` says no to.
  @inline(__always) private func refusing(in versions: VersionSet, _ accepts: (ColourGrammar) -> Bool) -> VersionSet {
    let modern = versions.intersection(facts.modernColours)
    let older = versions.subtracting(modern)
    var refusing: VersionSet = .none
    if !modern.isEmpty, !accepts(.modern) { refusing.formUnion(modern) }
    if !older.isEmpty, !accepts(.tinycolor) { refusing.formUnion(older) }
    return refusing
  }

  /// A subplot's name, with or without counter. The check of an attribute with an expression of its own looks at its
  /// default instead, which it does not have: there `null` and `null2` pass.
  @inline(__always) private func judgeSubplotID(
    _ scalar: Scalar, _ attribute: AttributeDefinition, in versions: VersionSet
  ) -> Verdict {
    guard case .string(let string) = scalar else { return .refused(.wrongKind, in: versions) }
    return withText(string) { bytes, range in
      if isSubplotID(bytes, range, attribute) { return .accepted }
      if attribute.pattern != nil, isCounted("null", bytes, range) { return .byAccident }
      return .refused(.notSubplotID, in: versions)
    }
  }

  /// Whether a text is the name of a subplot that the attribute takes.
  @inline(__always) func isSubplotID(_ bytes: InputBytes, _ range: Range<Int>, _ attribute: AttributeDefinition) -> Bool
  {
    if let pattern = attribute.pattern { return tree.matches(pattern, bytes, range) }
    return tree.withDefault(of: attribute) { base, quoted in
      quoted.count > 2 && isCounted(base, quoted.lowerBound + 1..<quoted.upperBound - 1, bytes, range)
    }
  }

  private func isCounted(_ base: StaticString, _ bytes: InputBytes, _ range: Range<Int>) -> Bool {
    let length = base.utf8CodeUnitCount
    guard range.count >= length, bytes.equals(range.prefix(length), base) else { return false }
    return ValidationTree.counter(bytes, range.lowerBound + length, range.upperBound) == range.upperBound
  }

  private func isCounted(_ base: InputBytes, _ name: Range<Int>, _ bytes: InputBytes, _ range: Range<Int>) -> Bool {
    guard range.count >= name.count, bytes.equals(range.prefix(name.count), name, of: base) else { return false }
    return ValidationTree.counter(bytes, range.lowerBound + name.count, range.upperBound) == range.upperBound
  }

  // MARK: - Lists

  @inline(__always) private func isListed(_ scalar: Scalar, _ list: ValueListID) -> Bool {
    switch scalar {
    case .string(let string): word(string).map { tree.list(list, contains: $0) } ?? false
    case .number(let number): tree.list(list, contains: NumberText.double(scanner.bytes, number.range))
    case .bool(let bool): tree.list(list, contains: bool)
    case .null, .nonFinite: false
    }
  }

  @inline(__always) private func judgeEnumerated(
    _ scalar: Scalar, _ attribute: AttributeDefinition, in versions: VersionSet
  ) -> Verdict {
    guard let values = attribute.values else { return .accepted }
    if attribute.flags.contains(.coerceNumber) {
      return tree.list(values, contains: coerced(scalar)) ? .accepted : .refused(.notListed, in: versions)
    }
    if isListed(scalar, values) { return .accepted }
    if attribute.flags.contains(.hasPattern) {
      if case .string(let string) = scalar, withText(string, { matchesPattern(values, $0, $1) }) { return .accepted }
      if acceptsAnyText(values) { return .byAccident }
    }
    return .refused(.notListed, in: versions)
  }

  /// What JavaScript's unary plus makes of a scalar.
  @inline(__always) private func coerced(_ scalar: Scalar) -> Double {
    switch scalar {
    case .null: 0
    case .bool(let bool): bool ? 1 : 0
    case .number(let number): NumberText.double(scanner.bytes, number.range)
    case .string(let string): withText(string, NumericText.number)
    case .nonFinite: .nan
    }
  }

  /// Whether one of the list's patterns means this text.
  func matchesPattern(_ values: ValueListID, _ bytes: InputBytes, _ range: Range<Int>) -> Bool {
    for index in 0..<tree.count(of: values) {
      guard case .pattern(let pattern) = tree.element(of: values, at: index) else { continue }
      switch tree.kind(of: pattern) {
      case .program: if tree.matches(pattern, bytes, range) { return true }
      case .accidental: if bytes.equals(range, "/") { return true }
      case .unknown: return true
      }
    }
    return false
  }

  /// Whether the list holds "/", which plotly.js takes for an expression that everything matches.
  func acceptsAnyText(_ values: ValueListID) -> Bool {
    guard tree.hasPattern(values) else { return false }
    for index in 0..<tree.count(of: values) {
      if case .pattern(let pattern) = tree.element(of: values, at: index), tree.kind(of: pattern) == .accidental {
        return true
      }
    }
    return false
  }

  /// Flags joined with plus signs. plotly.js drops those it does not know and repeated ones, and refuses the value when
  /// none is left.
  @inline(__always) private func judgeFlaglist(
    _ scalar: Scalar, _ attribute: AttributeDefinition, in versions: VersionSet
  ) -> Verdict {
    if let extras = attribute.extras, isListed(scalar, extras) { return .accepted }
    guard case .string(let string) = scalar else { return .refused(.wrongKind, in: versions) }
    guard let flags = attribute.values else { return .accepted }
    return withText(string) { bytes, range in
      var seen: UInt64 = 0
      var hasDropped = false
      var start = range.lowerBound
      while start <= range.upperBound {
        var end = start
        while end < range.upperBound, bytes[end] != UInt8(ascii: "+") { end += 1 }
        let part = start..<end
        start = end + 1
        guard let word = tree.word(KeyHash(bytes, part), bytes, part), let bit = tree.position(of: word, in: flags),
          seen & (1 << UInt64(bit & 63)) == 0
        else {
          hasDropped = true
          continue
        }
        seen |= 1 << UInt64(bit & 63)
      }
      if seen == 0 { return .refused(.noKnownFlag, in: versions) }
      return hasDropped ? .partly : .accepted
    }
  }
}

extension AttributeDefinition {
  /// What is right for it whatever it is, and may be passed without being judged.
  var traits: MemberCache.Traits {
    var traits: MemberCache.Traits = []
    if valType == .any || valType == .string && !flags.contains(.noBlank) { traits.insert(.takesAnyString) }
    if takesAnyNumber { traits.insert(.takesAnyNumber) }
    return traits
  }

  /// Whether every finite number is right, and may be passed without being judged.
  @inline(__always) var takesAnyNumber: Bool {
    switch valType {
    case .number: flags.isDisjoint(with: .bounds)
    case .any, .angle: true
    case .string: !flags.contains(.strict)
    default: false
    }
  }

  /// Whether a number is right for sure; otherwise it must be judged.
  @inline(__always) func takes(_ number: NumberToken, in bytes: InputBytes, _ tree: ValidationTree) -> Bool {
    guard number.isSurelyFinite else { return false }
    if takesAnyNumber { return true }
    guard valType == .number || valType == .integer && number.isInteger else { return false }
    let value = NumberText.double(bytes, number.range)
    if let minimum = tree.minimum(of: self), !(value >= minimum) { return false }
    if let maximum = tree.maximum(of: self), !(value <= maximum) { return false }
    return true
  }
}
