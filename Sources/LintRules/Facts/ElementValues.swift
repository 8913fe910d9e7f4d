import FigureValidator
import JSONCore

extension FigureView {
  /// Longer texts of arrays are not read a second time: a rule must not cost more than the check.
  static let longestReread = 1_000_000

  /// The numbers of an array, typed or plain, by their positions: calls `body` with each until it returns false. Texts that are
  /// numbers count, what is none is `nil`. Nothing for an array that is too long to be read again. O(length).
  func forEachNumber(_ index: Int?, _ body: (Int, Double?) -> Bool) {
    guard let index, let survey = array(index), facts.range(of: index).count <= FigureView.longestReread else { return }
    if survey.kinds.contains(.typed) {
      guard let values = TypedArrayValues(facts.range(of: index), bytes) else { return }
      for position in 0..<values.count where !body(position, values[position]) { return }
      return
    }
    forEachElement(index) { position, kind, range in body(position, number(kind, range)) }
  }

  /// The number that an element is, also as a text.
  func number(_ kind: ValueKind, _ range: Range<Int>) -> Double? {
    switch kind {
    case .number: NumberText.double(bytes, range)
    case .string: number(inText: range.dropFirst().dropLast())
    default: nil
    }
  }

  private func number(inText content: Range<Int>) -> Double? {
    // Digits with a point among them are read as a number; whatever else Swift reads is rare.
    var offset = content.lowerBound
    if bytes[offset] == UInt8(ascii: "-") { offset += 1 }
    let isDecimal = passDigits(&offset, content.upperBound)
    if isDecimal, offset < content.upperBound, bytes[offset] == UInt8(ascii: ".") {
      offset += 1
      if !passDigits(&offset, content.upperBound) { offset = content.lowerBound }
    }
    return isDecimal && offset == content.upperBound
      ? NumberText.double(bytes, content) : Double(StringText.string(bytes, content))
  }

  /// Whether there is any digit at `offset`; passes all there are.
  private func passDigits(_ offset: inout Int, _ end: Int) -> Bool {
    let start = offset
    while offset < end, bytes[offset] &- UInt8(ascii: "0") < 10 { offset += 1 }
    return offset > start
  }

  /// All numbers of an array; nil for one that is too long.
  func numbers(_ index: Int?) -> [Double?]? {
    guard let index, let survey = array(index), facts.range(of: index).count <= FigureView.longestReread else {
      return nil
    }
    var numbers: [Double?] = []
    numbers.reserveCapacity(survey.count)
    forEachNumber(index) { _, number in
      numbers.append(number)
      return true
    }
    return numbers
  }

  /// The elements of an array as texts: what stands in a string, what a number is written as, nothing for null. Nil for an array that
  /// is too long.
  func texts(_ index: Int?) -> ElementTexts? {
    guard let index, let survey = array(index), !survey.kinds.contains(.typed),
      facts.range(of: index).count <= FigureView.longestReread
    else { return nil }
    var texts = ElementTexts()
    texts.ranges.reserveCapacity(survey.count)
    var plain = PlainTexts(bytes, range(of: index))
    while let text = plain.next() { texts.ranges.append(text.lowerBound + 1..<text.upperBound - 1) }
    if plain.isAtEnd { return texts }
    texts.ranges.removeAll(keepingCapacity: true)
    forEachElement(index) { _, kind, range in
      switch kind {
      case .string: texts.ranges.append(range.lowerBound + 1..<range.upperBound - 1)
      case .null: texts.ranges.append(range.lowerBound..<range.lowerBound)
      default: texts.ranges.append(range)
      }
      return true
    }
    texts.haveEscapes = bytes.firstOffset(of: UInt8(ascii: "\\"), in: facts.range(of: index)) != nil
    return texts
  }

  /// Whether a text holds `part`.
  func holds(_ index: Int?, _ part: StaticString) -> Bool {
    guard let index, facts.members[index].kind == .string else { return false }
    let content = facts.range(of: index).dropFirst().dropLast()
    if bytes.holds(part, in: content) { return true }
    guard bytes.firstOffset(of: UInt8(ascii: "\\"), in: content) != nil else { return false }
    return StringText.decoded(bytes, content).withInputBytes { $0.holds(part, in: 0..<$0.count) }
  }

  /// The range of an element of an array, for a finding at just this place; that of the array where it is typed.
  func range(ofElement position: Int, in index: Int) -> Range<Int> {
    var found = facts.range(of: index)
    forEachElement(index) { current, _, range in
      if current == position { found = range }
      return current < position
    }
    return found
  }
}

/// Where the texts of an array's elements stand in some bytes.
struct ElementTexts {
  var ranges: [Range<Int>] = []
  /// Whether any of them is written with escapes.
  var haveEscapes = false

  /// The same texts without escapes, appended to `text`, and where they stand in that.
  func decoded(_ bytes: InputBytes, into text: inout [UInt8]) -> ElementTexts {
    var decoded = ElementTexts()
    decoded.ranges.reserveCapacity(ranges.count)
    for range in ranges {
      let start = text.count
      if bytes.firstOffset(of: UInt8(ascii: "\\"), in: range) == nil {
        bytes.append(range, to: &text)
      } else {
        text += StringText.decoded(bytes, range)
      }
      decoded.ranges.append(start..<text.count)
    }
    return decoded
  }
}
