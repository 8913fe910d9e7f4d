import ChartStudio

extension Failure {
  /// Whether any other request to the server would fail in the same way.
  var isCutOff: Bool { exitCode == .unreachable || exitCode == .refusedCredentials }

  /// What a command says of a transport's error, and the exit code that belongs to it.
  init(_ error: TransportError) {
    let exitCode: ExitCode
    if case .badURL = error.reason {
      exitCode = .wrongUse
    } else {
      exitCode = error.isUnreachable ? .unreachable : .refusedByServer
    }
    var help = error.help
    if case .tooSlow = error.reason { help = "give it more time: --timeout SECONDS" }
    self.init(message: error.message, help: help, exitCode: exitCode)
  }
}
