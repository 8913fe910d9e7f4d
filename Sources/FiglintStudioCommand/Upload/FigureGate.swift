import Arguments
import ChartStudio
import Figlint
import JSONCore
import NetworkCommands

/// Figures are checked before a byte is sent.
struct FigureGate: Sendable {
  let checker: FigureChecker
  let isForced: Bool
  /// More findings of a figure than these are counted only.
  private static let shownFindings = 20

  init(_ parsed: ParsedArguments) throws(Failure) {
    isForced = parsed[UploadTable.force]
    var targets: [Target] = []
    for text in parsed[UploadTable.target] { targets.append(text == "chart-studio" ? .chartStudio : .version(text)) }
    do throws(TargetError) {
      checker = try FigureChecker(targets: targets)
    } catch {
      throw Failure(message: "--target: " + error.message, help: error.help)
    }
  }

  /// Whether a file that was found, not named, is a figure at all.
  func isFigure(_ bytes: [UInt8], _ name: String) -> Bool {
    let content = bytes.withInputBytes { checker.check($0, name: name, as: .auto, wording: 0).content }
    return content == .figure
  }

  /// A refusal as lines for people: one for each error.
  func words(_ refusal: FigureRefusal, of name: String) -> (lines: [String], message: String, help: String?) {
    switch refusal {
    case .notJSON(let report), .findings(let report):
      let errors = report.findings.filter { $0.severity == .error }
      let lines = errors.prefix(Self.shownFindings).map { finding in
        let place = finding.attribute.isEmpty ? "" : finding.attribute + ": "
        return
          "\(finding.file):\(finding.start.line):\(finding.start.column): error \(finding.rule) \(place)\(finding.message)"
      }
      let count = "\(errors.count.grouped) error\(errors.count == 1 ? "" : "s")"
      if case .notJSON = refusal { return (lines, "'\(name)' is no JSON", nil) }
      return (
        lines, "'\(name)' is not sent: it has \(count)",
        "'figlint check --target chart-studio' shows all of them; --force sends it as it is"
      )
    case .streamToken(let trace):
      return (
        [], "'\(name)' is not sent: data[\(trace)].stream.token is private",
        "remove 'stream'; --force sends it as it is"
      )
    case .malformed(let error): return ([], "'\(name)' is not sent: \(error.message)", error.help)
    }
  }
}
