package import JSONCore

/// What suggestions need to know of a figure besides the place at hand: the types of its traces, and which keys an
/// object has. Read from the text when it is first asked for.
///
/// For one input, and for one task at a time.
package final class FigureOutline {
  private let bytes: InputBytes
  private let range: Range<Int>
  private lazy var traces = TraceTypes(bytes, range)
  private var objects: EnclosingObjects
  /// The object that was asked for last: nearly always the next one, too.
  private var lastObject: (offset: Int, keys: Set<String>)?

  /// Prepares an outline of the figure in `range` of `bytes`, which must stay valid as long as the outline is used.
  package init(_ bytes: InputBytes, range: Range<Int>) {
    self.bytes = bytes
    self.range = range
    objects = EnclosingObjects(bytes, range)
  }

  /// The type that trace `index` (0-based) of `data` names.
  func traceType(at index: Int) -> String? { traces.inData.indices.contains(index) ? traces.inData[index] : nil }

  /// The type of a trace in a frame: its own, or that of the trace in `data` that it updates.
  func traceType(at index: Int, inFrame frame: Int) -> String? {
    guard traces.inFrames.indices.contains(frame) else { return traceType(at: index) }
    let found = traces.inFrames[frame]
    if found.types.indices.contains(index), let own = found.types[index] { return own }
    return traceType(at: found.targets.indices.contains(index) ? found.targets[index] : index)
  }

  /// The keys of the object in which the key at `offset` stands; none where there is no key at `offset`.
  ///
  /// - Complexity: O(text) for all places of a text together if they are asked for in ascending order, and the length of
  ///   the object.
  package func keys(besideKeyAt offset: Int) -> Set<String> {
    guard let object = objects.object(aroundKeyAt: offset) else { return [] }
    if let lastObject, lastObject.offset == object { return lastObject.keys }
    let keys = FigureOutline.keys(ofObjectAt: object, bytes, range)
    lastObject = (object, keys)
    return keys
  }

  private static func keys(ofObjectAt offset: Int, _ bytes: InputBytes, _ range: Range<Int>) -> Set<String> {
    var keys: Set<String> = []
    var scanner = JSONScanner(bytes, range: offset..<range.upperBound, maximumDepth: .max)
    // What follows a break in the text does not count.
    try? scanner.forEachMember { (key, scanner) throws(ScanError) in
      keys.insert(StringText.string(scanner.bytes, key.string.content))
      try scanner.skipValue()
    }
    return keys
  }
}

/// Finds the object that a key stands in, going through the text once.
private struct EnclosingObjects {
  private let start: JSONScanner
  private var scanner: JSONScanner
  /// The opening bracket of each open container, and whether it is an object.
  private var open: [(offset: Int, isObject: Bool)] = []
  private var isFirst = true
  private var isStarted = false
  private var last: (key: Int, object: Int)?

  init(_ bytes: InputBytes, _ range: Range<Int>) {
    scanner = JSONScanner(bytes, range: range, maximumDepth: .max)
    scanner.passByteOrderMark()
    start = scanner
  }

  mutating func object(aroundKeyAt offset: Int) -> Int? {
    if let last, last.key == offset { return last.object }
    if scanner.position > offset {
      scanner = start
      open = []
      isStarted = false
    }
    return try? search(offset)
  }

  private mutating func search(_ offset: Int) throws(ScanError) -> Int? {
    if !isStarted {
      isStarted = true
      try passScalarOrOpen()
    }
    while let container = open.last {
      if container.isObject {
        guard let key = try scanner.nextKey(&isFirst) else {
          leave()
          continue
        }
        let found = key.string.range.lowerBound
        if found >= offset { last = (found, container.offset) }
        try passScalarOrOpen()
        if found >= offset { return found == offset ? container.offset : nil }
      } else if try scanner.nextElement(&isFirst) {
        try passScalarOrOpen()
      } else {
        leave()
      }
    }
    return nil
  }

  private mutating func passScalarOrOpen() throws(ScanError) {
    let byte = scanner.peek()
    let offset = scanner.position
    switch byte {
    case UInt8(ascii: "{"):
      try scanner.openObject()
      open.append((offset, true))
      isFirst = true
    case UInt8(ascii: "["):
      try scanner.openArray()
      open.append((offset, false))
      isFirst = true
    default:
      try scanner.skipValue()
      isFirst = false
    }
  }

  private mutating func leave() {
    open.removeLast()
    isFirst = false
  }
}

/// The types that the traces of a figure name.
private struct TraceTypes {
  private(set) var inData: [String?] = []
  private(set) var inFrames: [(types: [String?], targets: [Int])] = []

  init(_ bytes: InputBytes, _ range: Range<Int>) {
    var scanner = JSONScanner(bytes, range: range, maximumDepth: .max)
    scanner.passByteOrderMark()
    // What comes before a break in the text is known all the same.
    try? readFigure(&scanner)
  }

  private mutating func readFigure(_ scanner: inout JSONScanner) throws(ScanError) {
    try scanner.forEachMember { (key, scanner) throws(ScanError) in
      if key.hasText("data", scanner.bytes) {
        try TraceTypes.read(&scanner, into: &inData)
      } else if key.hasText("frames", scanner.bytes) {
        try scanner.forEachElement { (scanner) throws(ScanError) in
          inFrames.append(([], []))
          try readFrame(&scanner)
        }
      } else {
        try scanner.skipValue()
      }
    }
  }

  private mutating func readFrame(_ scanner: inout JSONScanner) throws(ScanError) {
    let index = inFrames.count - 1
    try scanner.forEachMember { (key, scanner) throws(ScanError) in
      if key.hasText("data", scanner.bytes) {
        try TraceTypes.read(&scanner, into: &inFrames[index].types)
      } else if key.hasText("traces", scanner.bytes) {
        try scanner.forEachElement { (scanner) throws(ScanError) in
          _ = scanner.peek()
          let start = scanner.position
          let kind = try scanner.skipValue()
          let value = kind == .number ? NumberText.double(scanner.bytes, start..<scanner.position) : -1
          inFrames[index].targets.append(Int(exactly: value) ?? -1)
        }
      } else {
        try scanner.skipValue()
      }
    }
  }

  private static func read(_ scanner: inout JSONScanner, into types: inout [String?]) throws(ScanError) {
    try scanner.forEachElement { (scanner) throws(ScanError) in types.append(try scanner.textOfMember("type")) }
  }
}
