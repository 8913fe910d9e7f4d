/// A file that could not be read, written, listed or run.
package struct FileError: Error, Equatable, Sendable {
  package enum Operation: String, Sendable {
    case read
    case write
    case list
    case run
  }

  package enum Reason: Equatable, Sendable {
    case notFound
    case isDirectory
    /// A part of the path that should be a directory is none.
    case notDirectory
    case permissionDenied
    case tooManyOpenFiles
    /// The device is full, or a quota reached.
    case noSpace
    /// Above a limit on the size of files.
    case tooLarge
    case readOnlyFileSystem
    case nameTooLong
    /// Symbolic links that lead to themselves.
    case linkLoop
    /// The name is no UTF-8, so that no report could name the file.
    case nameNotUTF8
    /// Whoever read the output has closed it. No error to a user, who did it: `figlint … | head`.
    case readerWentAway
    /// A standard stream that was closed before the program started.
    case closed
    /// Somebody else wrote it since it was read.
    case changed
    /// Anything else, in the system's words.
    case other(code: Int32, text: String)
  }

  package let operation: Operation
  /// The path as it was given or found, or a name such as `standard input`.
  package let path: String
  package let reason: Reason

  package init(_ operation: Operation, _ path: String, _ reason: Reason) {
    self.operation = operation
    self.path = path
    self.reason = reason
  }

  init(_ operation: Operation, _ path: String, _ failure: Platform.Failure) {
    self.init(operation, path, Reason(failure))
  }

  /// What is wrong, in one line: `cannot read 'fig.json': no such file`.
  package var message: String { "cannot \(operation.rawValue) \(quotedPath): \(reasonText)" }

  /// What to do about it, in one line, if there is something to say.
  package var help: String? {
    switch reason {
    case .notFound where operation == .write: "make the directory first"
    case .notFound where operation == .run: "install it beside this program, or in a directory of PATH"
    case .notFound: "check the spelling, and from which directory the path starts"
    case .isDirectory: operation == .write ? "name a file in it" : "name the files in it"
    case .notDirectory: "a part of the path before the last is a file"
    case .permissionDenied where operation == .write: "the directory and the file must be writable for you"
    case .permissionDenied: "make it readable: chmod u+r \(quotedPath)"
    case .tooManyOpenFiles: "raise the limit (ulimit -n), or use fewer jobs"
    case .noSpace: "make room, or write elsewhere"
    case .tooLarge: "raise the limit (ulimit -f), or write elsewhere"
    case .readOnlyFileSystem: "write elsewhere"
    case .linkLoop: "remove the link, or name the file that is meant"
    case .nameNotUTF8: "rename the file"
    case .changed: "run figlint again"
    case .nameTooLong, .readerWentAway, .closed, .other: nil
    }
  }

  private var reasonText: String {
    switch reason {
    case .notFound: operation == .write ? "no such directory" : "no such file or directory"
    case .isDirectory: "it is a directory"
    case .notDirectory: "not a directory"
    case .permissionDenied: "permission denied"
    case .tooManyOpenFiles: "too many open files"
    case .noSpace: "no space left"
    case .tooLarge: "the file is too large"
    case .readOnlyFileSystem: "the file system is read-only"
    case .nameTooLong: "the name is too long"
    case .linkLoop: "its symbolic links lead in a circle"
    case .nameNotUTF8: "its name is not UTF-8"
    case .closed: "it is closed"
    case .changed: "somebody else wrote it since it was read"
    case .readerWentAway: "its reader has gone"
    case .other(_, let text): text
    }
  }

  /// The path in quotes, control characters escaped so that a name cannot steer a terminal.
  private var quotedPath: String {
    var quoted = "'"
    for scalar in path.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: quoted += scalar.escaped(asASCII: true)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "'"
  }
}

extension FileError: CustomStringConvertible {
  package var description: String { message }
}
