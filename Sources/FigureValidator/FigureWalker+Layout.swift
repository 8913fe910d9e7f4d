import Diagnostics
import JSONCore
import ValidationTree

/// `layout`, and the template in it.
extension FigureWalker {
  mutating func walkLayout() throws(ScanError) {
    guard scanner.peek() == UInt8(ascii: "{") else { return try refuseContainer(expected: .object, in: targets) }
    let scope = Scope(contributions: .layout)
    var object = OpenObject(at: scanner.position)
    try scanner.openObject()
    while let key = try scanner.nextUnloggedKey(&object.isFirst) {
      if key.isName(.template, scanner.bytes), scanner.peek() == UInt8(ascii: "{"),
        let edge = edge(of: key, in: tree.layout)
      {
        note(key, tree.ordinal(of: edge, in: tree.layout), &object)
        let known = tree.versions(of: edge).intersection(targets)
        let fact = open(
          tree.word(of: edge), tree.variant(of: edge, at: 0).node, key: key, in: known)
        try walkTemplateUnlessKnown(in: known)
        close(fact)
      } else {
        try walkMember(key, of: tree.layout, in: targets, scope, &object)
      }
    }
  }

  /// Walks a file that holds a template and nothing else.
  mutating func walkTemplateFile() throws(ScanError) {
    guard scanner.peek() == UInt8(ascii: "{") else { return try refuseContainer(expected: .object, in: targets) }
    root.isObject = true
    try walkTemplate(in: targets)
  }

  /// Walks a template, or passes it when the same text was walked before.
  private mutating func walkTemplateUnlessKnown(in versions: VersionSet) throws(ScanError) {
    let start = scanner.position
    let depth = scanner.depth
    if let known = memory.templates.template(at: start, in: scanner.bytes, depth: depth, tree, versions) {
      scanner.position = start + known.length
      for problem in known.problems { problems.append(problem.moved(by: start)) }
      if !isInFrame, let facts = known.facts {
        notedTemplate = facts
        notedTemplate?.shift = start
      }
      return
    }
    // Of text that was scanned before, the issues are noted already: that none comes now says nothing.
    let isFirstScan = start >= scanner.frontier
    let mark = problems.count
    let issues = scanner.issues.count
    memory.work.walkedTemplates += 1
    // A template has facts of its own.
    var facts = FigureFacts()
    swap(&facts, &noted)
    try walkTemplate(in: versions)
    swap(&facts, &noted)
    let isNoted = isNoting(versions)
    if isNoted, !isInFrame { notedTemplate = facts }
    guard isFirstScan, scanner.issues.count == issues else { return }
    facts.shift = -start
    memory.templates.remember(
      start..<scanner.position, of: scanner.bytes, depth: depth, tree, versions, problems[mark...],
      isNoted ? facts.settled : nil)
  }

  private mutating func walkTemplate(in versions: VersionSet) throws(ScanError) {
    try scanner.openObject()
    var isFirst = true
    while let key = try scanner.nextKey(&isFirst) {
      let isData = key.isName(.data, scanner.bytes)
      if !isData, !key.isName(.layout, scanner.bytes) {
        report(.unknownAttribute, .unknownKey(.template), at: key.string.range, in: versions)
        try scanner.skipValue()
      } else if scanner.peek() != UInt8(ascii: "{") {
        try refuseContainer(expected: .object, in: versions)
      } else if isData {
        let fact = open(FactMember.noName, NodeRef(.container, Int(tree.traces.rawValue)), key: key, in: versions)
        if fact >= 0 { noted.data = fact }
        try walkTemplateData(in: versions)
        close(fact)
      } else {
        let fact = open(FactMember.noName, NodeRef(.container, Int(tree.layout.rawValue)), key: key, in: versions)
        if fact >= 0 { noted.layout = fact }
        let scope = Scope(contributions: .layout, inTemplate: true)
        try walkMembers(of: tree.layout, in: versions, scope)
        close(fact)
      }
    }
  }

  /// `template.data`: for each trace type a list of traces of it.
  private mutating func walkTemplateData(in versions: VersionSet) throws(ScanError) {
    try scanner.openObject()
    var isFirst = true
    while let key = try scanner.nextKey(&isFirst) {
      let edge = edge(of: key, in: tree.traces)
      let known = edge.map { tree.versions(of: $0).intersection(versions) } ?? .none
      if known != versions {
        let unknown = versions.subtracting(known)
        let isGone = edge.map { isRemoved(tree.versions(of: $0), from: unknown) } ?? false
        report(
          isGone ? .removedTrace : .unknownAttribute, .unknownKey(.templateTraceTypes), at: key.string.range,
          in: unknown)
      }
      guard let edge, !known.isEmpty else {
        try scanner.skipValue()
        continue
      }
      let fact = open(tree.word(of: edge), NodeRef(.list, Int(tree.traces.rawValue)), key: key, in: known)
      defer { close(fact) }
      guard scanner.peek() == UInt8(ascii: "[") else {
        try refuseContainer(expected: .array, in: known)
        continue
      }
      try walkTemplateTraces(edge, in: known)
    }
  }

  private mutating func walkTemplateTraces(_ edge: EdgeID, in versions: VersionSet) throws(ScanError) {
    let type = TraceTypeOrdinal(tree.ordinal(of: edge, in: tree.traces))
    try scanner.openArray()
    var isFirst = true
    var index = 0
    while try scanner.nextElement(&isFirst) {
      let fact = openItem(index, NodeRef(.container, Int(tree.traces.rawValue)), [.isItem, .isTrace], in: versions)
      if fact >= 0 { noted.note(traceType: Int(type.rawValue)) }
      defer { close(fact) }
      index += 1
      if scanner.peek() == UInt8(ascii: "{") {
        try walkTemplateTrace(type, tree.word(of: edge), in: versions)
      } else {
        try refuseContainer(expected: .object, in: versions)
      }
    }
  }
}
