import Diagnostics
import JSONCore

/// `--compat --format json` and `jsonl`: an object for each figure, with all that stands in the way of a version.
///
/// A line of `jsonl` is `{"file":…,"lowest":…,"highest":…,"versions":[…],"obstacles":[…]}`; `json` is `{"version":1,
/// "checked":[…],"summary":{…},"figures":[…]}` with such objects.
struct CompatibilityJSONReporter: Reporter {
  private let versions: [String]
  private let numbers: [String: Int]
  /// Whether each figure has a line of its own, and nothing else is written.
  private let isLines: Bool
  private var tally = CompatibilityTally()
  /// The figures, with commas between them.
  private var elements: [UInt8] = []

  init(versions: [String], isLines: Bool) {
    self.versions = versions
    numbers = Dictionary(zip(versions, versions.indices), uniquingKeysWith: { first, _ in first })
    self.isLines = isLines
  }

  mutating func report(_ findings: ArraySlice<Finding>, in file: String, into output: inout [UInt8]) {
    let compatibility = Compatibility(Array(findings), versions: versions, numbers: numbers)
    tally.count(compatibility)
    if isLines {
      JSONWriter.append(to: &output) { $0.compatibility(compatibility, of: file) }
      output.append(UInt8(ascii: "\n"))
    } else {
      if !elements.isEmpty { elements.append(UInt8(ascii: ",")) }
      JSONWriter.append(to: &elements) { $0.compatibility(compatibility, of: file) }
    }
  }

  mutating func finish(_ summary: RunSummary, into output: inout [UInt8]) {
    guard !isLines else { return }
    JSONWriter.append(to: &output) { writer in
      writer.object { writer in
        writer.member("version", JSONReporter.version)
        writer.key("checked")
        writer.array { writer in for version in versions { writer.string(version) } }
        writer.key("summary")
        writer.object { writer in
          writer.member("figures", tally.figures)
          writer.member("fittingNewest", tally.fittingNewest)
          writer.member("fittingNone", tally.fittingNone)
          writer.member("unreadable", summary.unreadable)
        }
        writer.key("figures")
        writer.array { if !elements.isEmpty { $0.raw(elements) } }
      }
    }
    output.append(UInt8(ascii: "\n"))
    elements = []
  }
}

extension JSONWriter {
  fileprivate mutating func compatibility(_ compatibility: Compatibility, of file: String) {
    object { writer in
      writer.member("file", file)
      writer.member("lowest", orNull: compatibility.lowest)
      writer.member("highest", orNull: compatibility.highest)
      writer.key("versions")
      writer.array { writer in
        for span in compatibility.accepted { for number in span { writer.string(compatibility.versions[number]) } }
      }
      writer.key("obstacles")
      writer.array { writer in for obstacle in compatibility.obstacles { writer.obstacle(obstacle, compatibility) } }
    }
  }

  private mutating func obstacle(_ obstacle: Compatibility.Obstacle, _ compatibility: Compatibility) {
    let finding = obstacle.finding
    object { writer in
      writer.key("versions")
      writer.array { writer in for number in obstacle.versions { writer.string(compatibility.versions[number]) } }
      writer.member("rule", "\(finding.rule)")
      writer.member("name", finding.name)
      writer.member("attribute", finding.attribute)
      writer.member("pointer", finding.pointer)
      writer.member("line", finding.start.line)
      writer.member("column", finding.start.column)
      writer.member("message", finding.message)
      writer.member("help", orNull: finding.help)
    }
  }
}
