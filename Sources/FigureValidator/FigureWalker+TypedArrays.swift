import Diagnostics
import JSONCore
import ValidationTree

/// Objects where the schema has an attribute: typed arrays, and what is none.
extension FigureWalker {
  /// Walks an object that is the value of an attribute.
  ///
  /// `{"dtype", "bdata", "shape"}` is an array (plotly.js `src/lib/array.js`, `isTypedArraySpec`), right wherever arrays
  /// are, and then decoded.
  mutating func walkObjectValue(
    _ id: AttributeID, _ attribute: AttributeDefinition, in versions: VersionSet
  ) throws(ScanError) {
    let start = scanner.position
    var spec = TypedArraySpec()
    try scanner.openObject()
    var isFirst = true
    while let key = try scanner.nextKey(&isFirst) {
      if attribute.valType == .any, key.isName(.figlint, scanner.bytes) { notes.append(start) }
      try scanMember(key, &spec)
    }
    let range = start..<scanner.position
    if spec.isTypedArray { return judge(spec, id, attribute, at: range, in: versions) }
    switch attribute.valType {
    case .any: if watchesTexts { watch(range, nil, in: versions) }
    case .enumerated where attribute.values.map({ acceptsAnyText($0) }) ?? false:
      report(.acceptedByAccident, .acceptedByAccident(id), at: range, in: versions)
    case .color: try judgeColourObject(id, at: range, in: versions)
    case .colorscale: report(.colorscale, .colorscale, at: range, in: versions)
    default: report(.invalidValue, .invalidValue(id, .wrongKind, edge: nil), at: range, in: versions)
    }
  }

  /// Before plotly.js 4 an object of channels, `{"r": 255, "g": 0, "b": 0}`, was a colour.
  private mutating func judgeColourObject(
    _ id: AttributeID, at range: Range<Int>, in versions: VersionSet
  ) throws(ScanError) {
    let modern = versions.intersection(facts.modernColours)
    var refusing = modern
    if modern != versions {
      scanner.rewind(to: range.lowerBound)
      if try !ColourValue.scan(&scanner, grammar: .tinycolor) { refusing = versions }
    }
    if !refusing.isEmpty {
      report(.invalidValue, .invalidValue(id, .wrongKind, edge: nil), at: range, in: refusing)
    }
  }

  private mutating func scanMember(_ key: KeyToken, _ spec: inout TypedArraySpec) throws(ScanError) {
    let isString = scanner.peek() == UInt8(ascii: "\"")
    let start = scanner.position
    var string: StringToken?
    var kind = ValueKind.string
    if isString, key.isName(.bdata, scanner.bytes) {
      spec.base64 = try Base64.scan(&scanner)
      return
    }
    if isString { string = try scanner.scanString() } else { kind = try scanner.skipValue() }
    if key.isName(.dtype, scanner.bytes) {
      spec.type = string
    } else if key.isName(.bdata, scanner.bytes) {
      spec.base64 = nil
    } else if key.isName(.shape, scanner.bytes) {
      spec.shape = string.map { .text($0) } ?? (kind == .number ? .number(start..<scanner.position) : .unusable)
    }
  }

  private mutating func judge(
    _ spec: TypedArraySpec, _ id: AttributeID, _ attribute: AttributeDefinition, at range: Range<Int>,
    in versions: VersionSet
  ) {
    let takesArrays =
      attribute.valType == .dataArray || attribute.valType == .any || attribute.flags.contains(.arrayOk)
    guard takesArrays else {
      return report(.arrayNotAllowed, .arrayNotAllowed(id), at: range, in: versions)
    }
    let live = versions.intersection(facts.typedArrays)
    var survey = ArraySurvey()
    if !live.isEmpty, let fault = fault(of: spec, &survey) {
      report(.badTypedArray, .typedArray(fault), at: range, in: live)
    }
    if isNoting(live), noted.isCurrent(at: range.lowerBound) { noted.note(survey) }
    if live != versions, attribute.valType != .any {
      report(.bdataTooNew, .typedArray(.notSupported), at: range, in: versions.subtracting(live))
    }
  }

  /// Why plotly.js cannot decode a typed array as it was meant; nil if it can. O(length).
  ///
  /// - Parameter array: gets what is in it.
  private func fault(of spec: TypedArraySpec, _ array: inout ArraySurvey) -> TypedArrayFault? {
    guard let type = spec.type, let base64 = spec.base64 else { return nil }
    guard let element = withText(type, TypedArrayElement.init) else { return .unknownType }
    let survey = base64.survey ?? Base64.survey(scanner.bytes, base64.string)
    if survey.firstBad != nil { return .invalidBase64 }
    let shape: TypedArrayShape? =
      switch spec.shape {
      case .text(let text): withText(text) { TypedArrayShape($0, text: $1) }
      case .number(let range): TypedArrayShape(number: NumberText.double(scanner.bytes, range))
      case .unusable, nil: nil
      }
    do throws(TypedArrayLayout.Flaw) {
      let layout = try TypedArrayLayout(of: element, byteLength: survey.decodedLength, shape: shape)
      array = ArraySurvey(typed: layout, shape)
      return layout.flaw.map { .layout($0) }
    } catch {
      return .layout(error)
    }
  }
}

/// The members of an object that may be a typed array.
private struct TypedArraySpec {
  var type: StringToken?
  /// The text, and its survey if it is base64.
  var base64: (string: StringToken, survey: Base64.Survey?)?
  var shape: Shape?

  enum Shape {
    case text(StringToken)
    /// 0-based bytes of the number.
    case number(Range<Int>)
    /// Neither: plotly.js then does not take the object for a typed array.
    case unusable
  }

  /// Whether plotly.js takes the object for a typed array at all.
  var isTypedArray: Bool {
    if case .unusable = shape { return false }
    return type != nil && base64 != nil
  }
}
