import ChartStudio

extension Failure {
  /// What a command says of a transport's error, and the exit code that belongs to it.
  init(_ error: TransportError) {
    let exitCode: ExitCode
    if case .badURL = error.reason {
      exitCode = .wrongUse
    } else {
      exitCode = error.isUnreachable ? .unreachable : .refusedByServer
    }
    self.init(message: error.message, help: error.help, exitCode: exitCode)
  }
}
