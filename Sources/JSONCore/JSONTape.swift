/// A JSON text as a flat list of its values, in the order of the text: for small documents that are read as a whole, such
/// as schemas and configurations. Figures are never read this way.
///
/// An array is followed by its elements, an object by key, value, key, value …; each node knows the one behind all that it
/// holds. Values are named by their index in ``nodes``; 0 is the root. Nothing is decoded before it is asked for. An index
/// that does not exist stands for a null.
///
/// A tape borrows its text: it is good only within the scope that lent the bytes.
@frozen
package struct JSONTape {
  package let bytes: InputBytes
  package internal(set) var nodes: [Node] = []
  /// What the scanner passed over.
  package private(set) var issues: [TextIssue] = []

  /// The longest text that a tape can describe: 2 GiB.
  package static let maximumLength = Int(Int32.max)

  @frozen
  package struct Node: Sendable {
    /// 0-based bytes: for a string and a key the content between the quotes, else the whole value.
    package let start: UInt32
    /// Exclusive.
    package internal(set) var end: UInt32
    /// The node behind this one and all that it holds.
    package internal(set) var next: UInt32
    package let kind: ValueKind
    /// Whether a string or key must be decoded to be compared.
    package let hasEscapes: Bool
  }

  /// Reads one value and nothing behind it.
  ///
  /// - Parameter findingDuplicates: whether ``issues`` tell of keys that an object has twice. It takes a tenth of the time.
  /// - Precondition: `bytes` is no longer than ``maximumLength``.
  /// - Throws: what the scanner does not get over.
  /// - Complexity: O(length), without recursion.
  package init(
    _ bytes: InputBytes, maximumDepth: Int = JSONScanner.defaultMaximumDepth, findingDuplicates: Bool = true
  ) throws(ScanError) {
    precondition(bytes.count <= JSONTape.maximumLength)
    self.bytes = bytes
    var scanner = JSONScanner(bytes, range: 0..<bytes.count, maximumDepth: maximumDepth)
    scanner.passByteOrderMark()
    // Minified schemas have a value or a key in about nine bytes. Memory that is not used costs nothing; growing copies.
    nodes.reserveCapacity(bytes.count / 6)
    var open: [Int] = []
    var isFirst = false
    repeat {
      if let parent = open.last {
        let hasMore: Bool
        if nodes[parent].kind == .object {
          if let key = try scanner.nextUnloggedKey(&isFirst) {
            if findingDuplicates { scanner.log(key) }
            append(.string, key.string.content, hasEscapes: key.string.hasEscapes)
            hasMore = true
          } else {
            hasMore = false
          }
        } else {
          hasMore = try scanner.nextElement(&isFirst)
        }
        guard hasMore else {
          nodes[parent].end = UInt32(truncatingIfNeeded: scanner.position)
          nodes[parent].next = UInt32(truncatingIfNeeded: nodes.count)
          open.removeLast()
          continue
        }
      }
      if try appendValue(&scanner) {
        open.append(nodes.count - 1)
        isFirst = true
      }
    } while !open.isEmpty
    try scanner.expectEnd()
    issues = scanner.issues
  }

  /// Appends the next scalar, or the beginning of an array or object and returns true.
  private mutating func appendValue(_ scanner: inout JSONScanner) throws(ScanError) -> Bool {
    let first = scanner.peek()
    let start = scanner.position
    switch first {
    case UInt8(ascii: "\""):
      let string = try scanner.scanString()
      append(.string, string.content, hasEscapes: string.hasEscapes)
      return false
    case UInt8(ascii: "{"):
      try scanner.openObject()
      append(.object, start..<start)
      return true
    case UInt8(ascii: "["):
      try scanner.openArray()
      append(.array, start..<start)
      return true
    case UInt8(ascii: "-"), 0x30...0x39:
      let number = try scanner.scanNumber()
      append(number.kind, number.range)
      return false
    default:
      let kind = try scanner.scanLiteral()
      append(kind, start..<scanner.position)
      return false
    }
  }

  private mutating func append(_ kind: ValueKind, _ range: Range<Int>, hasEscapes: Bool = false) {
    nodes.append(
      Node(
        start: UInt32(truncatingIfNeeded: range.lowerBound), end: UInt32(truncatingIfNeeded: range.upperBound),
        next: UInt32(truncatingIfNeeded: nodes.count + 1), kind: kind, hasEscapes: hasEscapes))
  }
}

// MARK: - Reading

