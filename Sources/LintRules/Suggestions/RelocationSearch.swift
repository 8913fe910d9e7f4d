import ValidationTree

/// Looks for a key in the objects around, inside and beside the one that does not know it.
struct RelocationSearch {
  let key: String
  /// The objects around the key, outermost first.
  let levels: [SchemaPlace.Level]
  let versions: VersionSet
  let tree: ValidationTree
  /// Whether the key's value is neither an object nor an array.
  var isScalar = false

  /// The best places, best first.
  func all() -> [Relocation] {
    guard let level = levels.last, key.utf8.count <= 80 else { return [] }
    let spelled = SpelledOutPath.paths(key, below: level, in: versions.intersection(level.versions), tree)
    if !spelled.isEmpty {
      return spelled.prefix(2).map { Relocation(kind: .spelledOut, path: textual($0, below: level), owner: "") }
    }
    let word = tree.word(key)
    let inside = word.map { self.inside($0, level.container, versions) } ?? []
    let common = inside.filter(\.isCommon)
    // A letter or two are an attribute of nearly everything: then the object around is likelier.
    if key.utf8.count > 2, !common.isEmpty { return common }
    if let above = above() { return [above] }
    if let other = otherPart(level) { return [other] }
    if !common.isEmpty { return common }
    if key.utf8.count > 2, !inside.isEmpty { return inside }
    return word.map { deeper($0, level) } ?? []
  }

  // MARK: - Inside

  /// The objects directly inside `container` that have `word`, those in common use first.
  private func inside(
    _ word: WordID, _ container: ContainerID, _ live: VersionSet
  ) -> [Relocation] {
    var found: [(rank: Int, name: String)] = []
    forEachChild(of: container, live) { edge, child, versions in
      guard let inner = tree.edge(child, word), !tree.versions(of: inner).isDisjoint(with: versions) else { return }
      let name = tree.text(tree.word(of: edge))
      found.append((CommonObjects.rank(name), name))
    }
    if found.isEmpty { return [] }
    found.sort { $0 < $1 }
    return found.prefix(3).map {
      Relocation(kind: .inside, path: [$0.name, key], owner: "", isCommon: CommonObjects.isCommon($0.name))
    }
  }

  /// The same one level further down.
  private func deeper(_ word: WordID, _ level: SchemaPlace.Level) -> [Relocation] {
    var found: [(rank: Int, name: String, relocations: [Relocation])] = []
    forEachChild(of: level.container, versions) { edge, child, versions in
      var inside = inside(word, child, versions)
      guard !inside.isEmpty else { return }
      let name = tree.text(tree.word(of: edge))
      for index in inside.indices { inside[index] = inside[index].below(name) }
      found.append((CommonObjects.rank(name), name, inside))
    }
    // Beyond a few it is a name that is everywhere.
    guard key.utf8.count > 3, let best = found.min(by: { ($0.rank, $0.name) < ($1.rank, $1.name) }) else { return [] }
    return Array(best.relocations.prefix(1))
  }

  /// Calls `body` with the objects directly inside `container`, and in which of the versions `live` each is.
  private func forEachChild(
    of container: ContainerID, _ live: VersionSet, _ body: (EdgeID, ContainerID, VersionSet) -> Void
  ) {
    for edge in tree.edges(of: container) {
      for index in 0..<tree.variantCount(of: edge) {
        let variant = tree.variant(of: edge, at: index)
        let versions = variant.versions.intersection(live)
        guard variant.node.kind == .container, !versions.isEmpty else { continue }
        body(edge, variant.node.container, versions)
        break
      }
    }
  }

  /// The path, with `text` behind it where a scalar is meant for an object that has one: a title.
  private func textual(_ path: [String], below level: SchemaPlace.Level) -> [String] {
    guard isScalar, let text = tree.word("text") else { return path }
    var container = level.container
    for name in path {
      let child = tree.word(name).flatMap { tree.edge(container, $0) }.flatMap { edge in
        (0..<tree.variantCount(of: edge)).map { tree.variant(of: edge, at: $0) }
          .first { $0.node.kind == .container && !$0.versions.isDisjoint(with: versions) }
      }
      guard let child else { return path }
      container = child.node.container
    }
    return tree.edge(container, text) == nil ? path : path + ["text"]
  }

  // MARK: - Around and beside

  /// The nearest object around the key that has it.
  private func above() -> Relocation? {
    for index in levels.indices.dropLast().reversed() where knows(levels[index]) {
      // From the layout of a frame or template up it is another figure part.
      return Relocation(
        kind: .above(levels: levels.count - 1 - index), path: [key], owner: RelocationSearch.name(levels[index], tree))
    }
    return nil
  }

  private func knows(_ level: SchemaPlace.Level) -> Bool {
    if level.part == .trace, key == "type" { return true }
    return SchemaMember(key, in: level, tree).map { !$0.versions(in: level).isDisjoint(with: versions) } ?? false
  }

  /// What the other part of the figure has: traces for the layout, the layout for a trace.
  private func otherPart(_ level: SchemaPlace.Level) -> Relocation? {
    switch level.part {
    case .layout: inTraces()
    case .trace: inLayout()
    default: nil
    }
  }

  /// The layout, if it has the attribute.
  func inLayout() -> Relocation? {
    let layout = SchemaPlace.Level(part: .layout, container: tree.layout, versions: tree.allVersions, pathLength: 1)
    return knows(layout) ? Relocation(kind: .layout, path: ["layout", key], owner: "the layout") : nil
  }

  /// The traces, if those of some type have the attribute.
  func inTraces() -> Relocation? {
    let trace = Relocation(kind: .trace, path: [key], owner: "a trace")
    if key == "type" { return trace }
    return traceTypes().isEmpty ? nil : trace
  }

  /// The trace types that have the attribute, in byte order.
  func traceTypes() -> [String] {
    guard let word = tree.word(key) else { return [] }
    return tree.edges(of: tree.traces).compactMap { type in
      guard !tree.versions(of: type).isDisjoint(with: versions),
        let edge = tree.edge(tree.variant(of: type, at: 0).node.container, word),
        !tree.versions(of: edge).isDisjoint(with: versions)
      else { return nil }
      return tree.text(tree.word(of: type))
    }
  }

  private static func name(_ level: SchemaPlace.Level, _ tree: ValidationTree) -> String {
    switch level.part {
    case .trace: "the trace"
    case .layout: "the layout"
    case .frame: "the frame"
    case .config: "the configuration"
    case .transform: "the transform"
    case .subplot(let word): "'\(tree.text(word))'"
    case .object: "the object around"
    }
  }
}

/// The objects that figures have most: what an attribute in the wrong place most likely belongs to.
///
/// In the order of their number in plotly.js's image-test figures and the examples of the Python package.
private enum CommonObjects {
  private static let names = [
    "marker", "title", "line", "font", "xaxis", "yaxis", "domain", "margin", "legend", "contours", "projection",
    "tickfont", "geo", "textfont", "colorbar", "scene", "polar", "camera", "pattern", "map", "coloraxis",
  ]

  /// Smaller is more common.
  static func rank(_ name: String) -> Int { names.firstIndex(of: name) ?? names.count }

  static func isCommon(_ name: String) -> Bool { names.contains(name) }
}
