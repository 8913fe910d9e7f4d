package import Diagnostics
package import JSONCore

/// Finds the paths of places in a text again, which the walk did not record.
///
/// One pass over the text up to the last of the places, whatever their number; the text may be broken behind them.
package struct PathFinder {
  private enum Step {
    /// An open object, with the key of the member at hand.
    case member(StringToken?)
    /// An open array, with the index of the element at hand; -1 before the first.
    case element(Int)
  }

  private var scanner: JSONScanner
  private var steps: [Step] = []
  /// Whether the value of the innermost step has been passed: what follows belongs to the container.
  private var isBehindValue = false
  private var places: ArraySlice<Int>
  private var paths: [[PathElement]] = []

  /// The path of each of `offsets`, which ascend: that of the value or key at the offset, or of the innermost value around
  /// it. O(text + total length of the paths).
  package static func paths(
    of offsets: [Int], in bytes: InputBytes, range: Range<Int>, maximumDepth: Int
  ) -> [[PathElement]] {
    var finder = PathFinder(
      scanner: JSONScanner(bytes, range: range, maximumDepth: maximumDepth), places: offsets[...])
    finder.paths.reserveCapacity(offsets.count)
    finder.scanner.passByteOrderMark()
    // A broken text ends the pass where the walk ended too: what is left belongs to the place it broke at.
    try? finder.walk()
    finder.give(upTo: .max)
    return finder.paths
  }

  private init(scanner: JSONScanner, places: ArraySlice<Int>) {
    self.scanner = scanner
    self.places = places
  }

  /// Gives the present path to all places before `offset`.
  private mutating func give(upTo offset: Int) {
    guard let first = places.first, first < offset else { return }
    let path = steps.prefix(steps.count - (isBehindValue ? 1 : 0)).compactMap { step -> PathElement? in
      switch step {
      case .member(let key): key.map { .key(StringText.string(scanner.bytes, $0.content)) }
      case .element(let index): index < 0 ? nil : .index(index)
      }
    }
    while let place = places.first, place < offset {
      paths.append(path)
      places.removeFirst()
    }
  }

  private mutating func walk() throws(ScanError) {
    var isFirst = true
    try walkValue(&isFirst)
    while let step = steps.last, !places.isEmpty {
      switch step {
      case .member:
        if let key = try scanner.nextKey(&isFirst) {
          give(upTo: key.string.range.lowerBound)
          steps[steps.count - 1] = .member(key.string)
          isBehindValue = false
          give(upTo: scanner.position)
          try walkValue(&isFirst)
        } else {
          try leave(&isFirst)
        }
      case .element(let index):
        if try scanner.nextElement(&isFirst) {
          give(upTo: scanner.position)
          steps[steps.count - 1] = .element(index + 1)
          isBehindValue = false
          try walkValue(&isFirst)
        } else {
          try leave(&isFirst)
        }
      }
    }
  }

  /// Passes a scalar, or enters a container.
  private mutating func walkValue(_ isFirst: inout Bool) throws(ScanError) {
    switch scanner.peek() {
    case UInt8(ascii: "{"):
      give(upTo: scanner.position + 1)
      try scanner.openObject()
      steps.append(.member(nil))
      isFirst = true
    case UInt8(ascii: "["):
      give(upTo: scanner.position + 1)
      if passPlainArray() { return }
      try scanner.openArray()
      steps.append(.element(-1))
      isFirst = true
    default:
      try scanner.skipValue()
      give(upTo: scanner.position)
      isBehindValue = !steps.isEmpty
    }
  }

  /// Passes the array at the scanner's position if it is one of data, whose elements are no containers, and none of the
  /// places is in it: nearly all of a figure's text is in such arrays.
  private mutating func passPlainArray() -> Bool {
    var ahead = scanner
    ahead.position += 1
    switch ahead.peek() {
    case UInt8(ascii: "\""), UInt8(ascii: "-"), 0x30...0x39: break
    default: return false
    }
    ahead.position = scanner.position
    guard (try? ahead.skipValue()) != nil, let next = places.first, next >= ahead.position else { return false }
    scanner = ahead
    isBehindValue = !steps.isEmpty
    return true
  }

  /// Leaves the innermost container, which has just been passed.
  private mutating func leave(_ isFirst: inout Bool) throws(ScanError) {
    steps.removeLast()
    isBehindValue = false
    give(upTo: scanner.position)
    isBehindValue = !steps.isEmpty
    isFirst = false
  }
}
