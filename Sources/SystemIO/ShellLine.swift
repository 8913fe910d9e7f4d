/// A line that the system's shell runs.
package enum ShellLine {
  /// What the line prints on standard output, and how it ended: 0 for well. Its errors are dropped. Nil where there is no shell.
  ///
  /// - Parameter line: a constant: nothing in it is quoted.
  package static func output(of line: StaticString) -> (text: [UInt8], status: Int32)? {
    Platform.output(ofShellLine: "\(line) 2>/dev/null")
  }
}
