package import Diagnostics
package import FigureValidator
import JSONCore

/// A button or step animates to a frame that there is not.
package enum MissingFrame: MenuRule {
  package static let metadata = RuleMetadata(
    id: .missingFrame, name: "missing-frame", severity: .warning, since: "0.1.0",
    summary: "a button or step names a frame that the figure does not have",
    rationale: """
      Plotly.animate looks for frames by name or group. A name that no frame has ends the animation with an error in the console, and the \
      button does nothing. A figure without frames may get them later.
      """,
    wrong:
      #"{"data": [{"y": [1, 2]}], "frames": [{"name": "a", "data": [{"y": [2, 1]}]}], "layout": {"sliders": [{"steps": [{"method": "animate", "args": [["b"]]}]}]}}"#,
    right:
      #"{"data": [{"y": [1, 2]}], "frames": [{"name": "a", "data": [{"y": [2, 1]}]}], "layout": {"sliders": [{"steps": [{"method": "animate", "args": [["a"]]}]}]}}"#,
    remedy: "write the name of a frame")

  static func check(_ commands: [MenuCommand], _ figure: FigureView, into problems: inout [Problem]) {
    let frames = figure.items(figure.facts.frames)
    guard !frames.isEmpty else { return }
    let commands = commands.filter { $0.method == "animate" }
    guard !commands.isEmpty else { return }
    var known: Set<String> = []
    for (index, frame) in frames.enumerated() {
      for name in ["name", "group"] as [StaticString] {
        guard let member = figure.member(frame, name) else { continue }
        known.insert(figure.text(member) ?? figure.bytes.text(figure.facts.range(of: member)))
      }
      // What plotly.js calls a frame without a name.
      known.insert("frame \(index)")
    }
    func look(_ kind: ValueKind, _ range: Range<Int>) {
      let name: String
      switch kind {
      case .string: name = StringText.string(figure.bytes, range.dropFirst().dropLast())
      case .number: name = figure.bytes.text(range)
      default: return
      }
      guard !known.contains(name) else { return }
      figure.report(.missingFrame, at: range, FactDetail(0, (frames.count, 0)), to: &problems)
    }
    for command in commands {
      guard let first = command.arguments.first else { continue }
      if first.kind == .array {
        figure.forEachElement(in: first.range) { _, kind, range in
          look(kind, range)
          return true
        }
      } else {
        look(first.kind, first.range)
      }
    }
  }

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    let value = context.value(problem.range)
    return Words(
      "no frame has the name or group \(value.shown)",
      help: "write the 'name' of one of the \(EnglishList.count(problem.fact.numbers.0, "frame"))")
  }
}
