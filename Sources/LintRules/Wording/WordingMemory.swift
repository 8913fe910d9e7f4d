import Diagnostics
import FigureValidator
import JSONCore
package import ValidationTree

/// What was worked out for the problems of some figures: one mistake is often made in every trace, and in every file of a
/// folder.
///
/// It serves the figures that are checked with one tree, and one task at a time.
package final class WordingMemory {
  package let tree: ValidationTree
  let suggester: Suggester
  var places = PlaceMemory()
  private var answers = HashedEntries<Answer>()

  /// More distinct mistakes than this are no longer one that is made often.
  private static let mostAnswers = 4096
  /// Longer texts are seldom the same.
  private static let longestText = 100

  package init(_ tree: ValidationTree) {
    self.tree = tree
    suggester = Suggester(tree)
  }

  /// What the words depend on besides the problem.
  struct Surroundings: Equatable {
    /// For a key, where it stands; 0 where that does not matter.
    var place = 0
    /// For a key, whether its value is neither an object nor an array.
    var isScalar = false
  }

  /// Words that were found before. A class, so that to look one up costs nothing else.
  final class Answer: Hashed {
    let hash: UInt64
    /// For a key, the name that the fix would give it: it must not be there already.
    let newName: String?

    private let problem: Problem
    private let surroundings: Surroundings
    private let text: [UInt8]
    /// Their fix has offsets from the beginning of the problem's range.
    private let words: Words

    fileprivate init(
      _ words: Words, newName: String?, to problem: Problem, _ surroundings: Surroundings, text: [UInt8], hash: UInt64
    ) {
      self.hash = hash
      self.problem = problem
      self.surroundings = surroundings
      self.text = text
      self.words = words
      self.newName = newName
    }

    /// The words for a problem whose range begins at `offset`.
    func words(at offset: Int) -> Words { words.moved(by: offset) }

    fileprivate func answers(_ other: Problem, _ surroundings: Surroundings, _ bytes: InputBytes) -> Bool {
      self.surroundings == surroundings && problem.isLike(other)
        && text.withInputBytes { bytes.equals(other.range, 0..<$0.count, of: $0) }
    }
  }

  /// The words for a problem like one that was worded before, with the same text.
  func answer(
    to problem: Problem, in surroundings: Surroundings = Surroundings(), _ bytes: InputBytes
  ) -> Answer? {
    guard problem.range.count <= WordingMemory.longestText else { return nil }
    return answers.first(WordingMemory.hash(problem, surroundings, bytes)) { $0.answers(problem, surroundings, bytes) }
  }

  /// Remembers the words for a problem.
  func remember(
    _ words: Words, newName: String? = nil, for problem: Problem, in surroundings: Surroundings = Surroundings(),
    _ bytes: InputBytes
  ) {
    let range = problem.range
    guard range.count <= WordingMemory.longestText else { return }
    if answers.count >= WordingMemory.mostAnswers { answers.removeAll() }
    answers.insert(
      Answer(
        words.moved(by: -range.lowerBound), newName: newName, to: problem, surroundings, text: bytes.copy(range),
        hash: WordingMemory.hash(problem, surroundings, bytes)))
  }

  /// Of all that counts; whoever finds the same asks whether all is, too.
  private static func hash(_ problem: Problem, _ surroundings: Surroundings, _ bytes: InputBytes) -> UInt64 {
    var hash = KeyHash(bytes, problem.range.clamped(to: 0..<bytes.count)).value
    for part in [problem.detail.number, UInt64(surroundings.place), problem.versions.rawValue] {
      hash = (hash ^ part) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash &>> 29
    }
    return hash
  }
}

extension Problem.Detail {
  /// A number in which details that differ mostly do, too.
  fileprivate var number: UInt64 {
    switch self {
    case .invalidValue(let id, let fault, let edge):
      1 | UInt64(id.rawValue) &<< 8 | UInt64(fault.rawValue) &<< 40 | UInt64(edge?.rawValue ?? 0) &<< 48
    case .arrayNotAllowed(let id): 2 | UInt64(id.rawValue) &<< 8
    case .badElement(let id, let fault): 3 | UInt64(id.rawValue) &<< 8 | UInt64(fault.rawValue) &<< 40
    case .partlyDropped(let id): 4 | UInt64(id.rawValue) &<< 8
    case .acceptedByAccident(let id): 5 | UInt64(id.rawValue) &<< 8
    case .notNotebook(let kind): 7 | UInt64(kind.rawValue) &<< 8
    case .nullValue(let id): 6 | UInt64(id.rawValue) &<< 8
    default: 0
    }
  }
}

extension Words {
  /// The same words with a fix so many bytes further on.
  fileprivate func moved(by distance: Int) -> Words {
    guard let fix else { return self }
    var words = self
    words.fix = Fix(
      isSafe: fix.isSafe,
      edits: fix.edits.map {
        Fix.Edit(range: $0.range.lowerBound + distance..<$0.range.upperBound + distance, text: $0.text)
      })
    return words
  }
}
