import Diagnostics
import FigureValidator
import JSONCore
import ValidationTree

/// The words for a key that is not known where it stands.
struct UnknownKeyWords {
  private let problem: Problem
  private let context: WordingContext
  /// What the key was taken for: `attribute`, `option`.
  private let noun: String
  private let key: ReceivedValue
  private let advice: KeyAdvice

  /// The words for `problem`; those that were made for the same mistake before, where there are.
  static func words(for problem: Problem, _ place: KeyPlace, _ context: WordingContext, noun: String) -> Words {
    let around = context.knownPlace(in: problem.versions)
    let isScalar = isScalar(behind: problem.range.upperBound, context.bytes)
    let surroundings = WordingMemory.Surroundings(place: around.number, isScalar: isScalar)
    if let known = context.memory.answer(to: problem, in: surroundings, context.bytes) {
      return without(known.newName, known.words(at: problem.range.lowerBound), context)
    }
    let unknown = UnknownKeyWords(problem, place, around.place, context, noun: noun, isScalar: isScalar)
    let (words, newName) = unknown.words
    // Which of several names is best depends on those that the object has already.
    if !unknown.isUndecided {
      context.memory.remember(words, newName: newName, for: problem, in: surroundings, context.bytes)
    }
    return without(newName, words, context)
  }

  private init(
    _ problem: Problem, _ place: KeyPlace, _ around: SchemaPlace, _ context: WordingContext, noun: String,
    isScalar: Bool
  ) {
    self.problem = problem
    self.context = context
    self.noun = noun
    key = ReceivedValue(context.bytes, problem.range)
    advice = context.memory.suggester.advice(
      for: key.text ?? "", in: place, around, isScalar: isScalar, versions: problem.versions)
  }

  static func noun(of place: KeyPlace) -> String {
    switch place {
    case .templateTraceTypes: "trace type"
    case .figure, .container, .template, .unknownTransform: "attribute"
    }
  }

  /// The words, and the name that their fix gives the key.
  private var words: (Words, newName: String?) {
    let offer = Offer(key: key.text ?? "", ranked(), advice)
    var message = "unknown \(noun) \(key.shown)"
    if !advice.contributors.isEmpty {
      message += ": it needs a trace of type \(EnglishList.quoted(advice.contributors, limit: 4))"
    } else if let history = VersionHistory(advice.knownVersions, from: problem.versions, context.tree) {
      message += " (\(history.remark))"
    }
    let fix = offer.replacement.map { Fix.replacing(key.content, with: $0) }
    return (Words(message, help: offer.help, fix: fix), offer.replacement)
  }

  /// Whether several names are equally near.
  private var isUndecided: Bool {
    advice.names.count > 1 && advice.names[0].distance == advice.names[1].distance
  }

  /// The nearest names, those that the object has already behind equally near ones: the attribute that is missing is the
  /// one that was meant.
  private func ranked() -> [NearestNames.Match] {
    guard isUndecided, let best = advice.names.first, let present = context.siblings else { return advice.names }
    let rest = advice.names.prefix { $0.distance == best.distance }
    let missing = rest.filter { !present.contains($0.name) }
    return missing.isEmpty ? advice.names : missing + advice.names.dropFirst(rest.count)
  }

  /// `words` without their fix where the object has the new name already.
  private static func without(_ newName: String?, _ words: Words, _ context: WordingContext) -> Words {
    guard let newName, context.hasSibling(newName) else { return words }
    var words = words
    words.fix = nil
    return words
  }

  private static func isScalar(behind key: Int, _ bytes: InputBytes) -> Bool {
    let colon = firstVisible(bytes, from: key)
    guard bytes[colon] == UInt8(ascii: ":") else { return true }
    let byte = bytes[firstVisible(bytes, from: colon + 1)]
    return byte != UInt8(ascii: "{") && byte != UInt8(ascii: "[")
  }

  /// The first offset from `offset` on where there is no white space.
  private static func firstVisible(_ bytes: InputBytes, from offset: Int) -> Int {
    var offset = offset
    while bytes[offset] == 0x20 || 0x09...0x0D ~= bytes[offset] { offset += 1 }
    return offset
  }
}

/// What is offered for an unknown key: the likeliest first.
private struct Offer {
  private(set) var help: String?
  /// The name to write instead of the key, where that is certain.
  private(set) var replacement: String?

  /// A name in other letters only, then the path that the key spells out, then a name one letter off, then the same name
  /// in another object, then what is further off. Short names are one letter off from many: there the same name in
  /// another object comes first.
  init(key: String, _ names: [NearestNames.Match], _ advice: KeyAdvice) {
    if let successor = advice.successor {
      help = EnglishList.didYouMean([successor])
      return
    }
    let relocation = advice.relocations.first
    let isNameFirst: Bool
    switch (names.first?.distance, relocation?.kind) {
    case (nil, _): isNameFirst = false
    case (_, nil), (0, _): isNameFirst = true
    case (_, .spelledOut): isNameFirst = false
    case (let distance?, _): isNameFirst = distance == 1 && key.utf8.count > 4
    }
    if isNameFirst {
      help = EnglishList.didYouMean(names.shown)
      replacement = names.certain
    } else if let relocation {
      help = Offer.help(key: key, relocation, advice.relocations)
    } else if !advice.otherTypes.isEmpty {
      help = "other trace types have it: \(EnglishList.quoted(advice.otherTypes, "and", limit: 3))"
    }
  }

  private static func help(key: String, _ first: Relocation, _ all: [Relocation]) -> String {
    switch first.kind {
    case .spelledOut: "did you mean '\(first.attribute)'? write it nested: \(nested(first.path))"
    case .inside:
      EnglishList.didYouMean(all.filter { $0.kind == .inside }.map(\.attribute)) ?? ""
    case .above(let levels):
      "'\(first.path.last ?? key)' belongs to \(first.owner), \(levels == 1 ? "one level" : "\(levels) levels") up"
    case .layout: "'\(first.path.last ?? key)' belongs to the layout"
    case .trace: "'\(first.path.last ?? key)' belongs to a trace, in 'data'"
    }
  }

  /// `{"title": {"font": …}}`.
  private static func nested(_ path: [String]) -> String {
    path.reversed().reduce("…") { inner, name in "{\"\(name)\": \(inner)}" }
  }
}
