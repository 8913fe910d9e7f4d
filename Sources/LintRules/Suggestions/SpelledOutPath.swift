import JSONCore
import ValidationTree

/// Reads a key as a path written in one word: `marker_color`, `marker.color`, `markerColor`, `titlefont`.
///
/// The key must be the names along the path one after the other, with or without a separator between them. Only the
/// last may be misspelt.
struct SpelledOutPath {
  private static let maximumDepth = 6
  private static let longestKey = 80

  private let tree: ValidationTree
  private let versions: VersionSet
  /// The key in small letters.
  private let key: [UInt8]
  private var path: [WordID] = []
  private(set) var found: [[String]] = []

  /// The paths below `level` that `key` spells out, best first. Each has at least two names.
  static func paths(
    _ key: String, below level: SchemaPlace.Level, in versions: VersionSet, _ tree: ValidationTree
  ) -> [[String]] {
    var search = SpelledOutPath(tree: tree, versions: versions, key: key.utf8.map(EditDistance.small))
    guard search.key.count <= longestKey else { return [] }
    search.descend(level.container, 0, search.versions, mayErr: false)
    if search.found.isEmpty { search.descend(level.container, 0, search.versions, mayErr: true) }
    return search.found.inOrder { $0.count < $1.count }
  }

  private init(tree: ValidationTree, versions: VersionSet, key: [UInt8]) {
    self.tree = tree
    self.versions = versions
    self.key = key
  }

  /// Looks for names of `container` that go on where the key is read up to `start`.
  private mutating func descend(_ container: ContainerID, _ start: Int, _ live: VersionSet, mayErr: Bool) {
    guard path.count < SpelledOutPath.maximumDepth, found.count < 8 else { return }
    var hasContinued = false
    for edge in tree.edges(of: container) {
      let word = tree.word(of: edge)
      guard let end = end(of: word, from: start) else { continue }
      for index in 0..<tree.variantCount(of: edge) {
        let variant = tree.variant(of: edge, at: index)
        let versions = variant.versions.intersection(live)
        guard !versions.isEmpty else { continue }
        path.append(word)
        defer { path.removeLast() }
        if end == key.count {
          if path.count > 1 { found.append(path.map(tree.text)) }
        } else if variant.node.kind == .container, let next = nextStart(behind: end, word) {
          hasContinued = true
          descend(variant.node.container, next, versions, mayErr: mayErr)
        }
        break
      }
    }
    if mayErr, !hasContinued, !path.isEmpty { guessLast(container, start, live) }
  }

  /// Takes the rest of the key for a misspelt name of `container`.
  private mutating func guessLast(_ container: ContainerID, _ start: Int, _ live: VersionSet) {
    let isSeparated = SpelledOutPath.isSeparator(key[start - 1])
    guard key.count - start >= (isSeparated ? 3 : 5) else { return }
    var nearest = NearestNames(to: String(decoding: key[start...], as: UTF8.self))
    for edge in tree.edges(of: container) where !tree.versions(of: edge).isDisjoint(with: live) {
      tree.offer(tree.word(of: edge), to: &nearest)
    }
    if let best = nearest.matches.first { found.append(path.map(tree.text) + [best.name]) }
  }

  /// Where the key goes on behind `word` if it stands at `start`, with or without separators in it: `text_font` is
  /// `textfont`.
  private func end(of word: WordID, from start: Int) -> Int? {
    let length = tree.length(of: word)
    guard length > 0, length <= key.count - start else { return nil }
    return tree.withText(word) { text, range in
      var end = start
      for offset in range {
        let letter = EditDistance.small(text[offset])
        while end > start, end < key.count, key[end] != letter, SpelledOutPath.isSeparator(key[end]) { end += 1 }
        guard end < key.count, key[end] == letter else { return nil }
        end += 1
      }
      return end
    }
  }

  /// Where the next name begins; nil where none can: a name of one letter needs a separator behind it.
  private func nextStart(behind end: Int, _ word: WordID) -> Int? {
    var next = end
    while next < key.count, SpelledOutPath.isSeparator(key[next]) { next += 1 }
    guard next < key.count, next > end || tree.length(of: word) > 1 && key.count - end > 1 else { return nil }
    return next
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: " ")
  }
}

extension ValidationTree {
  /// Offers a word as a candidate.
  func offer(_ word: WordID, to nearest: inout NearestNames) {
    withText(word) { bytes, range in nearest.offer(bytes, range) { text(word) } }
  }
}
