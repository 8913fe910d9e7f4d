import Diagnostics
package import JSONCore
import ValidationTree

/// The root of a figure: `data`, `layout`, `frames`, `config`.
extension FigureWalker {
  /// What the text is meant to be.
  package enum Kind: Sendable {
    case figure
    /// What stands at `layout.template`: `{"data": …, "layout": …}`.
    case template
  }

  /// Walks the whole text. Afterwards ``problems`` and ``root`` tell what was found. O(length).
  package mutating func walk(as kind: Kind) {
    scanner.passByteOrderMark()
    do throws(ScanError) {
      switch kind {
      case .figure: try walkFigure()
      case .template: try walkTemplateFile()
      }
      try scanner.expectEnd()
      root.isComplete = true
    } catch {
      report(error)
    }
    reportTextIssues()
  }

  /// Walks the figure that the text begins with, and leaves to the caller what follows it, from ``position`` on. O(length).
  package mutating func walkEmbedded() {
    do throws(ScanError) {
      try walkFigure()
      root.isComplete = true
    } catch {
      report(error)
    }
    reportTextIssues()
  }

  /// Walks a figure whose members stand apart in `bytes`, whatever their order. O(length).
  package mutating func walk(_ parts: [FigurePart], of bytes: InputBytes) {
    root.isObject = true
    root.isComplete = true
    // What the others mean depends on the traces, and frames that are added in several places are one list.
    for part in parts where part.member == .data { walk(part, of: bytes) }
    for part in parts where part.member == .layout || part.member == .config { walk(part, of: bytes) }
    for part in parts where part.member.isFrames { walk(part, of: bytes) }
  }

  private mutating func walk(_ part: FigurePart, of bytes: InputBytes) {
    scanner = JSONScanner(bytes, range: part.range, maximumDepth: scanner.maximumDepth)
    do throws(ScanError) {
      switch part.member {
      case .data:
        root.data = kindAhead()
        let fact = openPart(.data)
        try walkData()
        close(fact)
      case .layout:
        root.layout = kindAhead()
        try walkLayoutPart()
      case .config:
        let fact = openPart(.config)
        try walkConfig()
        close(fact)
      case .frames(let before):
        root.frames = kindAhead()
        let fact = noted.frames ?? openPart(.frames)
        noted.reopen(fact)
        try walkFrames(behind: before)
        close(fact)
      }
      try scanner.expectEnd()
    } catch {
      root.isComplete = false
      report(error)
    }
    reportTextIssues()
  }

  /// Where the walk is: 0-based bytes of the input.
  package var position: Int { scanner.position }

  private mutating func report(_ error: ScanError) {
    var rule = RuleID.invalidJSON
    if case .tooDeep = error.kind { rule = .tooDeep }
    report(rule, .brokenText(error.kind), at: error.range, in: .none)
  }

  private mutating func reportTextIssues() {
    for issue in scanner.issues { report(issue.rule, .textIssue(issue.kind), at: issue.range, in: .none) }
  }

  private mutating func walkFigure() throws(ScanError) {
    guard scanner.peek() == UInt8(ascii: "{") else { return try refuseContainer(expected: .object, in: targets) }
    root.isObject = true
    // What the layout and the frames mean depends on the traces: until these are known, they wait.
    var waiting: [(part: Part, key: KeyToken, offset: Int)] = []
    try scanner.openObject()
    var isFirst = true
    while let key = try scanner.nextKey(&isFirst) {
      switch Part(key, scanner.bytes) {
      case .data:
        root.data = kindAhead()
        let part = openPart(.data, key)
        try walkData()
        close(part)
      case .layout:
        root.layout = kindAhead()
        if root.data != nil { try walkLayoutPart(key) } else { waiting.append((.layout, key, try passForNow())) }
      case .frames:
        root.frames = kindAhead()
        if root.data != nil { try walkFramesPart(key) } else { waiting.append((.frames, key, try passForNow())) }
      case .config:
        let part = openPart(.config, key)
        try walkConfig()
        close(part)
      case nil:
        root.unknownKeys += 1
        if key.isName(.cells, scanner.bytes) { root.hasCells = kindAhead() == .array }
        if key.isName(.nbformat, scanner.bytes) { root.hasNotebookFormat = true }
        report(.unknownAttribute, .unknownKey(.figure), at: key.string.range, in: targets)
        try scanner.skipValue()
      }
    }
    let behind = scanner.position
    for (part, key, offset) in waiting {
      scanner.rewind(to: offset)
      if part == .layout { try walkLayoutPart(key) } else { try walkFramesPart(key) }
    }
    scanner.position = behind
  }