extension JSONTape {
  @inlinable package func kind(_ index: Int) -> ValueKind {
    UInt(bitPattern: index) < UInt(bitPattern: nodes.count) ? nodes[index].kind : .null
  }

  /// The bytes of a value: of a string or key without its quotes. 0-based.
  @inlinable package func range(_ index: Int) -> Range<Int> {
    guard UInt(bitPattern: index) < UInt(bitPattern: nodes.count) else { return 0..<0 }
    return Int(nodes[index].start)..<Int(nodes[index].end)
  }

  /// The index behind a value and all that it holds.
  @inlinable package func next(_ index: Int) -> Int {
    UInt(bitPattern: index) < UInt(bitPattern: nodes.count) ? Int(nodes[index].next) : nodes.count
  }

  /// The elements of an array, in order. Nothing for another value.
  @inlinable package func elements(_ index: Int) -> TapeItems {
    guard kind(index) == .array else { return TapeItems(nodes, position: 0, end: 0, isObject: false) }
    return TapeItems(nodes, position: index &+ 1, end: next(index), isObject: false)
  }

  /// The keys of an object, in order; the value of the key at `k` is at `k + 1`. Nothing for another value.
  @inlinable package func keys(_ index: Int) -> TapeItems {
    guard kind(index) == .object else { return TapeItems(nodes, position: 0, end: 0, isObject: true) }
    return TapeItems(nodes, position: index &+ 1, end: next(index), isObject: true)
  }

  /// The value of the member `name`, or nil. Of several the last one counts, as in JavaScript. O(members).
  @inlinable package func member(_ index: Int, _ name: StaticString) -> Int? {
    guard kind(index) == .object else { return nil }
    var found: Int?
    var key = index &+ 1
    let end = next(index)
    while key < end {
      if isText(key, name) { found = key &+ 1 }
      key = next(key &+ 1)
    }
    return found
  }

  /// Whether a string or key has this text.
  @inlinable package func isText(_ index: Int, _ text: StaticString) -> Bool {
    guard kind(index) == .string else { return false }
    guard nodes[index].hasEscapes else { return bytes.equals(range(index), text) }
    return string(index) == text.description
  }

  /// The text of a string or key; empty for another value.
  package func string(_ index: Int) -> String {
    guard kind(index) == .string else { return "" }
    return nodes[index].hasEscapes ? StringText.string(bytes, range(index)) : bytes.text(range(index))
  }

  /// The number at `index`; nil for another value and for a number beyond a double.
  package func number(_ index: Int) -> Double? {
    guard kind(index) == .number else { return nil }
    let value = NumberText.double(bytes, range(index))
    return value.isFinite ? value : nil
  }

  /// True or false; nil for another value.
  package func bool(_ index: Int) -> Bool? {
    switch kind(index) {
    case .true: true
    case .false: false
    default: nil
    }
  }

  /// The JSON text of a value without white space between tokens. O(length).
  package func compactText(_ index: Int) -> [UInt8] {
    var range = range(index)
    if kind(index) == .string { range = range.lowerBound - 1..<range.upperBound + 1 }
    var text: [UInt8] = []
    text.reserveCapacity(range.count)
    bytes.forEachTokenByte(in: range) { text.append($0) }
    return text
  }
}

extension InputBytes {
  /// Calls `body` with the bytes of the JSON text in `range` but for the white space between tokens. O(length).
  package func forEachTokenByte(in range: Range<Int>, _ body: (UInt8) -> Void) {
    var isInString = false
    var isEscaped = false
    for offset in range {
      let byte = self[offset]
      if isInString {
        isInString = isEscaped || byte != UInt8(ascii: "\"")
        isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
      } else if byte <= 0x20 {
        continue
      } else {
        isInString = byte == UInt8(ascii: "\"")
      }
      body(byte)
    }
  }
}

/// The elements of an array or the keys of an object.
@frozen
package struct TapeItems: Sequence, IteratorProtocol {
  @usableFromInline let nodes: [JSONTape.Node]
  @usableFromInline var position: Int
  @usableFromInline let end: Int
  @usableFromInline let isObject: Bool

  @inlinable init(_ nodes: [JSONTape.Node], position: Int, end: Int, isObject: Bool) {
    self.nodes = nodes
    self.position = position
    self.end = end
    self.isObject = isObject
  }

  @inlinable package mutating func next() -> Int? {
    guard position < end else { return nil }
    let item = position
    // An object's items are pairs.
    let value = isObject ? item &+ 1 : item
    position = value < nodes.count ? Int(nodes[value].next) : end
    return item
  }
}
