/// Another program of the same installation, run in place of this one as git runs its own.
package enum SiblingProgram {
  /// Turns the process into the program `name`, which stands beside the running one or else in PATH.
  ///
  /// - Parameter arguments: What the program is given besides its name.
  /// - Returns: Why it could not be started; never, if it could.
  package static func run(_ name: String, _ arguments: [String]) -> FileError {
    let beside = Platform.executablePath.flatMap { path in
      path.lastIndex(of: "/").map { String(path[...$0]) + name }
    }
    if let beside, (try? Platform.status(of: beside)) != nil {
      return FileError(.run, beside, Platform.execute(beside, [name] + arguments))
    }
    return FileError(.run, name, Platform.execute(name, [name] + arguments))
  }
}

/// Sees to it that no file takes the place of a standard stream that is closed. To be called before anything is opened.
package func occupyStandardStreams() { Platform.occupyStandardStreams() }

/// Has writing to a connection or pipe that the other side has closed fail, instead of ending the process.
package func ignoreClosedReaders() { Platform.ignoreClosedReaders() }

/// Ends the process.
///
/// - Parameter status: The exit code, 0 to 255.
package func exitProcess(_ status: Int32) -> Never { Platform.exitProcess(status) }
