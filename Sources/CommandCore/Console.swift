import JSONCore
import SystemIO

/// The standard streams: results go to standard output, everything else to standard error.
///
/// Text that comes from files, names of files and arguments included, is escaped before it gets to a terminal.
package struct Console: Sendable {
  package init() {}

  /// Prints a result. A reader that went away ends the matter quietly, as in any pipeline.
  package func result(_ text: String) -> ExitCode {
    var output = BufferedOutput.standardOutput
    do throws(FileError) {
      try output.write(text)
      try output.flush()
      return .clean
    } catch {
      guard error.reason != .readerWentAway else { return .clean }
      self.error(error.message, help: error.help)
      return .wrongUse
    }
  }

  /// Prints an error and what to do about it.
  package func error(_ message: String, help: String? = nil) {
    note("error: " + TextEscaping.escaped(message))
    if let help { note("  help: " + TextEscaping.escaped(help)) }
  }

  /// Prints a warning.
  package func warning(_ message: String) { note("warning: " + TextEscaping.escaped(message)) }

  /// Prints lines that are right for a terminal as they are.
  package func note(_ text: String) {
    StatusLine.erase()
    var output = BufferedOutput.standardError
    // Nobody can be told when standard error itself fails.
    try? output.write(text + "\n")
    try? output.flush()
  }
}
