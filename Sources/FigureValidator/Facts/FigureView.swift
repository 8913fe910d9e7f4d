package import Diagnostics
package import JSONCore
package import ValidationTree

/// A figure as rules see it: what the walk noted, and the text and the schema that it points into.
///
/// A class, because every rule holds it. Places are indices of ``FigureFacts/members``. A lookup goes over the members of one object: O(members in it).
package final class FigureView {
  package let facts: FigureFacts
  /// The template that the figure carries, with members of its own; nil where it has none.
  package let template: FigureFacts?
  /// The input, which may hold other figures and more.
  package let bytes: InputBytes
  /// How many bytes the figure has.
  package let length: Int
  package let tree: ValidationTree
  /// What is checked against. The facts are those of the newest of them: where the schemas of several targets differ, what stands
  /// at a place is what the newest one has there.
  package let targets: VersionSet
  /// The rules that are selected.
  package let rules: RuleSet
  /// The grids that the figure is checked with, if any are given.
  package var grids: GridCollection?
  package var gridLimits = GridLimits()
  /// What walks need to know of ``tree``, where whoever made the view has it at hand.
  package var schema: SchemaFacts?
  /// What rules keep from figure to figure.
  package let memory: FactMemory

  /// - Parameter length: of the figure; nil where it is the whole input.
  package init(
    facts: FigureFacts, template: FigureFacts?, bytes: InputBytes, length: Int? = nil, tree: ValidationTree,
    targets: VersionSet, rules: RuleSet, memory: FactMemory = FactMemory()
  ) {
    self.memory = memory
    self.facts = facts
    self.template = template
    self.bytes = bytes
    self.length = length ?? bytes.count
    self.tree = tree
    self.targets = targets
    self.rules = rules
  }

  /// Of the targets, the one whose schema the facts follow: the newest.
  package var version: Int { targets.newest ?? 0 }

  /// The template as if it were a figure; nil where the figure has none.
  package private(set) lazy var templateView: FigureView? = template.map {
    FigureView(facts: $0, template: nil, bytes: bytes, tree: tree, targets: targets, rules: rules)
  }

  /// The traces in `data`, in their order; what is no object among them is left out.
  package private(set) lazy var traces: [Int] = {
    guard let data = facts.data else { return [] }
    var traces: [Int] = []
    traces.reserveCapacity(facts.children(of: data).reduce(0) { count, _ in count + 1 })
    for trace in facts.children(of: data) where facts.members[trace].kind == .object { traces.append(trace) }
    return traces
  }()

  /// Whether any axis of the layout, or of the template's, is said to be logarithmic.
  package private(set) lazy var hasLogAxis = holdsLogAxis(facts) || template.map(holdsLogAxis) ?? false

  private func holdsLogAxis(_ facts: FigureFacts) -> Bool {
    guard let layout = facts.layout else { return false }
    for index in layout + 1..<max(layout + 1, Int(facts.members[layout].end)) where facts.members[index].kind == .string
    {
      let range = facts.range(of: index)
      if range.count == 5, bytes.equals(range, "\"log\"") { return true }
    }
    return false
  }

  /// The name of a trace's type.
  package func typeName(of trace: Int) -> String {
    guard let type = facts.traceType(of: trace) else { return "" }
    let edges = tree.edges(of: tree.traces)
    return type < edges.count ? tree.text(tree.word(of: edges[edges.startIndex + type])) : ""
  }

  /// Whether a trace is of the type called `name`.
  package func isTrace(_ trace: Int, _ name: StaticString) -> Bool {
    guard let type = facts.traceType(of: trace) else { return false }
    let edges = tree.edges(of: tree.traces)
    return type < edges.count && tree.isText(tree.word(of: edges[edges.startIndex + type]), name)
  }
}

extension ValidationTree {
  /// Whether a word is `text`.
  func isText(_ word: WordID, _ text: StaticString) -> Bool { withText(word) { $0.equals($1, text) } }
}

// MARK: - Members

extension FigureView {
  /// The member of an object with this key, the last one where the key is repeated; nil where there is none, or the place is none.
  package func member(_ place: Int?, _ key: StaticString) -> Int? {
    guard let place else { return nil }
    var found: Int?
    var index = place + 1
    let end = Int(facts.members[place].end)
    while index < end {
      if isKey(of: index, key) { found = index }
      index = Int(facts.members[index].end)
    }
    return found
  }

  /// The member at the end of a path of keys: `member(trace, "marker", "size")`.
  package func member(_ place: Int?, _ first: StaticString, _ second: StaticString) -> Int? {
    member(member(place, first), second)
  }

  /// The subplot object of the layout called `name` with the counter `number`: 0 for none, from 2 on.
  package func subplot(_ name: StaticString, _ number: Int) -> Int? {
    guard let layout = facts.layout, let word = tree.word(named: name) else { return nil }
    let number = Int32(clamping: number)
    var found: Int?
    var index = layout + 1
    let end = Int(facts.members[layout].end)
    while index < end {
      if facts.members[index].name == word, facts.members[index].number == number { found = index }
      index = Int(facts.members[index].end)
    }
    return found
  }

