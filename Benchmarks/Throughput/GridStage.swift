import Figlint
import JSONCore

/// All of a check of grids with the default rules.
enum GridStage: Stage {
  static let name = "grid"

  static func prepare(_ corpus: Corpus) throws -> () throws -> Int {
    let checker = try FigureChecker(targets: [.latest], settings: CheckSettings())
    return {
      let memory = CheckMemory()
      return corpus.inputs.reduce(0) { count, input in
        count + input.withInputBytes { checker.check($0, name: "-", as: .grid, memory).report.findings.count }
      }
    }
  }
}
