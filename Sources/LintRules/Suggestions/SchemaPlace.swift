package import Diagnostics
import FigureValidator
import JSONCore
package import ValidationTree

/// What the schema has along a path of a figure: the containers from the root down, and in which versions each exists.
///
/// A container of the tree alone does not tell that: sets of versions in it hold only where the container itself exists.
package struct SchemaPlace: Sendable {
  /// One object on the way.
  package struct Level: Hashable, Sendable {
    package let part: Part
    package let container: ContainerID
    /// Where the object exists, all the way from the root.
    package let versions: VersionSet
    /// How many elements of the path lead to it.
    package let pathLength: Int
  }

  /// What a level is in the figure.
  package enum Part: Hashable, Sendable {
    case trace, layout, frame, config, transform
    /// A subplot object, such as `xaxis2`, by its name without counter.
    case subplot(WordID)
    /// Any other object.
    case object
  }

  /// Outermost first. Empty where the path leaves the schema at once.
  package private(set) var levels: [Level] = []
  /// Whether the place is in a template, where the contributions of every trace type count.
  package private(set) var isInTemplate = false

  private let tree: ValidationTree
  private let preferred: VersionSet

  /// Follows `path` as far as the schema goes.
  ///
  /// - Parameters:
  ///   - traceType: the type of the trace on the path, which is not in it: as the trace names it.
  ///   - preferred: the versions to follow where a name is not the same kind of thing in all of them.
  package init(
    _ path: some Collection<PathElement>, traceType: String?, _ tree: ValidationTree, in preferred: VersionSet
  ) {
    self.tree = tree
    self.preferred = preferred
    var rest = Array(path)[...]
    switch (rest.popFirst(), rest.first) {
    case (.key("data"), .index):
      rest.removeFirst()
      enterTrace(traceType, 2)
    case (.key("data"), .key): enterTemplateData(&rest, 1)
    case (.key("layout"), _): enter(.layout, tree.layout, tree.allVersions, 1)
    case (.key("config"), _): enter(.config, tree.config, tree.allVersions, 1)
    case (.key("frames"), .index):
      rest.removeFirst()
      enterFrame(&rest, traceType)
    default: return
    }
    while let key = rest.popFirst(), let level = levels.last {
      guard case .key(let name) = key else { return }
      let length = path.count - rest.count
      if level.part == .layout, name == "template" {
        guard case .key(let part) = rest.popFirst() else { return }
        if part == "data" {
          enterTemplateData(&rest, length + 1)
        } else if part == "layout" {
          isInTemplate = true
          enter(.layout, tree.layout, level.versions, length + 1)
        } else {
          return
        }
      } else if !step(name, below: level, length, &rest) {
        return
      }
    }
  }

  private mutating func enter(_ part: Part, _ container: ContainerID, _ versions: VersionSet, _ length: Int) {
    levels.append(Level(part: part, container: container, versions: versions, pathLength: length))
  }

  private mutating func enterTrace(_ type: String?, _ length: Int) {
    // A version that does not know the type draws the trace as scatter.
    let known = type.flatMap(tree.word).flatMap { tree.edge(tree.traces, $0) }
      .flatMap { tree.versions(of: $0).isDisjoint(with: preferred) ? nil : $0 }
    guard let edge = known ?? tree.word("scatter").flatMap({ tree.edge(tree.traces, $0) }) else { return }
    enter(
      .trace, tree.variant(of: edge, at: 0).node.container, tree.versions(of: edge).intersection(tree.allVersions),
      length)
  }

  private mutating func enterFrame(_ rest: inout ArraySlice<PathElement>, _ traceType: String?) {
    enter(.frame, tree.frame, tree.allVersions, 2)
    if rest.first == .key("layout") {
      rest.removeFirst()
      enter(.layout, tree.layout, tree.allVersions, 3)
    } else if rest.first == .key("data"), case .index? = rest.dropFirst().first {
      rest.removeFirst(2)
      enterTrace(traceType, 4)
    }
  }

  /// `template.data.TYPE[index]`, of which `data` is passed.
  private mutating func enterTemplateData(_ rest: inout ArraySlice<PathElement>, _ length: Int) {
    isInTemplate = true
    guard case .key(let type) = rest.popFirst(), case .index = rest.popFirst() else {
      rest = []
      return
    }
    enterTrace(type, length + 2)
  }

  /// Goes into the member `name`; false if that is no container of the schema.
  private mutating func step(
    _ name: String, below level: Level, _ length: Int, _ rest: inout ArraySlice<PathElement>
  ) -> Bool {
    guard let (word, variants) = containers(name, below: level) else { return false }
    let chosen = variants.first { !$0.versions.isDisjoint(with: preferred) } ?? variants.first
    guard let chosen else { return false }
    var length = length
    if chosen.node.kind == .list {
      guard case .index = rest.popFirst() else { return false }
      length += 1
    }
    var versions: VersionSet = []
    for variant in variants where variant.node.container == chosen.node.container {
      versions.formUnion(variant.versions)
    }
    let part: Part = tree.isSubplot(chosen.node.container) ? .subplot(word) : .object
    enter(part, chosen.node.container, versions.intersection(level.versions), length)
    return true
  }

  /// The variants of the member `name` that are containers or lists, and the member's name in the schema.
  private func containers(_ name: String, below level: Level) -> (WordID, [Variant])? {
    guard let (word, variants) = SchemaMember(name, in: level, tree)?.found else { return nil }
    let containers = variants.filter { $0.node.kind != .attribute }
    return containers.isEmpty ? nil : (word, containers)
  }
}

