import Diagnostics

/// Which of the versions that a figure was checked against take all of it, told from its findings: an error stands in the
/// way of the versions for which it holds.
struct Compatibility {
  /// An error and the versions that it keeps away, by their numbers in ``versions``, ascending.
  struct Obstacle {
    let finding: Finding
    let versions: [Int]
  }

  /// Oldest first.
  let versions: [String]
  /// Spans of versions that take the figure, oldest first.
  let accepted: [ClosedRange<Int>]
  /// In the order of the text.
  let obstacles: [Obstacle]

  /// - Parameters:
  ///   - numbers: those of the versions by name.
  ///   - findings: of a check against all of `versions`.
  init(_ findings: [Finding], versions: [String], numbers: [String: Int]) {
    self.versions = versions
    var isRefused = [Bool](repeating: false, count: versions.count)
    obstacles = findings.filter { $0.severity == .error }.map { finding in
      let refused = finding.targets.compactMap { numbers[$0] }
      for number in refused { isRefused[number] = true }
      return Obstacle(finding: finding, versions: refused)
    }
    accepted = Compatibility.spans(of: versions.indices.filter { !isRefused[$0] })
  }

  /// The runs of numbers that follow each other.
  static func spans(of numbers: [Int]) -> [ClosedRange<Int>] {
    var spans: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = spans.last, last.upperBound == number - 1 {
        spans[spans.count - 1] = last.lowerBound...number
      } else {
        spans.append(number...number)
      }
    }
    return spans
  }

  /// The oldest and the newest version that take the figure; nil if none does.
  var lowest: String? { accepted.first.map { versions[$0.lowerBound] } }
  var highest: String? { accepted.last.map { versions[$0.upperBound] } }
  /// Whether the newest of all versions takes the figure.
  var fitsNewest: Bool { accepted.last?.upperBound == versions.count - 1 }
}

/// What a run over many figures comes to.
struct CompatibilityTally {
  var figures = 0
  var fittingNewest = 0
  var fittingNone = 0

  mutating func count(_ compatibility: Compatibility) {
    figures += 1
    if compatibility.fitsNewest { fittingNewest += 1 }
    if compatibility.accepted.isEmpty { fittingNone += 1 }
  }
}
