package import Diagnostics
package import FigureValidator
package import JSONCore
import ValidationTree

/// The rules that a figure switches off: `meta.figlint.ignore` of a trace for that trace, that of the layout for the whole figure.
///
/// The walk notes where such notes are; a figure without them has none of this done.
package struct Suppressions {
  /// One entry of a list.
  private struct Entry {
    /// 0-based bytes of the string.
    let range: Range<Int>
    let rules: [RuleID]
    /// 0-based bytes in which problems are passed over.
    let scope: Range<Int>
    var isUsed = false
  }

  private var entries: [Entry] = []
  private var flaws: [Problem] = []
  /// Whether the text breaks, so that it is not known what else would be found.
  private var isBroken = false
  private let bytes: InputBytes

  /// Reads the notes of a figure.
  ///
  /// - Parameter notes: where the objects open that hold them: the values of `meta`. 0-based bytes in any order, also repeated.
  /// - Complexity: O(text up to the last note + n log n).
  package init(_ notes: [Int], in bytes: InputBytes, _ text: FigureText, maximumDepth: Int) {
    self.bytes = bytes
    var offsets: [Int] = []
    for note in notes.inOrder(by: <) where note != offsets.last { offsets.append(note) }
    guard !offsets.isEmpty else { return }
    text.findPlaces(at: offsets, in: bytes, maximumDepth: maximumDepth) { index, path, containers in
      guard path.last == .key("meta"), let holder = containers.last else { return }
      var scope = text.range
      if path != [.key("layout"), .key("meta")] {
        var scanner = JSONScanner(bytes, range: holder..<bytes.count, maximumDepth: .max)
        // Where the text breaks, what is left belongs to it.
        _ = try? scanner.skipValue()
        scope = holder..<max(holder, scanner.position)
      }
      try? read(noteAt: offsets[index], scope)
    }
  }

  /// Whether a problem is passed over; the entries that say so are of use then.
  package mutating func hides(_ problem: Problem) -> Bool {
    // No note in a text makes it JSON.
    if case .brokenText = problem.detail {
      isBroken = true
      return false
    }
    var isHidden = false
    for index in entries.indices where entries[index].rules.contains(problem.rule) {
      let scope = entries[index].scope
      guard scope.lowerBound <= problem.range.lowerBound, problem.range.upperBound <= scope.upperBound else { continue }
      entries[index].isUsed = true
      isHidden = true
    }
    return isHidden
  }

  /// What is wrong with the notes themselves, and the entries that were of no use for the problems asked about. Of these only such
  /// are told whose rules were checked.
  package func problems(checked rules: RuleSet) -> [Problem] {
    let unused = entries.filter { entry in
      guard !entry.isUsed, !isBroken else { return false }
      let usual = entry.rules.filter { RuleRegistry.onByDefault.contains($0) }
      return (usual.isEmpty ? entry.rules : usual).allSatisfy { rules.contains($0) }
    }
    let all = flaws + unused.map { Problem(.unusedSuppression, .suppression(.unused), at: $0.range, in: .none) }
    return all.filter { rules.contains($0.rule) }
  }

  // MARK: - Reading

  private mutating func read(noteAt offset: Int, _ scope: Range<Int>) throws(ScanError) {
    var scanner = JSONScanner(bytes, range: offset..<bytes.count, maximumDepth: .max)
    try scanner.forEachMember { (key, scanner) throws(ScanError) in
      guard key.hasText("figlint", scanner.bytes) else {
        try scanner.skipValue()
        return
      }
      let start = scanner.startOfValue
      let isObject = scanner.peek() == UInt8(ascii: "{")
      try scanner.forEachMember { (key, scanner) throws(ScanError) in
        if key.hasText("ignore", scanner.bytes) {
          try readRules(&scanner, scope)
        } else {
          note(.unknownKey, key.string.range)
          try scanner.skipValue()
        }
      }
      if !isObject { note(.noObject, start..<scanner.position) }
    }
  }

  private mutating func readRules(_ scanner: inout JSONScanner, _ scope: Range<Int>) throws(ScanError) {
    let start = scanner.startOfValue
    switch scanner.peek() {
    case UInt8(ascii: "\""): try readRule(&scanner, scope)
    case UInt8(ascii: "["):
      try scanner.forEachElement { (scanner) throws(ScanError) in
        let start = scanner.startOfValue
        if scanner.peek() == UInt8(ascii: "\"") {
          try readRule(&scanner, scope)
        } else {
          try scanner.skipValue()
          note(.noRuleList, start..<scanner.position)
        }
      }
    default:
      try scanner.skipValue()
      note(.noRuleList, start..<scanner.position)
    }
  }

  private mutating func readRule(_ scanner: inout JSONScanner, _ scope: Range<Int>) throws(ScanError) {
    let string = try scanner.scanString()
    if string.content.count <= 100, let rules = try? RuleSelector(StringText.string(bytes, string.content)).rules {
      entries.append(Entry(range: string.range, rules: rules, scope: scope))
    } else {
      note(.unknownRule, string.range)
    }
  }

  private mutating func note(_ flaw: SuppressionFlaw, _ range: Range<Int>) {
    flaws.append(Problem(.invalidSuppression, .suppression(flaw), at: range, in: .none))
  }
}

extension JSONScanner {
  /// Where the next value begins.
  fileprivate var startOfValue: Int {
    mutating get {
      _ = peek()
      return position
    }
  }
}
