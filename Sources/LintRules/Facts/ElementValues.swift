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
    case .string: Double(StringText.string(bytes, range.dropFirst().dropLast()))
    default: nil
    }
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

  /// The elements of an array as texts: what a number is written as, nothing for null. Nil for an array that is too long.
  func texts(_ index: Int?) -> [String]? {
    guard let index, let survey = array(index), !survey.kinds.contains(.typed),
      facts.range(of: index).count <= FigureView.longestReread
    else { return nil }
    var texts: [String] = []
    texts.reserveCapacity(survey.count)
    forEachElement(index) { _, kind, range in
      switch kind {
      case .string: texts.append(StringText.string(bytes, range.dropFirst().dropLast()))
      case .null: texts.append("")
      default: texts.append(bytes.text(range))
      }
      return true
    }
    return texts
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
