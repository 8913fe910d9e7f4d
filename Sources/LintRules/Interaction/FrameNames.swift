package import Diagnostics
package import FigureValidator
import JSONCore

/// Frames that cannot be told apart, or build on one that there is not.
package enum FrameNames: Rule, FactRule {
  package static let metadata = RuleMetadata(
    id: .frameNames, name: "frame-names", severity: .warning, since: "0.1.0",
    summary: "two frames have the same name, or a baseframe is missing",
    rationale: """
      Frames are found by name: of two with the same, the later one takes the place of the first. 'baseframe' names a frame whose changes \
      come first; where there is none of the name, or frames build on one another in a circle, they do not.
      """,
    wrong:
      #"{"data": [{"y": [1, 2]}], "frames": [{"name": "a", "data": [{"y": [2, 1]}]}, {"name": "a", "data": [{"y": [3, 1]}]}]}"#,
    right:
      #"{"data": [{"y": [1, 2]}], "frames": [{"name": "a", "data": [{"y": [2, 1]}]}, {"name": "b", "data": [{"y": [3, 1]}]}]}"#,
    remedy: "give each frame a name of its own")

  package static var ids: [RuleID] { [.frameNames] }

  package static func check(_ figure: FigureView, into problems: inout [Problem]) {
    let frames = figure.items(figure.facts.frames)
    var bases: [String: Int] = [:]
    var names: Set<String> = []
    for frame in frames {
      guard let member = figure.member(frame, "name"), !figure.isWrong(member), let name = name(of: member, figure)
      else { continue }
      if !names.insert(name).inserted { figure.report(.frameNames, value: member, to: &problems) }
      if let base = figure.member(frame, "baseframe") { bases[name] = base }
    }
    for frame in frames {
      guard let member = figure.member(frame, "baseframe"), !figure.isWrong(member),
        let base = name(of: member, figure),
        !base.isEmpty
      else { continue }
      if !names.contains(base) {
        figure.report(.frameNames, value: member, FactDetail(1), to: &problems)
      } else if let own = figure.member(frame, "name").flatMap({ name(of: $0, figure) }),
        leads(from: base, to: own, bases, figure)
      {
        figure.report(.frameNames, value: member, FactDetail(2), to: &problems)
      }
    }
  }

  private static func name(of member: Int, _ figure: FigureView) -> String? {
    switch figure.facts.members[member].kind {
    case .string: figure.text(member)
    case .number: figure.bytes.text(figure.facts.range(of: member))
    default: nil
    }
  }

  /// Whether the way over base frames comes to `end`.
  private static func leads(from start: String, to end: String, _ bases: [String: Int], _ figure: FigureView) -> Bool {
    var here: String? = start
    var steps = 0
    while let name = here, steps <= bases.count {
      if name == end { return true }
      here = bases[name].flatMap { self.name(of: $0, figure) }
      steps += 1
    }
    return false
  }

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    let shown = context.value(problem.range).shown
    switch problem.fact.flaw {
    case 0:
      return Words(
        "another frame before is called \(shown), too", help: "this one takes its place: give each a name of its own")
    case 1: return Words("no frame is called \(shown)", help: "write the 'name' of a frame, or leave 'baseframe' out")
    default:
      return Words("the frame builds on itself, by way of \(shown)", help: "leave 'baseframe' out in one of the frames")
    }
  }
}