/// A member of a level by its name in a figure, which may carry a counter.
struct SchemaMember {
  let found: (word: WordID, variants: [Variant])

  /// The member called `name`; nil where no version of the schema has one. What trace types contribute counts.
  init?(_ name: String, in level: SchemaPlace.Level, _ tree: ValidationTree) {
    var variants: [Variant] = []
    var word = tree.word(name)
    if let word { variants = SchemaMember.variants(word, in: level, tree) }
    if variants.isEmpty, let base = SubplotName(name)?.base, let found = tree.word(base) {
      word = found
      variants = SchemaMember.variants(found, in: level, tree).filter {
        $0.node.kind == .container && tree.isSubplot($0.node.container)
      }
    }
    guard let word, !variants.isEmpty else { return nil }
    found = (word, variants)
  }

  /// In which versions the member exists, all the way from the root.
  func versions(in level: SchemaPlace.Level) -> VersionSet {
    found.variants.reduce(into: VersionSet()) { $0.formUnion($1.versions) }.intersection(level.versions)
  }

  private static func variants(_ word: WordID, in level: SchemaPlace.Level, _ tree: ValidationTree) -> [Variant] {
    var variants = tree.contributedVariants(word, in: level)
    if let edge = tree.edge(level.container, word) {
      for index in 0..<tree.variantCount(of: edge) { variants.append(tree.variant(of: edge, at: index)) }
    }
    return variants
  }
}

/// The name of a subplot object taken apart: `xaxis2` is `xaxis` and 2.
struct SubplotName {
  let base: String
  let counter: String

  /// Nil where the name ends with no counter that plotly.js takes: a number from 2 on, without leading zeros.
  init?(_ name: String) {
    let digits = name.utf8.reversed().prefix { 0x30...0x39 ~= $0 }.count
    guard digits > 0, digits < name.utf8.count else { return nil }
    let counter = String(name.suffix(digits))
    guard !counter.hasPrefix("0"), counter != "1" else { return nil }
    self.base = String(name.dropLast(digits))
    self.counter = counter
  }
}

extension ValidationTree {
  /// What trace types contribute to a level under the name `word`.
  func contributedVariants(_ word: WordID, in level: SchemaPlace.Level) -> [Variant] {
    let list: ContributionList
    switch level.part {
    case .layout: list = contributions(word)
    case .subplot(let subplot): list = contributions(word, inside: subplot)
    default: return []
    }
    return (0..<list.count).map { contribution(list, at: $0).variant }
  }
}
