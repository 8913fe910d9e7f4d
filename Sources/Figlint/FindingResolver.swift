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
  private let text: FigureText
  private let name: String
  private let settings: CheckSettings
  private var problems: [Located] = []
  /// Where there are notes to figlint.
  private var notes: [Int] = []
  /// Whether the input is a figure or a part of one; if not, places are named from its root.
  var holdsFigure = true

  /// What was checked against, one for each tree.
  private var trees: [CheckedTree] = []
  /// What the walk with one of the trees knows of the figure.
  private var values: KnownValues?

  init(bytes: InputBytes, text: FigureText, name: String, settings: CheckSettings) {
    self.bytes = bytes
    self.text = text
    self.name = name
    self.settings = settings
  }

  /// - Parameter values: what the walk knows, where the text is that of one figure: the paths of problems are found sooner then.
  mutating func add(
    _ problems: [Problem], notes: [Int], knowing values: @autoclosure () -> KnownValues? = nil, of checked: CheckedTree
  ) {
    guard !problems.isEmpty || !notes.isEmpty else { return trees.append(checked) }
    self.values = values() ?? self.values
    self.notes += notes
    for problem in problems { self.problems.append(Located(problem: problem, tree: trees.count)) }
    trees.append(checked)
  }

  /// The report on all problems, with the first `limit` of them worded. O(text up to the last of those + n log n).
  mutating func report(isTemplate: Bool, wording limit: Int, _ memory: CheckMemory) -> Report {
    guard !problems.isEmpty || !notes.isEmpty else { return Report() }
    var lines = LineIndex(bytes)
    return report(isTemplate: isTemplate, at: EmbeddedPlace(), wording: limit, memory, &lines)
  }

  /// The same for a figure at `place` in a larger input, whose lines are counted in `lines`.
  mutating func report(
    isTemplate: Bool = false, at place: EmbeddedPlace, wording limit: Int, _ memory: CheckMemory,
    _ lines: inout LineIndex
  ) -> Report {
    if !notes.isEmpty { applyNotes() }
    guard !problems.isEmpty else { return Report() }
    let merged = merged()
    var counts = FindingCounts()
    var rules = memory.rules
    defer { memory.rules = rules }
    for index in merged.indices {
      let id = merged[index].problem.rule
      guard let rule = rules[id] else { continue }
      counts.add(id, rule.name, rule.severity(of: merged[index].problem, settings.severities))
    }
    guard limit > 0 else { return Report(counts: counts) }
    let values = values
    // Not the resolver itself, which is much to copy for each finding.
    let (name, bytes, holdsFigure, severities) = (name, bytes, holdsFigure, settings.severities)
    let (wantsExcerpts, wantsPlacesOfEdits) = (settings.wantsExcerpts, settings.wantsPlacesOfEdits)
    let wordings = trees.indices.map { index in
      FigureWording(bytes, text, knowing: values, memory.wording(index, of: trees))
    }
    var targets = TargetNames(trees)
    var findings: [Finding] = []
    findings.reserveCapacity(min(limit, merged.count))
    text.findPlaces(
      at: merged.prefix(limit).map(\.problem.range.lowerBound), in: bytes, maximumDepth: settings.maximumDepth,
      knowing: values
    ) { index, path, containers in
      let problem = merged[index].problem
      let path = isTemplate ? FigurePlace.stepsToTemplate + path : path
      guard let rule = rules[problem.rule] else { return }
      let words = wordings[merged[index].tree].words(for: problem, of: rule.type, at: path, in: containers)
      let range = problem.range
      let inFigure = holdsFigure ? FigurePlace(path) : FigurePlace(outsideOfFigures: path)
      findings.append(
        Finding(
          file: name, rule: problem.rule, name: rule.name,
          severity: rule.severity(of: problem, severities), code: problem.code,
          container: inFigure.container, trace: inFigure.trace, path: inFigure.path,
          stepsToInput: isTemplate ? FigurePlace.stepsToTemplate.count : 0, range: range,
          start: SourcePosition(lines.position(of: range.lowerBound)),
          end: SourcePosition(lines.position(of: range.upperBound)), message: words.message, help: words.help,
          targets: targets.names(merged[index].tree, problem.versions, merged[index].alsoTargets),
          fix: wantsPlacesOfEdits ? words.fix?.placed(&lines) : words.fix,
          // Reports are published, too: they do not show what should be kept secret.
          excerpt: wantsExcerpts && !problem.isSecret ? Excerpt(of: bytes, around: range) : nil,
          cell: place.cell,
          output: place.output, figure: place.figure))
    }
    return Report(findings: findings, counts: counts)
  }

  /// Passes over what the figure itself says is to be passed over, and adds what is wrong with that.
  private mutating func applyNotes() {
    var suppressions = Suppressions(notes, in: bytes, text, maximumDepth: settings.maximumDepth)
    problems.removeAll { suppressions.hides($0.problem) }
    problems += suppressions.problems(checked: settings.rules).map { Located(problem: $0, tree: 0) }
  }

  /// The problems in the order of the text, one for each mistake.
  private func merged() -> [Located] {
    // One walk mostly finds them in that order, and none twice.
    let isInOrder = problems.indices.dropFirst().allSatisfy { index in
      problems[index - 1].problem.range.lowerBound < problems[index].problem.range.lowerBound
    }
    return isInOrder ? problems : merge(problems)
  }

  private func merge(_ problems: [Located]) -> [Located] {
    var targets = TargetNames(trees)
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
          merged[merged.count - 1].alsoTargets += targets.names(
            located.tree, located.problem.versions, located.alsoTargets)
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
}

/// A problem of one of several trees.
private struct Located {
  var problem: Problem
  /// The index of its tree.
  let tree: Int
  /// Versions of other trees for which it holds too.
  var alsoTargets: [String] = []
}

/// The names of the targets that problems hold for. Those of one are mostly those of the one before.
private struct TargetNames {
  private let trees: [CheckedTree]
  private var last: (tree: Int, versions: VersionSet, names: [String])?

  init(_ trees: [CheckedTree]) { self.trees = trees }

  /// The targets for which a problem holds: all of its tree for one of the text.
  ///
  /// - Parameters:
  ///   - tree: the index of the tree.
  ///   - others: targets of other trees, for which it holds too.
  mutating func names(_ tree: Int, _ versions: VersionSet, _ others: [String]) -> [String] {
    let versions = versions.isEmpty ? trees[tree].versions : versions
    if let last, last.tree == tree, last.versions == versions {
      return others.isEmpty ? last.names : last.names + others
    }
    let names = trees[tree].tree.names(of: versions)
    last = (tree, versions, names)
    return others.isEmpty ? names : names + others
  }
}

extension ValidationTree {
  /// The names of the versions in a set, oldest first.
  func names(of versions: VersionSet) -> [String] {
    (0..<versionCount).filter { versions.contains(VersionSet(version: $0)) }.map(versionName)
  }
}

extension Fix {
  /// The fix with the lines and columns of its edits.
  fileprivate func placed(_ lines: inout LineIndex) -> Fix {
    var fix = self
    for index in fix.edits.indices {
      let range = fix.edits[index].range
      fix.edits[index].start = SourcePosition(lines.position(of: range.lowerBound))
      fix.edits[index].end = SourcePosition(lines.position(of: range.upperBound))
    }
    return fix
  }
}
