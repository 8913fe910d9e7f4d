import Diagnostics
import JSONCore

/// Applies the fixes that findings carry.
///
/// All fixes that do not overlap are made at once, the text is checked again, and so on until nothing changes. A fix is kept only if
/// it makes nothing worse: the text must still be JSON and must not have more findings, or more errors, than before.
package struct TextFixer {
  /// Fixes uncover others (a trailing comma behind a NaN), but not without end.
  private static let maximumRounds = 10
  /// How often a text is checked to find the fixes among several that make it worse.
  private static let maximumTrials = 64

  /// What became of a text.
  package struct Result: Sendable {
    /// The text as it is now.
    package fileprivate(set) var text: [UInt8]
    /// What it differs in from the original: replacements of 0-based bytes, in order, none touching another.
    package fileprivate(set) var edits: [(range: Range<Int>, text: [UInt8])] = []
    /// What is still wrong with it.
    package fileprivate(set) var outcome: CheckOutcome
    /// How many fixes were made.
    package fileprivate(set) var fixed = 0
    /// How many were not, because they would have made something worse.
    package fileprivate(set) var refused = 0
  }

  private let includesUnsafe: Bool
  private let check: (_ text: [UInt8]) -> CheckOutcome
  private var trials = 0

  /// - Parameters:
  ///   - includesUnsafe: whether fixes that may change the drawing are made, too.
  ///   - check: finds what is wrong with a text. All findings must be worded.
  package init(includingUnsafe includesUnsafe: Bool, check: @escaping (_ text: [UInt8]) -> CheckOutcome) {
    self.includesUnsafe = includesUnsafe
    self.check = check
  }

  /// Fixes a text.
  ///
  /// - Parameter outcome: what is wrong with it.
  /// - Complexity: O(length × rounds); where fixes are refused, O(length × log(fixes)) for each of them.
  package mutating func fix(_ original: [UInt8], _ outcome: CheckOutcome) -> Result {
    var result = Result(text: original, outcome: outcome)
    var pieces = TextPieces(count: original.count)
    // Two fixes may undo each other.
    var seen: Set = [original.hashValue]
    for _ in 0..<Self.maximumRounds {
      let fixes = self.fixes(for: result)
      guard !fixes.isEmpty else {
        result.refused = 0
        break
      }
      trials = 0
      let base = State(result.text, result.outcome)
      var accepted: [Fix] = []
      var best: State?
      choose(from: fixes[...], onTopOf: &accepted, base, &best)
      result.refused = fixes.count - accepted.count
      guard let best, seen.insert(best.text.hashValue).inserted else { break }
      pieces.apply(accepted.flatMap(\.edits))
      result.fixed += accepted.count
      result.text = best.text
      result.outcome = best.outcome
    }
    result.edits = pieces.edits
    return result
  }

  /// The fixes that can be made at once, in byte order.
  private func fixes(for result: Result) -> [Fix] {
    let all = result.outcome.report.findings.compactMap(\.fix).filter {
      ($0.isSafe || includesUnsafe) && Self.isSound($0, length: result.text.count)
    }
    let sorted = all.sorted { $0.span.lowerBound < $1.span.lowerBound }
    var chosen: [Fix] = []
    var end = -1
    var isInsertion = false
    for fix in sorted {
      let span = fix.span
      // What is inserted where something else ends has no certain order.
      guard span.lowerBound > end || span.lowerBound == end && !isInsertion && !span.isEmpty else { continue }
      chosen.append(fix)
      end = span.upperBound
      isInsertion = span.isEmpty
    }
    return chosen
  }

  /// Whether the edits lie within the text, in order.
  private static func isSound(_ fix: Fix, length: Int) -> Bool {
    guard let first = fix.edits.first, let last = fix.edits.last, first.range.lowerBound >= 0,
      last.range.upperBound <= length
    else { return false }
    return zip(fix.edits, fix.edits.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound }
  }

  /// A text and what is wrong with it.
  private struct State {
    let text: [UInt8]
    let outcome: CheckOutcome
    /// How many bytes are left where the text stops being JSON; nil where it is JSON throughout, and where it should not be: what
    /// breaks in a page or a line is a finding that others do not depend on.
    let unread: Int?

    init(_ text: [UInt8], _ outcome: CheckOutcome) {
      self.text = text
      self.outcome = outcome
      unread = outcome.content == .page || outcome.content == .lines ? nil : Self.unread(text)
    }

    private static func unread(_ text: [UInt8]) -> Int? {
      text.span.withInputBytes { bytes in
        var scanner = JSONScanner(bytes, range: 0..<bytes.count, maximumDepth: .max)
        scanner.passByteOrderMark()
        do throws(ScanError) {
          try scanner.skipValue()
          try scanner.expectEnd()
          return nil
        } catch {
          return bytes.count - error.range.lowerBound
        }
      }
    }

    /// Whether the text is no worse than it was before `fixes` more fixes were made.
    ///
    /// One fix alone may leave something else to do: a name that is right now, with a value that is wrong. Of several each must
    /// have made its finding go, or one could hide the harm of another.
    func isNoWorse(than other: State, after fixes: Int) -> Bool {
      // What was behind a break was not judged before.
      if let before = other.unread { return unread.map { $0 < before } ?? true }
      let (new, old) = (outcome.report.counts, other.outcome.report.counts)
      let gone = fixes == 1 ? 0 : fixes
      return unread == nil && new.total <= old.total - gone && new.count(of: .error) <= old.count(of: .error)
    }
  }

  /// Adds to `accepted` those of `fixes` that make nothing worse, and leaves what comes of all in `best`.
  private mutating func choose(
    from fixes: ArraySlice<Fix>, onTopOf accepted: inout [Fix], _ base: State, _ best: inout State?
  ) {
    guard !fixes.isEmpty, trials < Self.maximumTrials else { return }
    trials += 1
    let candidate = accepted + fixes
    let text = base.text.applying(candidate.flatMap(\.edits))
    let state = State(text, check(text))
    if state.isNoWorse(than: best ?? base, after: fixes.count), text != base.text {
      accepted = candidate
      best = state
    } else if fixes.count > 1 {
      let middle = fixes.startIndex + fixes.count / 2
      choose(from: fixes[..<middle], onTopOf: &accepted, base, &best)
      choose(from: fixes[middle...], onTopOf: &accepted, base, &best)
    }
  }
}

extension Fix {
  /// From the beginning of its first edit to the end of its last.
  fileprivate var span: Range<Int> {
    guard let first = edits.first, let last = edits.last else { return 0..<0 }
    return first.range.lowerBound..<last.range.upperBound
  }
}
