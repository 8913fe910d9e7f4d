import ChartStudio
import ChartStudioUpload
import Figlint
import JSONCore
import Reporters

/// What became of one input.
struct UploadOutcome: Sendable {
  let file: String
  let path: RemotePath
  var findings: [Finding] = []
  let content: Content

  enum Content: Sendable {
    case stored(UploadResult)
    /// What would be done.
    case planned([String])
    case refused(Failure)
    /// A file in a folder that is no figure.
    case passedOver
    /// Another one has shown that it would come to nothing.
    case notTried
  }

  /// Whether any other input would fail in the same way.
  var isCutOff: Bool {
    if case .refused(let failure) = content { failure.isCutOff } else { false }
  }

  /// In one or two words.
  var words: String {
    switch content {
    case .stored(let result): result.wasThere ? "unchanged" : "stored"
    case .planned: "planned"
    case .refused: "not sent"
    case .passedOver: "passed over"
    case .notTried: "not tried"
    }
  }

  /// Results go to standard output, the rest to standard error.
  func report(asJSON: Bool, _ console: Console) -> ExitCode {
    if !asJSON { FindingsText.show(findings, in: file, console) }
    switch content {
    case .passedOver, .notTried: return asJSON ? console.result(json) : .clean
    case .refused(let failure):
      console.error(failure.message, help: failure.help)
      if asJSON { _ = console.result(json) }
      return failure.exitCode
    case .planned(let steps):
      if asJSON { return console.result(json) }
      return console.result(
        "\(TextEscaping.escaped(file)):\n" + steps.map { "  \(TextEscaping.escaped($0))\n" }.joined())
    case .stored(let result):
      for warning in result.warnings { console.warning("the server says of '\(path)': \(warning)") }
      if asJSON { return console.result(json) }
      return console.result(TextEscaping.escaped(result.address ?? "\(path)") + "\n")
    }
  }

  private var json: String {
    var json = JSONWriter()
    json.object { json in
      json.member("file", file)
      json.member("path", path.description)
      switch content {
      case .stored(let result):
        json.member("status", words)
        json.member("url", orNull: result.address)
        json.member("plot", orNull: result.plot?.id?.description)
        json.member("grid", orNull: result.grid?.id?.description)
      case .planned(let steps):
        json.member("status", words)
        json.key("steps")
        json.array { json in for step in steps { json.string(step) } }
      case .refused(let failure):
        json.member("status", "failed")
        json.member("error", failure.message)
      case .passedOver, .notTried: json.member("status", words)
      }
      json.key("findings")
      json.array { json in for finding in findings { json.finding(finding) } }
    }
    return String(decoding: json.finish(), as: UTF8.self) + "\n"
  }
}

extension Failure {
  init(_ error: UploadError) {
    switch error {
    case .client(let error): self.init(error)
    case .nameTaken: self.init(message: error.message, help: error.help, exitCode: .refusedByServer)
    case .journal: self.init(message: error.message, help: error.help)
    case .incomplete: self.init(message: error.message, help: error.help, exitCode: .refusedByServer)
    }
  }
}
