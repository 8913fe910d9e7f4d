import Diagnostics
import JSONCore
import ValidationTree

/// What the walk of a trace found out about it.
struct TraceOutcome {
  var type: TraceTypeOrdinal
  /// Whether the trace names its type itself.
  var isDeclared = false
  /// Whether it names a known type or has an attribute of its type.
  var isRecognised = false
}

/// Traces: objects whose attributes depend on their `type`, which may come last.
///
/// The walk guesses the type of the trace before and takes the members as they come. A guess that proves wrong costs a
/// second walk of the members so far; long arrays among them are not scanned again.
extension FigureWalker {
  /// Walks the trace at the scanner's position.
  ///
  /// - Parameters:
  ///   - fallback: its type if it names none.
  ///   - guess: its type as long as none is known.
  mutating func walkTrace(
    in versions: VersionSet, fallback: TraceTypeOrdinal, guess: TraceTypeOrdinal
  ) throws(ScanError) -> TraceOutcome {
    let start = scanner.position
    let mark = problems.count
    let facts = noted.mark
    var outcome = TraceOutcome(type: guess)
    // Only a repeated `type` key needs a third attempt, and no one needs more.
    for attempt in 0..<3 {
      let live = shape(of: outcome.type).versions.intersection(versions)
      let walkedAs = outcome.type
      outcome = TraceOutcome(type: walkedAs)
      do throws(ScanError) {
        try walkTrace(
          as: live.isEmpty ? self.facts.scatter : walkedAs, in: live.isEmpty ? versions : live,
          TraceExpectation(type: walkedAs, fallback: fallback, isFinal: attempt == 2), &outcome)
      } catch {
        // The type may stand behind the fault: what was noted holds for a guess only.
        if !outcome.isDeclared { problems.removeSubrange(mark...) }
        throw error
      }
      guard outcome.type == walkedAs else {
        problems.removeSubrange(mark...)
        noted.goBack(to: facts)
        continue
      }
      // Targets that do not know the type draw it as scatter.
      if isNoting(versions) {
        noted.note(traceType: Int((live.contains(focus) ? walkedAs : self.facts.scatter).rawValue))
      }
      let rest = versions.subtracting(live)
      note(outcome.type, in: live)
      if !rest.isEmpty {
        note(self.facts.scatter, in: rest)
        if !live.isEmpty {
          scanner.rewind(to: start)
          var again = TraceOutcome(type: walkedAs)
          try walkTrace(
            as: self.facts.scatter, in: rest, TraceExpectation(type: walkedAs, fallback: fallback, isFinal: true),
            &again)
        }
      }
      break
    }
    return outcome
  }

  private struct TraceExpectation {
    var type: TraceTypeOrdinal
    var fallback: TraceTypeOrdinal
    /// Whether to go on when the type turns out to be another one.
    var isFinal: Bool
  }

  /// Walks a trace with the attributes of `type`. If the trace has another type than expected, the scanner is back at
  /// its beginning, and the outcome says which.
  private mutating func walkTrace(
    as type: TraceTypeOrdinal, in versions: VersionSet, _ expectation: TraceExpectation,
    _ outcome: inout TraceOutcome
  ) throws(ScanError) {
    let start = scanner.position
    let attributes = shape(of: type).attributes
    var object = OpenObject(at: start)
    try scanner.openObject()
    while let key = try scanner.nextUnloggedKey(&object.isFirst) {
      if key.isName(.type, scanner.bytes) {
        note(key, OpenObject.ordinalOfType, &object)
        let fact = open(facts.typeName, NodeRef(rawValue: 0), key: key, in: versions)
        let named = try scanTraceType(in: versions)
        close(fact)
        if named != nil { outcome.isDeclared = true }
        let declared = named ?? expectation.fallback
        if named != nil, declared != .unknown { outcome.isRecognised = true }
        if declared != expectation.type, !expectation.isFinal {
          outcome.type = declared
          scanner.abandonObject(at: start)
          return
        }
      } else if key.isName(.transforms, scanner.bytes) {
        try walkTransforms(key, of: attributes, in: versions, Scope(), &object)
      } else if try walkMember(key, of: attributes, in: versions, Scope(), &object) {
        outcome.isRecognised = true
      }
    }
    if !outcome.isDeclared, expectation.type != expectation.fallback, !expectation.isFinal {
      outcome.type = expectation.fallback
      scanner.rewind(to: start)
    }
  }

  /// Walks a trace of a template, whose type is that of the list it is in.
  mutating func walkTemplateTrace(_ type: TraceTypeOrdinal, _ name: WordID, in versions: VersionSet) throws(ScanError) {
    let attributes = shape(of: type).attributes
    let scope = Scope(inTemplate: true)
    var object = OpenObject(at: scanner.position)
    try scanner.openObject()
    while let key = try scanner.nextUnloggedKey(&object.isFirst) {
      if key.isName(.type, scanner.bytes) {
        note(key, OpenObject.ordinalOfType, &object)
        _ = scanner.peek()
        let start = scanner.position
        let mark = problems.count
        if let declared = try scanTraceType(in: versions), declared != type {
          problems.removeSubrange(mark...)
          report(
            .unknownTraceType, .templateTypeMismatch(declared: name), at: start..<scanner.position, in: versions)
        }
      } else if key.isName(.transforms, scanner.bytes) {
        try walkTransforms(key, of: attributes, in: versions, scope, &object)
      } else {
        try walkMember(key, of: attributes, in: versions, scope, &object)
      }
    }
  }