  private mutating func walkLayoutPart(_ key: KeyToken? = nil) throws(ScanError) {
    let part = openPart(.layout, key)
    notedTemplate = nil
    try walkLayout()
    close(part)
  }

  private mutating func walkFramesPart(_ key: KeyToken) throws(ScanError) {
    let part = openPart(.frames, key)
    try walkFrames()
    close(part)
  }

  /// Notes a part of the figure, which has no key where it is an argument of a call.
  private mutating func openPart(_ part: Part, _ key: KeyToken? = nil) -> Int {
    let index = open(FactMember.noName, NodeRef(.container, Int(tree.layout.rawValue)), key: key, in: targets)
    guard index >= 0 else { return index }
    switch part {
    case .data: noted.data = index
    case .layout: noted.layout = index
    case .frames: noted.frames = index
    case .config: noted.config = index
    }
    return index
  }

  private enum Part {
    case data, layout, frames, config

    init?(_ key: KeyToken, _ bytes: InputBytes) {
      if key.isName(.data, bytes) {
        self = .data
      } else if key.isName(.layout, bytes) {
        self = .layout
      } else if key.isName(.frames, bytes) {
        self = .frames
      } else if key.isName(.config, bytes) {
        self = .config
      } else {
        return nil
      }
    }
  }

  /// Passes the next value and returns where it begins.
  private mutating func passForNow() throws(ScanError) -> Int {
    _ = scanner.peek()
    let offset = scanner.position
    try scanner.skipValue()
    return offset
  }

  private mutating func walkData() throws(ScanError) {
    if scanner.peek() == UInt8(ascii: "{") { try lookForTemplateData() }
    guard scanner.peek() == UInt8(ascii: "[") else { return try refuseContainer(expected: .array, in: targets) }
    try scanner.openArray()
    var isFirst = true
    var index = 0
    while try scanner.nextElement(&isFirst) {
      root.hasElements = true
      let item = openItem(index, NodeRef(.container, Int(tree.traces.rawValue)), [.isItem, .isTrace], in: targets)
      index += 1
      defer { close(item) }
      if scanner.peek() == UInt8(ascii: "{") {
        root.traces += 1
        let trace = try walkTrace(in: targets, fallback: facts.scatter, guess: lastType ?? facts.scatter)
        if trace.isRecognised { root.recognisedTraces += 1 }
        traceTypes.append(trace.type)
        lastType = trace.type
      } else {
        traceTypes.append(facts.scatter)
        try refuseContainer(expected: .object, in: targets)
      }
    }
  }

  /// Looks whether `data` is that of a template: its first key names a trace type and holds an array.
  private mutating func lookForTemplateData() throws(ScanError) {
    let start = scanner.position
    try scanner.openObject()
    var isFirst = true
    if let key = try scanner.nextKey(&isFirst) {
      root.hasTemplateData = edge(of: key, in: tree.traces) != nil && scanner.peek() == UInt8(ascii: "[")
      scanner.abandonObject(at: start)
    } else {
      scanner.rewind(to: start)
    }
  }

  private mutating func walkConfig() throws(ScanError) {
    let scope = Scope(keyRule: .unknownConfig)
    guard scanner.peek() == UInt8(ascii: "{") else { return try refuseContainer(expected: .object, in: targets) }
    try walkMembers(of: tree.config, in: targets, scope)
  }

  /// The kind of the next value, by its first byte.
  mutating func kindAhead() -> ValueKind { ValueKind(firstByte: scanner.peek()) }

  /// Passes a value that is not the container the schema has here, and says so.
  ///
  /// - Parameter isTitle: whether it is a title, which was a text once.
  mutating func refuseContainer(
    expected: ValueKind, isTitle: Bool = false, in versions: VersionSet
  ) throws(ScanError) {
    _ = scanner.peek()
    let start = scanner.position
    let received = try scanner.skipValue()
    guard received != .nonFinite else { return }
    let isText = isTitle && (received == .string || received == .number)
    report(
      isText ? .stringTitle : .wrongContainer, .wrongContainer(expected: expected, received: received),
      at: start..<scanner.position, in: versions)
  }
}

extension TextIssue {
  /// The rule that an issue of the text belongs to.
  var rule: RuleID {
    switch kind {
    case .byteOrderMark, .trailingComma, .invalidUTF8, .loneSurrogate: .invalidJSON
    case .nonFiniteToken: .nonFiniteToken
    case .duplicateKey: .duplicateKey
    case .infiniteNumber, .inexactInteger: .numberOverflow
    }
  }
}
