import Diagnostics
package import FigureValidator
import JSONCore
package import ValidationTree

/// Works out what a key that is not known may have been meant to be.
///
/// It remembers its answers, since one mistake is often made in every trace. For one task at a time; it may serve many
/// figures, but only those of one tree.
package final class Suggester {
  let tree: ValidationTree
  private var answers = HashedEntries<Answer>()
  /// More distinct questions than this are no longer one mistake made often.
  private static let mostAnswers = 4096

  package init(_ tree: ValidationTree) { self.tree = tree }

  /// The advice for `key`, which is not known in `place` in any of `versions`.
  ///
  /// - Parameters:
  ///   - around: the objects around the key, as far as the path tells.
  ///   - isScalar: whether the key's value is neither an object nor an array.
  package func advice(
    for key: String, in place: KeyPlace, _ around: SchemaPlace, isScalar: Bool, versions: VersionSet
  ) -> KeyAdvice {
    let levels = Suggester.levels(for: place, around.levels, tree)
    let question = Question(
      key: key, place: PlaceKey(place), levels: levels, isInTemplate: around.isInTemplate, isScalar: isScalar,
      versions: versions)
    if let known = answers.first(question.hash, where: { $0.question == question }) { return known.advice }
    let advice = question.answer(tree)
    if answers.count >= Suggester.mostAnswers { answers.removeAll() }
    answers.insert(Answer(question, advice))
    return advice
  }

  /// The levels, ending with the object that the walk was in. They end earlier in a transform, whose type is not in
  /// the path.
  private static func levels(
    for place: KeyPlace, _ levels: [SchemaPlace.Level], _ tree: ValidationTree
  ) -> [SchemaPlace.Level] {
    guard case .container(let container, _) = place, levels.last?.container != container else { return levels }
    let known = levels.firstIndex { $0.container == container }.map { levels[...$0] } ?? levels[...]
    if known.last?.container == container { return Array(known) }
    let part = tree.edges(of: tree.transforms).contains { tree.variant(of: $0, at: 0).node.container == container }
    return levels + [
      SchemaPlace.Level(
        part: part ? .transform : .object, container: container, versions: tree.allVersions,
        pathLength: (levels.last?.pathLength ?? 0) + 1)
    ]
  }
}

/// ``KeyPlace`` without the container, which the levels hold.
private enum PlaceKey: UInt8 {
  case figure, container, template, templateTraceTypes, unknownTransform

  init(_ place: KeyPlace) {
    switch place {
    case .figure: self = .figure
    case .container: self = .container
    case .template: self = .template
    case .templateTraceTypes: self = .templateTraceTypes
    case .unknownTransform: self = .unknownTransform
    }
  }
}

/// Advice that was given before.
private final class Answer: Hashed {
  let hash: UInt64
  let question: Question
  let advice: KeyAdvice

  init(_ question: Question, _ advice: KeyAdvice) {
    hash = question.hash
    self.question = question
    self.advice = advice
  }
}

/// All that the advice for a key depends on.
private struct Question: Equatable {
  let key: String
  let place: PlaceKey
  let levels: [SchemaPlace.Level]
  let isInTemplate: Bool
  let isScalar: Bool
  let versions: VersionSet

  /// Of what differs most.
  var hash: UInt64 {
    let container = UInt64(levels.last?.container.rawValue ?? 0)
    return (KeyHash(key).value ^ container &<< 8 ^ UInt64(place.rawValue)) &* 0x9E37_79B9_7F4A_7C15 ^ versions.rawValue
  }

  func answer(_ tree: ValidationTree) -> KeyAdvice {
    var advice = KeyAdvice()
    switch place {
    case .figure:
      advice.names = NearestNames.matches(to: key, among: ["data", "layout", "frames", "config"])
      let search = RelocationSearch(key: key, levels: [], versions: versions, tree: tree)
      advice.relocations = [search.inLayout(), search.inTraces()].compactMap(\.self)
    case .template: advice.names = NearestNames.matches(to: key, among: ["data", "layout"])
    case .templateTraceTypes:
      advice.names = tree.traceTypes(near: key, in: versions)
      if let edge = tree.word(key).flatMap({ tree.edge(tree.traces, $0) }) {
        advice.knownVersions = tree.versions(of: edge).intersection(tree.allVersions)
      }
    case .unknownTransform: break
    case .container:
      guard let level = levels.last else { break }
      answer(tree, level, &advice)
    }
    return advice
  }

  private func answer(_ tree: ValidationTree, _ level: SchemaPlace.Level, _ advice: inout KeyAdvice) {
    if let member = SchemaMember(key, in: level, tree) {
      advice.knownVersions = member.versions(in: level)
      if !advice.knownVersions.isDisjoint(with: versions) {
        advice.contributors = tree.contributors(of: member.found.word, in: level, versions)
      }
    }
    // A name that another version knows is no misspelling.
    if advice.knownVersions.isEmpty {
      advice.names = LocalNames(level: level, isInTemplate: isInTemplate, versions: versions, tree: tree).near(key)
    }
    guard advice.contributors.isEmpty else { return }
    let key = tree.word(key) == nil ? key.americanSpelling : key
    let search = RelocationSearch(key: key, levels: levels, versions: versions, tree: tree, isScalar: isScalar)
    advice.relocations = search.all()
    if level.part == .trace { advice.otherTypes = search.traceTypes() }
    if let successor = RenamedObject.successor(of: key),
      let member = SchemaMember(successor, in: level, tree), member.versions(in: level).isSuperset(of: versions)
    {
      advice.successor = successor
    }
  }
}

