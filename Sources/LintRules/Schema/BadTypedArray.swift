package import Diagnostics
package import FigureValidator
import JSONCore
import ValidationTree

/// plotly.js cannot decode a typed array.
package enum BadTypedArray: Rule {
  package static let metadata = RuleMetadata(
    id: .badTypedArray, name: "bad-typed-array", severity: .error, since: "0.1.0",
    summary: "a typed array cannot be decoded as it was meant",
    rationale: """
      {"dtype", "bdata", "shape"} holds numbers as base64 (plotly.js 2.28 and later, src/lib/array.js). Where the bytes \
      do not fit the type or the shape plotly.js throws and draws nothing, or leaves a part of the data away.
      """,
    wrong: #"{"data": [{"y": {"dtype": "i2", "bdata": "AQACAAM="}}]}"#,
    right: #"{"data": [{"y": {"dtype": "i2", "bdata": "AQACAAMA"}}]}"#,
    remedy: "write dtype, bdata and shape from one and the same array, as the Python package does")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    guard case .typedArray(let fault) = problem.detail else { return Words("bad typed array") }
    let parts = TypedArrayParts(problem.range, context.bytes)
    switch fault {
    case .unknownType: return unknownType(parts)
    case .invalidBase64: return Words("'bdata' is not base64", help: "\(parts.flawOfBase64)")
    case .notSupported: return Words("typed arrays need plotly.js 2.28 or newer")
    case .layout(let flaw): return words(flaw, parts)
    }
  }

  private static func unknownType(_ parts: TypedArrayParts) -> Words {
    let names = TypedArrayElement.allCases.map { "\($0.names.short)" }
    let shown = parts.type?.shown ?? "nothing"
    let help: String? =
      switch parts.type?.text {
      case "i8", "u8", "int64", "uint64", "<i8", "<u8": "JavaScript has no 64-bit integers: convert to 'f8' or 'i4'"
      case "f2", "float16": "convert to 'f4'"
      case let text? where text.hasPrefix("<") || text.hasPrefix(">") || text.hasPrefix("|"):
        "write it without the mark of the byte order: bytes are little-endian"
      case let text?:
        EnglishList.didYouMean(
          NearestNames.matches(to: text, among: names + TypedArrayElement.allCases.map { "\($0.names.long)" }).shown)
      case nil: nil
      }
    return Words("the dtype \(shown) is not one of \(EnglishList.quoted(names))", help: help)
  }

  private static func words(_ flaw: TypedArrayLayout.Flaw, _ parts: TypedArrayParts) -> Words {
    let size = EnglishList.count(parts.elementSize, "byte")
    let shape = parts.shape?.shown ?? ""
    switch flaw {
    case .partialElement:
      return Words("'bdata' holds \(EnglishList.count(parts.byteCount, "byte")), which is no multiple of \(size)")
    case .tooFewElements:
      return Words("the shape \(shape) asks for more than the \(parts.elements) in 'bdata'", help: parts.rule)
    case .tooManyDimensions:
      return Words("the shape \(shape) has more than \(TypedArrayShape.maximumRank) dimensions")
    case .badDimension: return Words("the shape \(shape) has a dimension that is no whole number")
    case .tooManyElements:
      return Words("the shape \(shape) leaves a part of the \(parts.elements) in 'bdata' away", help: parts.rule)
    case .ignoredShape:
      return Words("the shape \(shape) is not the number of elements: 'bdata' has \(parts.elements)")
    }
  }
}

/// The members of a typed array, for messages.
private struct TypedArrayParts {
  var type: ReceivedValue?
  var shape: ReceivedValue?
  var byteCount = 0
  var elementSize = 1
  private var firstBad: (offset: Int, shown: String)?

  init(_ range: Range<Int>, _ bytes: InputBytes) {
    var scanner = JSONScanner(bytes, range: range)
    var members: (type: Range<Int>?, data: Range<Int>?, shape: Range<Int>?) = (nil, nil, nil)
    try? scanner.forEachMember { (key, scanner) throws(ScanError) in
      _ = scanner.peek()
      let start = scanner.position
      try scanner.skipValue()
      let value = start..<scanner.position
      if key.hasText("dtype", bytes) { members.type = value }
      if key.hasText("bdata", bytes) { members.data = value }
      if key.hasText("shape", bytes) { members.shape = value }
    }
    type = members.type.map { ReceivedValue(bytes, $0) }
    shape = members.shape.map { ReceivedValue(bytes, $0) }
    if let name = type?.text {
      elementSize = Array(name.utf8).withInputBytes { TypedArrayElement($0, 0..<$0.count)?.size } ?? 1
    }
    guard let data = members.data.map({ ReceivedValue(bytes, $0) }), data.kind == .string else { return }
    StringText.decoded(bytes, data.content).withInputBytes { text in
      let survey = Base64.survey(text, 0..<text.count)
      byteCount = survey.decodedLength
      firstBad = survey.firstBad.map { ($0, ClippedText(raw: $0..<min($0 + 1, text.count), text).quoted) }
    }
  }

  /// `12 elements of 8 bytes`.
  var elements: String {
    "\(EnglishList.count(byteCount / elementSize, "element")) of \(EnglishList.count(elementSize, "byte"))"
  }

  var rule: String { "the product of the shape is the number of elements" }

  var flawOfBase64: String {
    guard let firstBad, firstBad.shown != "''" else { return "it ends in the middle of a group of four" }
    return
      "\(firstBad.shown) at character \(firstBad.offset) does not belong there: letters, digits, '+', '/' and '=' at the end"
  }
}
