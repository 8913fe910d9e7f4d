import Diagnostics
import JSONCore

/// `--compat`: for each figure the versions that take it, and what stands in the way of others.
struct CompatibilityTextReporter: Reporter {
  private let versions: [String]
  private let numbers: [String: Int]
  private let usesColour: Bool
  /// Whether obstacles are told, too.
  private let showsObstacles: Bool
  private var tally = CompatibilityTally()

  init(versions: [String], usesColour: Bool, showsObstacles: Bool) {
    self.versions = versions
    numbers = Dictionary(zip(versions, versions.indices), uniquingKeysWith: { first, _ in first })
    self.usesColour = usesColour
    self.showsObstacles = showsObstacles
  }

  mutating func report(_ findings: ArraySlice<Finding>, in file: String, into output: inout [UInt8]) {
    let compatibility = Compatibility(Array(findings), versions: versions, numbers: numbers)
    tally.count(compatibility)
    StyledText.append(to: &output, usesColour: usesColour) { text in
      text.begin(.path)
      text.append(path: file, limit: 400)
      text.end(.path)
      text.append(": \(verdict(compatibility))\n")
      for line in showsObstacles ? ObstacleList(compatibility).lines : [] {
        text.append("  \(line.versions): \(words(line))\n")
      }
    }
  }

  mutating func finish(_ summary: RunSummary, into output: inout [UInt8]) {
    guard showsObstacles, tally.figures > 1, let newest = versions.last else { return }
    var text = "\n\(tally.fittingNewest.grouped) of \(tally.figures.grouped) figures fit plotly.js \(newest)"
    if tally.fittingNone > 0 { text += ", \(tally.fittingNone.grouped) fit no version" }
    output.append(contentsOf: (text + "\n").utf8)
  }

  /// `plotly.js 2.11.1 to 3.7.0`.
  private func verdict(_ compatibility: Compatibility) -> String {
    let spans = compatibility.accepted.map { span in
      span.count == 1 ? versions[span.lowerBound] : "\(versions[span.lowerBound]) to \(versions[span.upperBound])"
    }
    guard let last = spans.last else { return "no plotly.js takes all of it" }
    return "plotly.js " + (spans.count == 1 ? last : "\(spans.dropLast().joined(separator: ", ")) and \(last)")
  }

  private func words(_ line: ObstacleList.Line) -> String {
    guard let finding = line.obstacle?.finding else { return "\(line.more.grouped) more" }
    let attribute = TextEscaping.escaped(finding.attribute, limit: 100)
    let message = TextEscaping.escaped(finding.message, limit: 200)
    return attribute.isEmpty ? message : "\(attribute): \(message)"
  }
}
