package import Diagnostics
package import JSONCore

/// How a place in a text is reached from the root.
package struct FoundPlace: Sendable {
  /// The steps from the root of the text.
  package fileprivate(set) var path: [PathElement] = []
  /// Where the containers around the place open (0-based bytes), outermost first: the one at an index is that in which the
  /// step of the path at the same index is taken.
  package fileprivate(set) var containers: [Int] = []

  package init() {}
}

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
  /// What the walk knows of the values in each open container, and of those in the text itself.
  private let values: KnownValues?
  private var known: [KnownValues.Inside] = []
  /// Whether the value of the innermost step has been passed: what follows belongs to the container.
  private var isBehindValue = false
  private let offsets: [Int]
  /// The index of the offset that is looked for.
  private var next = 0
  private var place = FoundPlace()
  /// How many steps of the place's path are those of `steps`: the others were left since.
  private var kept = 0

  /// Calls `body` with the index of each of `offsets`, which ascend, and the place of the value or key at it, or of the
  /// innermost value around it. O(text + total length of the paths that differ), where the text is what `values` does not know.
  ///
  /// - Parameter values: what is known of the figure that the text is.
  package static func findPlaces(
    at offsets: [Int], in bytes: InputBytes, range: Range<Int>, maximumDepth: Int, knowing values: KnownValues? = nil,
    _ body: (Int, FoundPlace) -> Void
  ) {
    var finder = PathFinder(
      scanner: JSONScanner(bytes, range: range, maximumDepth: maximumDepth), offsets: offsets, values: values)
    finder.scanner.passByteOrderMark()
    // A broken text ends the pass where the walk ended too: what is left belongs to the place it broke at.
    try? finder.walk(body)
    finder.give(upTo: .max, body)
  }

  /// The path of each of `offsets`, which ascend; see ``findPlaces(at:in:range:maximumDepth:_:)``.
  package static func paths(
    of offsets: [Int], in bytes: InputBytes, range: Range<Int>, maximumDepth: Int
  ) -> [[PathElement]] {
    var paths: [[PathElement]] = []
    findPlaces(at: offsets, in: bytes, range: range, maximumDepth: maximumDepth) { _, place in paths.append(place.path)
    }
    return paths
  }

  private init(scanner: JSONScanner, offsets: [Int], values: KnownValues?) {
    self.scanner = scanner
    self.offsets = offsets
    self.values = values
  }

  /// Gives the present place to all offsets before `end`.
  private mutating func give(upTo end: Int, _ body: (Int, FoundPlace) -> Void) {
    guard next < offsets.count, offsets[next] < end else { return }
    updatePath()
    while next < offsets.count, offsets[next] < end {
      body(next, place)
      next += 1
    }
  }

  private mutating func updatePath() {
    let depth = steps.count - (isBehindValue ? 1 : 0)
    while place.path.count > min(kept, depth) { place.path.removeLast() }
    for step in steps[place.path.count..<depth] {
      switch step {
      case .member(let key?): place.path.append(.key(StringText.string(scanner.bytes, key.content)))
      case .element(let index) where index >= 0: place.path.append(.index(index))
      default: break  // the innermost container, before its first member or element
      }
    }
    kept = place.path.count
  }

  private mutating func walk(_ body: (Int, FoundPlace) -> Void) throws(ScanError) {
    var isFirst = true
    try walkValue(&isFirst, body)
    while let step = steps.last, next < offsets.count {
      switch step {
      case .member:
        // Repeated keys are no matter here.
        if let key = try scanner.nextUnloggedKey(&isFirst) {
          give(upTo: key.string.range.lowerBound, body)
          enter(.member(key.string))
          give(upTo: scanner.position, body)
          try walkValue(&isFirst, body)
        } else {
          try leave(&isFirst, body)
        }
      case .element(let index):
        if try scanner.nextElement(&isFirst) {
          give(upTo: scanner.position, body)
          enter(.element(index + 1))
          try walkValue(&isFirst, body)
        } else {
          try leave(&isFirst, body)
        }
      }
    }
  }

  /// Takes a step in the innermost container.
  private mutating func enter(_ step: Step) {
    steps[steps.count - 1] = step
    kept = min(kept, steps.count - 1)
    isBehindValue = false
  }

  /// Passes a scalar, or enters a container.
  private mutating func walkValue(
    _ isFirst: inout Bool, _ body: (Int, FoundPlace) -> Void
  ) throws(ScanError) {
    let byte = scanner.peek()
    let offset = scanner.position
    let value = known.isEmpty ? nil : values?.value(at: offset, &known[known.count - 1])
    if let end = value?.end, next < offsets.count, offsets[next] >= end {
      scanner.position = end
      isBehindValue = !steps.isEmpty
      return
    }
    switch byte {
    case UInt8(ascii: "{"):
      give(upTo: offset + 1, body)
      try scanner.openObject()
      open(.member(nil), at: offset, value)
      isFirst = true
    case UInt8(ascii: "["):
      give(upTo: offset + 1, body)
      // Of what is known, a place is in it.
      if value == nil, passPlainArray() { return }
      try scanner.openArray()
      open(.element(-1), at: offset, value)
      isFirst = true
    default:
      try scanner.skipValue()
      give(upTo: scanner.position, body)
      isBehindValue = !steps.isEmpty
    }
  }

  /// Enters the container at `offset`, which was opened.
  private mutating func open(_ step: Step, at offset: Int, _ value: KnownValues.Value?) {
    if values != nil { known.append(steps.isEmpty ? .figure : value?.inside ?? .nothing) }
    steps.append(step)
    place.containers.append(offset)
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
    guard (try? ahead.skipValue()) != nil, next < offsets.count, offsets[next] >= ahead.position else { return false }
    scanner = ahead
    isBehindValue = !steps.isEmpty
    return true
  }

  /// Leaves the innermost container, which has just been passed.
  private mutating func leave(
    _ isFirst: inout Bool, _ body: (Int, FoundPlace) -> Void
  ) throws(ScanError) {
    steps.removeLast()
    place.containers.removeLast()
    if values != nil { known.removeLast() }
    kept = min(kept, steps.count)
    isBehindValue = false
    give(upTo: scanner.position, body)
    isBehindValue = !steps.isEmpty
    isFirst = false
  }
}
