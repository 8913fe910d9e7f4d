import Diagnostics
import JSONCore
import ValidationTree

/// The traces of one frame: which traces of `data` they update, and what was assumed about it.
struct FrameTraces {
  /// `traces` of the frame: an index in `data` for each of its traces, -1 where it names none.
  var targets: [Int] = []
  var hasTargets = false
  /// The traces without a type of their own (by position in the frame), and the type they got.
  var assumed: [(position: Int, type: TraceTypeOrdinal)] = []
}

/// `frames`: their traces have the type of those they update, their layouts that of the figure's and their own traces.
extension FigureWalker {
  /// - Parameter before: how many frames are before those of the list.
  mutating func walkFrames(behind before: Int = 0) throws(ScanError) {
    guard scanner.peek() == UInt8(ascii: "[") else { return try refuseContainer(expected: .array, in: targets) }
    try scanner.openArray()
    var isFirst = true
    var index = before
    while try scanner.nextElement(&isFirst) {
      let fact = openItem(index, NodeRef(.container, Int(tree.frame.rawValue)), in: targets)
      defer { close(fact) }
      index += 1
      if scanner.peek() == UInt8(ascii: "{") {
        try walkFrame()
      } else {
        try refuseContainer(expected: .object, in: targets)
      }
    }
  }

  /// Walks a frame. Where its `traces` come behind its `data` and say something else than was assumed, once more.
  private mutating func walkFrame() throws(ScanError) {
    let start = scanner.position
    let mark = problems.count
    let facts = noted.mark
    let types = presentTypes
    frame = FrameTraces()
    if try walkFrameMembers(mayStartAgain: true) == false {
      problems.removeSubrange(mark...)
      noted.goBack(to: facts)
      presentTypes = types
      frame.assumed.removeAll(keepingCapacity: true)
      scanner.rewind(to: start)
      _ = try walkFrameMembers(mayStartAgain: false)
    }
    presentTypes = types
  }

  /// - Returns: false if the frame must be walked again; its `traces` are known by then.
  private mutating func walkFrameMembers(mayStartAgain: Bool) throws(ScanError) -> Bool {
    let start = scanner.position
    var layout: (key: KeyToken, offset: Int)?
    var hasData = false
    var object = OpenObject(at: start)
    try scanner.openObject()
    while let key = try scanner.nextUnloggedKey(&object.isFirst) {
      if key.isName(.data, scanner.bytes) {
        scanner.log(key)
        hasData = true
        let fact = openFramePart(key)
        try walkFrameData()
        close(fact)
      } else if key.isName(.layout, scanner.bytes) {
        scanner.log(key)
        _ = scanner.peek()
        layout = (key, scanner.position)
        if hasData { try walkFrameLayout(key) } else { try scanner.skipValue() }
        if hasData { layout = nil }
      } else {
        let isTraces = key.isName(.traces, scanner.bytes) && scanner.peek() == UInt8(ascii: "[")
        let value = scanner.position
        try walkMember(key, of: tree.frame, in: targets, Scope(), &object)
        guard isTraces, mayStartAgain else { continue }
        try readFrameTargets(at: value)
        if frame.assumed.contains(where: { typeUpdated(by: $0.position) != $0.type }) {
          scanner.abandonObject(at: start)
          return false
        }
      }
    }
    if let layout {
      let behind = scanner.position
      scanner.rewind(to: layout.offset)
      try walkFrameLayout(layout.key)
      scanner.position = behind
    }
    return true
  }

  private mutating func walkFrameLayout(_ key: KeyToken) throws(ScanError) {
    let fact = openFramePart(key)
    isInFrame = true
    try walkLayout()
    isInFrame = false
    close(fact)
  }

  private mutating func openFramePart(_ key: KeyToken) -> Int {
    let word = isNoting(targets) ? word(of: key) : nil
    return open(word ?? FactMember.noName, NodeRef(.container, Int(tree.layout.rawValue)), key: key, in: targets)
  }

  private mutating func walkFrameData() throws(ScanError) {
    guard scanner.peek() == UInt8(ascii: "[") else { return try refuseContainer(expected: .array, in: targets) }
    try scanner.openArray()
    var isFirst = true
    var position = 0
    while try scanner.nextElement(&isFirst) {
      let fact = openItem(position, NodeRef(.container, Int(tree.traces.rawValue)), [.isItem, .isTrace], in: targets)
      defer { close(fact) }
      if scanner.peek() == UInt8(ascii: "{") {
        let type = typeUpdated(by: position)
        let trace = try walkTrace(in: targets, fallback: type, guess: type)
        if !trace.isDeclared { frame.assumed.append((position, type)) }
      } else {
        try refuseContainer(expected: .object, in: targets)
      }
      position += 1
    }
  }

  /// The type of the trace in `data` that the frame's trace at `position` updates.
  private func typeUpdated(by position: Int) -> TraceTypeOrdinal {
    let target = frame.hasTargets && position < frame.targets.count ? frame.targets[position] : position
    return target >= 0 && target < traceTypes.count ? traceTypes[target] : facts.scatter
  }

  /// Reads the indices in the array at `offset`, which was walked already.
  private mutating func readFrameTargets(at offset: Int) throws(ScanError) {
    let behind = scanner.position
    scanner.rewind(to: offset)
    frame.hasTargets = true
    frame.targets.removeAll(keepingCapacity: true)
    try scanner.openArray()
    var isFirst = true
    while try scanner.nextElement(&isFirst) {
      let byte = scanner.peek()
      let start = scanner.position
      let kind = try scanner.skipValue()
      var text = start..<scanner.position
      if byte == UInt8(ascii: "\"") { text = start + 1..<scanner.position - 1 }
      let isIndex = kind == .number || kind == .string
      frame.targets.append(isIndex ? index(text) : -1)
    }
    scanner.position = behind
  }

  /// The array index that JavaScript takes a number or text for; -1 for none.
  private func index(_ text: Range<Int>) -> Int {
    // As a text, only digits are an index. A number may have a point or an exponent.
    if scanner.bytes[text.upperBound] == UInt8(ascii: "\"") {
      let isCanonical = text.count == 1 || scanner.bytes[text.lowerBound] != UInt8(ascii: "0")
      guard isCanonical, !text.isEmpty, text.allSatisfy({ scanner.bytes[$0] &- UInt8(ascii: "0") < 10 }) else {
        return -1
      }
    }
    let value = NumberText.double(scanner.bytes, text)
    guard value >= 0, value < 0x1p31, value.rounded() == value else { return -1 }
    return Int(value)
  }
}
