import JSONCore

/// Names of one length in a text that is there from the start, in order and with a space between two: a table that
/// needs neither memory nor time to set up.
struct SortedNames {
  let text: StaticString
  /// The length of each name, in bytes.
  let length: Int

  init(_ text: StaticString, length: Int) {
    self.text = text
    self.length = length
    assert(text.utf8CodeUnitCount % (length + 1) == length, "names of another length in '\(text)'")
  }

  var count: Int { (text.utf8CodeUnitCount + 1) / (length + 1) }

  /// Whether the text in `range`, read in lower case, is among the names. O(log n) comparisons.
  func contains(_ bytes: InputBytes, _ range: Range<Int>) -> Bool {
    guard range.count == length else { return false }
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      switch order(bytes, range, beside: middle) {
      case 0: return true
      case ..<0: high = middle
      default: low = middle + 1
      }
    }
    return false
  }

  /// Below 0, 0 or above 0 as the text in `range` comes before, is or comes behind the name with `index`.
  private func order(_ bytes: InputBytes, _ range: Range<Int>, beside index: Int) -> Int {
    for i in 0..<length {
      let difference = Int(LowercaseText.byte(bytes, at: range.lowerBound + i)) - Int(byte(i, ofName: index))
      if difference != 0 { return difference }
    }
    return 0
  }
}
