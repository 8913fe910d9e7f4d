public import ChartStudio

/// Why an upload did not come to its end.
public enum UploadError: Error, Sendable {
  case client(ClientError)
  /// Another file has the name.
  case nameTaken(path: String, type: FileType, isOurType: Bool)
  case journal(JournalError)
  /// The server took a file and does not tell what is needed to go on.
  case incomplete(String)

  /// What is wrong, in one line: lower case, no full stop.
  public var message: String {
    switch self {
    case .client(let error): error.message
    case .nameTaken(let path, let type, let isOurType):
      isOurType
        ? "'\(path)' is there already, with other content"
        : "'\(path)' is there already, and it is a \(UploadError.name(type))"
    case .journal(let error): "cannot write the journal '\(error.path)': \(error.reason)"
    case .incomplete(let message): message
    }
  }

  /// What to do about it, if there is something to say.
  public var help: String? {
    switch self {
    case .client(let error): error.help
    case .nameTaken(_, _, let isOurType):
      isOurType
        ? "--overwrite updates it, --new stores beside it, --name gives another name" : "--name gives another name"
    case .journal: "set XDG_STATE_HOME to a folder that is writable for you, or say --no-journal"
    case .incomplete: "run it again; what is stored already is taken up"
    }
  }

  private static func name(_ type: FileType) -> String { type == .folder ? "folder" : type.rawValue }
}
