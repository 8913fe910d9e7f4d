import Diagnostics
import FigureValidator
import JSONCore
import LintRules
import ValidationTree

/// Turns the problems of a walk into findings: order, paths, positions, words.
///
/// All of this costs only what is wrong: a figure without problems never comes here.
struct FindingResolver {
  private let bytes: InputBytes
  private let name: String
  private let settings: CheckSettings
  private var problems: [Located] = []

  /// What was checked against, one for each tree.
  private var trees: [CheckedTree] = []

  private struct Located {
    var problem: Problem
    /// The index of its tree.
    let tree: Int
    /// Versions of other trees for which it holds too.
    var alsoTargets: [String] = []
  }

  init(bytes: InputBytes, name: String, settings: CheckSettings) {
    self.bytes = bytes
    self.name = name
    self.settings = settings
  }

  mutating func add(_ problems: [Problem], of checked: CheckedTree) {
    for problem in problems { self.problems.append(Located(problem: problem, tree: trees.count)) }
    trees.append(checked)
  }

  /// The report on all problems. O(text up to the last of them + n log n).
  func report(isTemplate: Bool) -> Report {
    guard !problems.isEmpty else { return Report(findings: []) }
    let merged = merge()
    let paths = PathFinder.paths(
      of: merged.map(\.problem.range.lowerBound), in: bytes, range: 0..<bytes.count,
      maximumDepth: settings.maximumDepth)
    var lines = LineIndex(bytes)
    let wordings = trees.map { checked in
      FigureWording(bytes, range: 0..<bytes.count, targets: checked.versions, Suggester(checked.tree))
    }
    return Report(
      findings: zip(merged, paths).compactMap { located, path in
        let place = FigurePlace(path, isTemplate: isTemplate)
        let words = wordings[located.tree].words(for: located.problem, at: place.figurePath)
        return finding(located, at: place, words, &lines)
      })
  }

  /// The problems in the order of the text, one for each mistake.
  private func merge() -> [Located] {
    var merged: [Located] = []
    let sorted = problems.sorted { a, b in
      let (p, q) = (a.problem, b.problem)
      return (p.range.lowerBound, p.range.upperBound, p.rule) < (q.range.lowerBound, q.range.upperBound, q.rule)
    }
    for located in sorted {
      guard let last = merged.last, last.problem.range == located.problem.range else {
        merged.append(located)
        continue
      }
      if last.problem.rule == located.problem.rule {
        // Once for several targets.
        if last.tree == located.tree {
          merged[merged.count - 1].problem.versions.formUnion(located.problem.versions)
        } else {
          merged[merged.count - 1].alsoTargets += targets(of: located)
        }
      } else if last.problem.rule == .numberOverflow {
        // The value is refused because of its size: that says it all.
        merged[merged.count - 1] = located
      } else {
        merged.append(located)
      }
    }
    return merged
  }

  /// The targets in its tree for which a problem holds: all of them for one of the text.
  private func targets(of located: Located) -> [String] {
    let checked = trees[located.tree]
    return checked.tree.names(of: located.problem.versions.isEmpty ? checked.versions : located.problem.versions)
  }

  private func finding(
    _ located: Located, at place: FigurePlace, _ words: Words, _ lines: inout LineIndex
  ) -> Finding? {
    let problem = located.problem
    guard let rule = RuleRegistry.rule(problem.rule) else { return nil }
    return Finding(
      file: name, rule: problem.rule, name: rule.metadata.name,
      severity: settings.severities[problem.rule] ?? rule.metadata.severity, code: problem.code,
      container: place.container, trace: place.trace, path: place.path, pointer: place.pointer, range: problem.range,
      start: SourcePosition(lines.position(of: problem.range.lowerBound)),
      end: SourcePosition(lines.position(of: problem.range.upperBound)), message: words.message, help: words.help,
      targets: targets(of: located) + located.alsoTargets, fix: words.fix,
      excerpt: settings.wantsExcerpts ? Excerpt(of: bytes, around: problem.range) : nil)
  }
}

extension ValidationTree {
  /// The names of the versions in a set, oldest first.
  func names(of versions: VersionSet) -> [String] {
    (0..<versionCount).filter { versions.contains(VersionSet(version: $0)) }.map(versionName)
  }
}
