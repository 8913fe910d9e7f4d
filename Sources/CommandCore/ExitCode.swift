/// How the process ends.
package enum ExitCode: Int32, Sendable {
  case clean = 0
  case findings = 1
  /// Wrong use, bad configuration, or an input that could not be read.
  case wrongUse = 2
  /// A server could not be reached, or the transfer broke off.
  case unreachable = 3
  /// A server refused the credentials, or asks for some.
  case refusedCredentials = 4
  /// A server refused the request, or sent something that cannot be used.
  case refusedByServer = 5
}

/// Why a command stops.
package struct Failure: Error, Equatable, Sendable {
  package let message: String
  package var help: String?
  package var exitCode: ExitCode

  package init(message: String, help: String? = nil, exitCode: ExitCode = .wrongUse) {
    self.message = message
    self.help = help
    self.exitCode = exitCode
  }
}