/// The names that are known in one object.
private struct LocalNames {
  let level: SchemaPlace.Level
  let isInTemplate: Bool
  let versions: VersionSet
  let tree: ValidationTree

  func near(_ key: String) -> [NearestNames.Match] {
    var nearest = NearestNames(to: key)
    let counter = LocalNames.counter(in: key)
    for edge in tree.edges(of: level.container) where !tree.versions(of: edge).isDisjoint(with: versions) {
      let word = tree.word(of: edge)
      tree.offer(word, to: &nearest)
      if let counter, isSubplot(edge) { nearest.offer(tree.text(word) + counter) }
      if isInTemplate, let name = itemDefaults(edge, word) { nearest.offer(name) }
    }
    if let letter = LocalNames.side(key), let word = tree.word(letter), tree.edge(level.container, word) != nil {
      nearest.accept(letter)
    }
    offerContributions(to: &nearest)
    // What the walk treats apart from the schema's members.
    switch level.part {
    case .trace, .transform: nearest.offer("type")
    case .frame:
      nearest.offer("data")
      nearest.offer("layout")
    default: break
    }
    return nearest.matches.reduce(into: []) { unique, match in
      if !unique.contains(where: { $0.name == match.name }) { unique.append(match) }
    }
  }

  /// The sides of a margin or padding, as CSS names them.
  private static func side(_ key: String) -> String? {
    switch key {
    case "top": "t"
    case "bottom": "b"
    case "left": "l"
    case "right": "r"
    default: nil
    }
  }

  private func offerContributions(to nearest: inout NearestNames) {
    var subplot: WordID?
    switch level.part {
    case .layout: break
    case .subplot(let word): subplot = word
    default: return
    }
    for index in 0..<tree.contributedNameCount {
      let contributed = tree.contributedName(at: index)
      guard contributed.subplot == subplot else { continue }
      let isLive = (0..<contributed.list.count).contains {
        !tree.contribution(contributed.list, at: $0).variant.versions.isDisjoint(with: versions)
      }
      if isLive { tree.offer(contributed.word, to: &nearest) }
    }
  }

  private func isSubplot(_ edge: EdgeID) -> Bool {
    (0..<tree.variantCount(of: edge)).contains { index in
      let node = tree.variant(of: edge, at: index).node
      return node.kind == .container && tree.isSubplot(node.container)
    }
  }

  /// `annotationdefaults` for `annotations`.
  private func itemDefaults(_ edge: EdgeID, _ word: WordID) -> String? {
    guard (0..<tree.variantCount(of: edge)).contains(where: { tree.variant(of: edge, at: $0).node.kind == .list })
    else { return nil }
    let name = tree.text(word)
    return name.hasSuffix("s") ? name.dropLast() + "defaults" : nil
  }

  /// The number in a key, wherever it stands, as a counter: `2` for `yaxi2s` and `xaxis02`. Nil where it is none.
  private static func counter(in key: String) -> String? {
    guard let first = key.utf8.firstIndex(where: { 0x30...0x39 ~= $0 }) else { return nil }
    let digits = key.utf8[first...].prefix { 0x30...0x39 ~= $0 }.drop { $0 == 0x30 }
    guard !digits.isEmpty, digits.count < 6, !digits.elementsEqual([0x31]) else { return nil }
    return String(decoding: digits, as: UTF8.self)
  }
}

extension ValidationTree {
  /// The trace types of `versions` near to a name, best first.
  func traceTypes(near name: String, in versions: VersionSet) -> [NearestNames.Match] {
    var nearest = NearestNames(to: name)
    for edge in edges(of: traces) where !self.versions(of: edge).isDisjoint(with: versions) {
      offer(word(of: edge), to: &nearest)
    }
    return nearest.matches
  }

  /// The trace types that bring the attribute `word` to a level in `versions`, in byte order.
  fileprivate func contributors(of word: WordID, in level: SchemaPlace.Level, _ versions: VersionSet) -> [String] {
    let list: ContributionList
    switch level.part {
    case .layout: list = contributions(word)
    case .subplot(let subplot): list = contributions(word, inside: subplot)
    default: return []
    }
    var types: TraceTypeSet = []
    for index in 0..<list.count {
      let contribution = contribution(list, at: index)
      if !contribution.variant.versions.isDisjoint(with: versions) { types.formUnion(contribution.types) }
    }
    let edges = edges(of: traces)
    return edges.filter { types.contains(TraceTypeSet(ordinal: ordinal(of: $0, in: traces))) }
      .map { text(self.word(of: $0)) }
  }
}
