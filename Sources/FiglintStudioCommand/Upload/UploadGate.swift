import Arguments
import ChartStudio
import ChartStudioUpload
import Figlint
import JSONCore
import NetworkCommands

/// Figures, grids and metadata are checked before a byte is sent.
struct UploadGate: Sendable {
  let checker: FigureChecker
  let isForced: Bool

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
}

extension Failure {
  /// What a command says of something that is not sent; its findings are shown apart.
  init(_ refusal: UploadRefusal, of name: String) {
    switch refusal {
    case .notJSON: self.init(message: "'\(name)' is no JSON", exitCode: .findings)
    case .findings(let report):
      let count = report.findings.count { $0.severity == .error }
      self.init(
        message: "'\(name)' is not sent: it has \(count.grouped) error\(count == 1 ? "" : "s")",
        help: "--force sends it as it is", exitCode: .findings)
    case .streamToken(let trace):
      self.init(
        message: "'\(name)' is not sent: data[\(trace)].stream.token is private",
        help: "remove 'stream'; --force sends it as it is", exitCode: .findings)
    case .malformed(let error):
      self.init(message: "'\(name)' is not sent: \(error.message)", help: error.help, exitCode: .findings)
    }
  }
}
