package import JSONCore

/// Finds the names that a misspelt one may stand for.
///
/// Candidates are offered one after the other; the best few are kept. How far a candidate may be off depends on the
/// length of the name, since no suggestion is better than a silly one.
package struct NearestNames {
  /// A candidate that is near enough.
  package struct Match: Equatable, Sendable {
    package let name: String
    /// The edits between the two; 0 where they differ in capitals alone.
    package let distance: Int
    /// Among candidates of one distance, the larger the more alike.
    let likeness: Likeness
  }

  /// How alike two names of one distance are: first by their letters in any order, then by how they begin.
  struct Likeness: Comparable, Sendable {
    /// The share of letters in common, in thousandths.
    let letters: Int
    let prefix: Int

    static func < (a: Self, b: Self) -> Bool { (a.letters, a.prefix) < (b.letters, b.prefix) }
  }

  /// No attribute's name is longer, and no suggestion is worth the time for one that is.
  private static let longestName = 64
  private static let kept = 6

  private let name: [UInt8]
  private let letters: LetterSet
  private let limit: Int
  private var edits = EditDistance()
  /// Best first.
  package private(set) var matches: [Match] = []

  /// Looks for names near to `name`. Finds none for names of more than 64 bytes.
  package init(to name: String) {
    let bytes = Array(name.utf8.prefix(NearestNames.longestName + 1))
    self.name = bytes.map(EditDistance.small)
    letters = bytes.withInputBytes { LetterSet($0, 0..<$0.count) }
    limit = bytes.count > NearestNames.longestName ? -1 : NearestNames.limit(forLength: bytes.count)
  }

  /// How many edits a name of `length` bytes may be off.
  private static func limit(forLength length: Int) -> Int {
    switch length {
    case 0: -1
    case 1: 0
    case 2...4: 1
    case 5...8: 2
    default: 3
    }
  }

  /// Considers the text in `range` of `bytes`; `name` makes its text where it is worth keeping.
  package mutating func offer(_ bytes: InputBytes, _ range: Range<Int>, as name: () -> String) {
    let bound = matches.count < NearestNames.kept ? limit : min(limit, matches.last?.distance ?? limit)
    guard bound >= 0, abs(self.name.count - range.count) <= bound,
      letters.isNear(LetterSet(bytes, range), edits: bound),
      let distance = edits.distance(from: self.name, to: bytes, range, limit: bound)
    else { return }
    let likeness = likeness(bytes, range)
    // Two edits can make any other of a short name, and three of many a longer one: `label` and `layer`, `tickcolor` and
    // `linecolor`.
    guard distance < 2 || likeness.letters >= (distance == 2 ? 650 : 750) else { return }
    insert(Match(name: name(), distance: distance, likeness: likeness))
  }

  /// Considers a name.
  package mutating func offer(_ candidate: String) {
    candidate.utf8.span.withInputBytes { bytes in
      offer(bytes, 0..<bytes.count) { candidate }
    }
  }

  /// Takes a name that means the same, whatever its letters.
  mutating func accept(_ synonym: String) {
    insert(Match(name: synonym, distance: 0, likeness: Likeness(letters: 0, prefix: 0)))
  }

  private mutating func insert(_ match: Match) {
    let place = matches.firstIndex { NearestNames.isBetter(match, than: $0) } ?? matches.count
    guard place < NearestNames.kept else { return }
    matches.insert(match, at: place)
    if matches.count > NearestNames.kept { matches.removeLast() }
  }

  private static func isBetter(_ a: Match, than b: Match) -> Bool {
    if a.distance != b.distance { return a.distance < b.distance }
    if a.likeness != b.likeness { return a.likeness > b.likeness }
    return a.name < b.name
  }

  private func likeness(_ bytes: InputBytes, _ range: Range<Int>) -> Likeness {
    var prefix = 0
    while prefix < min(name.count, range.count),
      name[prefix] == EditDistance.small(bytes[range.lowerBound + prefix])
    {
      prefix += 1
    }
    var left = name
    for offset in range {
      if let found = left.firstIndex(of: EditDistance.small(bytes[offset])) { left.remove(at: found) }
    }
    let shared = name.count - left.count
    return Likeness(letters: shared * 2000 / max(name.count + range.count, 1), prefix: prefix)
  }
}

/// Which letters there are in a name, capital or small: few names have those of another one but for a few edits, and only these
/// are compared letter by letter.
private struct LetterSet {
  /// A bit for the lower five bits of each byte, which tell letters apart and are the same for both cases.
  private var bits: UInt32 = 0

  init(_ bytes: InputBytes, _ range: Range<Int>) {
    for offset in range { bits |= 1 &<< UInt32(bytes[offset] & 31) }
  }

  /// Whether so many edits may be enough: each takes a letter away at most, and brings one.
  func isNear(_ other: LetterSet, edits: Int) -> Bool {
    (bits & ~other.bits).nonzeroBitCount <= edits && (other.bits & ~bits).nonzeroBitCount <= edits
  }
}

extension NearestNames {
  /// The names near to `name` among `candidates`, best first.
  package static func matches(to name: String, among candidates: some Sequence<String>) -> [Match] {
    var nearest = NearestNames(to: name)
    for candidate in candidates { nearest.offer(candidate) }
    return nearest.matches
  }
}

extension [NearestNames.Match] {
  /// Those worth showing, at most three: the best, and what is hardly less alike.
  package var shown: [String] {
    guard let best = first else { return [] }
    let furthest = best.distance < 2 ? best.distance : best.distance + 1
    return prefix(3).filter { $0.distance <= furthest && $0.likeness.letters > best.likeness.letters - 100 }.map(\.name)
  }

  /// The best one where it is at most one edit away and no other is as near: sure enough for a fix.
  package var certain: String? {
    guard let best = first, best.distance <= 1, dropFirst().first?.distance != best.distance else { return nil }
    return best.name
  }
}
