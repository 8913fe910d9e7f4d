package import FigureValidator
package import JSONCore

/// What suggestions need to know of a figure besides the place at hand: the types of its traces, and which keys an
/// object has. Read from the text when it is first asked for.
///
/// For one input, and for one task at a time.
package final class FigureOutline {
  private let bytes: InputBytes
  private let text: FigureText
  /// What is known of the figure.
  let values: KnownValues?
  private lazy var traces = TraceTypes(bytes, text)
  /// Reads objects; kept, since to make one takes longer than to read a small object.
  private var scanner: JSONScanner
  /// The trace whose type was asked for last.
  private var lastTrace: (offset: Int, type: String?)?
  /// Objects that were asked for; those that end before the last place are forgotten, so that few are left.
  private var objects: [MemberList] = []

  /// Prepares an outline of the figure at `text` in `bytes`, which must stay valid as long as the outline is used.
  ///
  /// - Parameter values: what is known of the figure.
  package init(_ bytes: InputBytes, _ text: FigureText, knowing values: KnownValues? = nil) {
    self.bytes = bytes
    self.text = text
    self.values = values
    scanner = JSONScanner(bytes, range: text.range, maximumDepth: .max)
  }

  /// The type that the trace which opens at `offset` (0-based bytes) names; nil where no object opens there.
  func traceType(ofTraceAt offset: Int) -> String? {
    if let last = lastTrace, last.offset == offset { return last.type }
    let type: String?
    if let value = values?.member("type", inObjectAt: offset, bytes), value.count > 1 {
      type =
        bytes[value.lowerBound] == UInt8(ascii: "\"")
        ? StringText.string(bytes, value.lowerBound + 1..<value.upperBound - 1) : nil
    } else {
      type = members(ofObjectAt: offset).type
    }
    lastTrace = (offset, type)
    return type
  }

  /// Whether the object that opens at `offset` has a member called `name`. O(length of the object) at most, see
  /// ``members(ofObjectAt:)``.
  func hasMember(_ name: String, ofObjectAt offset: Int) -> Bool {
    // Of a short object the text alone mostly tells that it has none.
    if let object = values?.object(at: offset), object.count < FigureOutline.shortObject {
      let isWritten = name.utf8.span.withInputBytes { bytes.holds($0, in: object) }
      if !isWritten, bytes.firstOffset(of: UInt8(ascii: "\\"), in: object) == nil { return false }
    }
    return members(ofObjectAt: offset).contains(name)
  }

  /// To look through so many bytes costs less than to go over the members.
  private static let shortObject = 256

  /// The type that trace `index` (0-based) of `data` names.
  private func traceType(at index: Int) -> String? {
    traces.inData.indices.contains(index) ? traces.inData[index] : nil
  }

  /// The type of a trace in a frame: its own, or that of the trace in `data` that it updates.
  func traceType(at index: Int, inFrame frame: Int) -> String? {
    guard traces.inFrames.indices.contains(frame) else { return traceType(at: index) }
    let found = traces.inFrames[frame]
    if found.types.indices.contains(index), let own = found.types[index] { return own }
    return traceType(at: found.targets.indices.contains(index) ? found.targets[index] : index)
  }

  /// The members of the object that opens at `offset` (0-based bytes); none where no object opens there.
  ///
  /// - Complexity: O(length of the object), once for each object if places are asked for in the order of the text.
  func members(ofObjectAt offset: Int) -> MemberList {
    while let last = objects.last, last.range.upperBound <= offset { objects.removeLast() }
    if let known = objects.last(where: { $0.range.lowerBound == offset }) { return known }
    let end = end(ofTextAt: offset)
    if scanner.end != end || scanner.depth > 0 { scanner = JSONScanner(bytes, range: offset..<end, maximumDepth: .max) }
    let list = MemberList(ofObjectAt: offset, &scanner, knowing: values)
    objects.append(list)
    return list
  }

  /// Where the text around `offset` ends.
  private func end(ofTextAt offset: Int) -> Int {
    switch text {
    case .whole(let range): range.upperBound
    case .parts(let parts): parts.first { $0.range.contains(offset) }?.range.upperBound ?? offset
    }
  }
}

/// The types that the traces of a figure name.
private struct TraceTypes {
  private(set) var inData: [String?] = []
  private(set) var inFrames: [(types: [String?], targets: [Int])] = []

  init(_ bytes: InputBytes, _ text: FigureText) {
    // What comes before a break in the text is known all the same.
    switch text {
    case .whole(let range):
      var scanner = JSONScanner(bytes, range: range, maximumDepth: .max)
      scanner.passByteOrderMark()
      try? readFigure(&scanner)
    case .parts(let parts):
      for part in parts {
        var scanner = JSONScanner(bytes, range: part.range, maximumDepth: .max)
        switch part.member {
        case .data: try? TraceTypes.read(&scanner, into: &inData)
        case .frames: try? readFrames(&scanner)
        case .layout, .config: break
        }
      }
    }
  }

  private mutating func readFigure(_ scanner: inout JSONScanner) throws(ScanError) {
    try scanner.forEachMember { (key, scanner) throws(ScanError) in
      if key.hasText("data", scanner.bytes) {
        try TraceTypes.read(&scanner, into: &inData)
      } else if key.hasText("frames", scanner.bytes) {
        try readFrames(&scanner)
      } else {
        try scanner.skipValue()
      }
    }
  }

  private mutating func readFrames(_ scanner: inout JSONScanner) throws(ScanError) {
    try scanner.forEachElement { (scanner) throws(ScanError) in
      inFrames.append(([], []))
      try readFrame(&scanner)
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