  /// The kind of a member's value.
  package func kind(of index: Int) -> ValueKind { facts.members[index].kind }

  /// The value of a member: 0-based bytes. The same as `facts.range(of:)` without a copy of the facts.
  package func range(of index: Int) -> Range<Int> { facts.range(of: index) }

  /// Whether the key of a member is `key`, its counter included.
  package func isKey(of index: Int, _ key: StaticString) -> Bool {
    let length = Int(facts.members[index].keyLength)
    // Mostly that of another key.
    guard length == key.utf8CodeUnitCount + 2 || facts.members[index].traits.contains(.hasEscapedName), length > 0
    else { return false }
    let range = facts.keyRange(of: index)
    guard facts.members[index].traits.contains(.hasEscapedName) else {
      return bytes.equals(range.lowerBound + 1..<range.upperBound - 1, key)
    }
    let text = StringText.decoded(bytes, range.lowerBound + 1..<range.upperBound - 1)
    return text.withInputBytes { $0.equals(0..<$0.count, key) }
  }

  /// The key of a member; nil for an item.
  package func key(of index: Int) -> String? {
    guard facts.members[index].keyDistance > 0 else { return nil }
    let range = facts.keyRange(of: index)
    return StringText.string(bytes, range.lowerBound + 1..<range.upperBound - 1)
  }

  /// The items of a list that are objects, in their order.
  package func items(_ list: Int?) -> [Int] {
    guard let list else { return [] }
    return facts.children(of: list).filter {
      facts.members[$0].traits.contains(.isItem) && facts.members[$0].kind == .object
    }
  }
}

// MARK: - Values

extension FigureView {
  /// Whether a value counts as given: it is there, not `null`, and nothing is wrong with it.
  package func isGiven(_ index: Int?) -> Bool {
    guard let index else { return false }
    let member = facts.members[index]
    return member.kind != .null && member.kind != .nonFinite && !member.traits.contains(.isWrong)
  }

  /// Whether something is wrong with a value, which is a finding of its own: rules that depend on it stay silent.
  package func isWrong(_ index: Int?) -> Bool {
    guard let index else { return false }
    return facts.members[index].traits.contains(.isWrong)
  }

  /// A text; nil for any other value.
  package func text(_ index: Int?) -> String? {
    guard let index, facts.members[index].kind == .string else { return nil }
    let range = facts.range(of: index)
    return StringText.string(bytes, range.lowerBound + 1..<range.upperBound - 1)
  }

  /// Whether a value is the text `text`.
  package func isText(_ index: Int?, _ text: StaticString) -> Bool {
    guard let index, facts.members[index].kind == .string else { return false }
    let range = facts.range(of: index)
    let content = range.lowerBound + 1..<range.upperBound - 1
    if bytes.equals(content, text) { return true }
    // A text with escapes is never shorter than what it says.
    guard content.count > text.utf8CodeUnitCount, self.text(index)?.contains("\\") == false else { return false }
    return StringText.decoded(bytes, content).withInputBytes { $0.equals(0..<$0.count, text) }
  }

  /// A number that is written as one; nil for any other value.
  package func number(_ index: Int?) -> Double? {
    guard let index, facts.members[index].kind == .number else { return nil }
    return NumberText.double(bytes, facts.range(of: index))
  }

  /// `true` or `false`; nil for any other value.
  package func bool(_ index: Int?) -> Bool? {
    guard let index else { return nil }
    switch facts.members[index].kind {
    case .true: return true
    case .false: return false
    default: return nil
    }
  }

  /// What is in an array, typed ones included; nil for another value.
  package func array(_ index: Int?) -> ArraySurvey? {
    guard let index else { return nil }
    return facts.survey(of: index)
  }

  /// Reads the elements of an array one by one, for rules that have reason to: calls `body` with the index, the kind and the range
  /// of each until it returns false. Nothing for a typed array. O(length).
  package func forEachElement(_ index: Int?, _ body: (Int, ValueKind, Range<Int>) -> Bool) {
    guard let index, facts.members[index].kind == .array else { return }
    forEachElement(in: facts.range(of: index), body)
  }

  /// The same for the text of an array.
  package func forEachElement(in range: Range<Int>, _ body: (Int, ValueKind, Range<Int>) -> Bool) {
    var scanner = JSONScanner(bytes, range: range)
    var isFirst = true
    var position = 0
    guard scanner.peek() == UInt8(ascii: "["), (try? scanner.openArray()) != nil else { return }
    while (try? scanner.nextElement(&isFirst)) == true {
      _ = scanner.peek()
      let start = scanner.position
      guard let kind = try? scanner.skipValue(), body(position, kind, start..<scanner.position) else { return }
      position += 1
    }
  }
}