  /// Scans the value of `type`; reports it where no such type is known. Nil where it is not set: `null`, or a token that is
  /// a finding of its own.
  private mutating func scanTraceType(in versions: VersionSet) throws(ScanError) -> TraceTypeOrdinal? {
    var declared = TraceTypeOrdinal.unknown
    let isString = scanner.peek() == UInt8(ascii: "\"")
    let start = scanner.position
    if isString {
      let string = try scanner.scanString()
      let name = ShortText(string, in: scanner.bytes)
      if let known = members.member(name, of: tree.traces) { return TraceTypeOrdinal(Int(known.ordinal)) }
      if let word = word(string), let edge = tree.edge(tree.traces, word) {
        declared = TraceTypeOrdinal(tree.ordinal(of: edge, in: tree.traces))
        remember(edge, word, name, of: tree.traces)
      }
    } else {
      let kind = try scanner.skipValue()
      if kind == .null { report(.nullValue, .unknownTraceType, at: start..<scanner.position, in: versions) }
      if kind == .null || kind == .nonFinite { return nil }
    }
    let unknown = versions.subtracting(shape(of: declared).versions)
    if !unknown.isEmpty {
      let rule = isRemoved(shape(of: declared).versions, from: unknown) ? RuleID.removedTrace : .unknownTraceType
      report(rule, .unknownTraceType, at: start..<scanner.position, in: unknown)
    }
    return declared
  }

  /// Whether a trace type that these versions know went before all of `versions`.
  func isRemoved(_ known: VersionSet, from versions: VersionSet) -> Bool {
    guard let last = known.intersection(tree.allVersions).newest, let oldest = versions.oldest else { return false }
    return last < oldest
  }

  /// Notes that the figure has a trace of this type.
  private mutating func note(_ type: TraceTypeOrdinal, in versions: VersionSet) {
    let index = Int(type.rawValue)
    guard index < presentTypes.count, !presentTypes[index].isSuperset(of: versions) else { return }
    presentTypes[index].formUnion(versions)
  }

  /// What a type's traces are made of. Nearly always it is asked about the type of the trace before.
  @inline(__always) private mutating func shape(of type: TraceTypeOrdinal) -> TraceShape {
    if shape.type != type { shape = TraceShape(type, tree) }
    return shape
  }
}

/// What the traces of a type are made of.
struct TraceShape {
  let type: TraceTypeOrdinal
  /// The versions that have the type; none for an unknown one.
  let versions: VersionSet
  /// The container of its attributes: one for all versions.
  let attributes: ContainerID

  init(_ type: TraceTypeOrdinal, _ tree: ValidationTree) {
    self.type = type
    let edges = tree.edges(of: tree.traces)
    let index = Int(type.rawValue)
    if index < edges.count, case let edge = edges[edges.startIndex + index], tree.variantCount(of: edge) > 0 {
      versions = tree.versions(of: edge)
      attributes = tree.variant(of: edge, at: 0).node.container
    } else {
      versions = .none
      attributes = tree.traces
    }
  }
}

// MARK: - Transforms

extension FigureWalker {
  /// `transforms`, which traces had up to plotly.js 2.x.
  private mutating func walkTransforms(
    _ key: KeyToken, of attributes: ContainerID, in versions: VersionSet, _ scope: Scope, _ object: inout OpenObject
  ) throws(ScanError) {
    let live = versions.intersection(facts.transforms)
    let start = scanner.position
    if live == versions {
      scanner.log(key)
    } else {
      try walkMember(key, of: attributes, in: versions.subtracting(live), scope, &object)
      guard !live.isEmpty else { return }
      scanner.rewind(to: start)
    }
    let fact = open(facts.transformsName, NodeRef(.list, Int(tree.transforms.rawValue)), key: key, in: live)
    defer { close(fact) }
    guard scanner.peek() == UInt8(ascii: "[") else { return try refuseContainer(expected: .array, in: live) }
    try scanner.openArray()
    var isFirst = true
    var index = 0
    while try scanner.nextElement(&isFirst) {
      let fact = openItem(index, NodeRef(.container, Int(tree.transforms.rawValue)), in: live)
      defer { close(fact) }
      index += 1
      if scanner.peek() == UInt8(ascii: "{") {
        try walkTransform(in: live, scope)
      } else {
        try refuseContainer(expected: .object, in: live)
      }
    }
  }

  /// Walks a transform twice: once for its type, which may come last, and once for the rest.
  private mutating func walkTransform(in versions: VersionSet, _ scope: Scope) throws(ScanError) {
    let start = scanner.position
    var type: EdgeID?
    try scanner.openObject()
    var isFirst = true
    while let key = try scanner.nextKey(&isFirst) {
      guard key.isName(.type, scanner.bytes) else {
        try scanner.skipValue()
        continue
      }
      let isString = scanner.peek() == UInt8(ascii: "\"")
      let value = scanner.position
      type = nil
      var kind = ValueKind.string
      if isString {
        type = word(try scanner.scanString()).flatMap { tree.edge(tree.transforms, $0) }
      } else {
        kind = try scanner.skipValue()
      }
      if type == nil, kind != .nonFinite {
        let rule = kind == .null ? RuleID.nullValue : .unknownTraceType
        report(rule, .unknownTransformType, at: value..<scanner.position, in: versions)
      }
    }
    scanner.rewind(to: start)
    var object = OpenObject(at: start)
    try scanner.openObject()
    while let key = try scanner.nextUnloggedKey(&object.isFirst) {
      if key.isName(.type, scanner.bytes) {
        try scanner.skipValue()
      } else if let type {
        try walkMember(key, of: tree.variant(of: type, at: 0).node.container, in: versions, scope, &object)
      } else {
        report(.unknownAttribute, .unknownKey(.unknownTransform), at: key.string.range, in: versions)
        try scanner.skipValue()
      }
    }
  }
}
