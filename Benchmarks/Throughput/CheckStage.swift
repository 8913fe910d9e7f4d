import Figlint
import JSONCore

/// All of a check with the default rules: what `figlint check` does with a file between reading and printing.
enum CheckStage: Stage {
  static let name = "check"

  static func prepare(_ corpus: Corpus) throws -> () throws -> Int {
    var settings = CheckSettings()
    settings.maximumDepth = corpus.maximumDepth
    let checker = try FigureChecker(targets: [.latest], settings: settings)
    return {
      let memory = CheckMemory()
      return corpus.inputs.reduce(0) { count, input in
        count + input.withInputBytes { checker.check($0, name: "-", as: .figure, memory).report.findings.count }
      }
    }
  }
}
