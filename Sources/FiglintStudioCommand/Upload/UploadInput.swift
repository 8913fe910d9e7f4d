import Arguments
import ChartStudio
import NetworkCommands
import SystemIO

/// A figure to store, and what it is called on the server.
struct UploadInput: Sendable {
  let file: String
  let path: RemotePath
  /// Whether its file is an argument, and not found in a folder.
  let isNamed: Bool

  /// The inputs in the order of the arguments, folders walked.
  static func all(_ parsed: ParsedArguments) throws(Failure) -> [UploadInput] {
    let folder = parsed[UploadTable.folder]
    let name = parsed[UploadTable.name]
    var inputs: [UploadInput] = []
    for argument in parsed[UploadTable.figures] {
      if argument != "-", DirectoryWalk.isDirectory(argument) {
        guard name == nil else {
          throw Failure(message: "--name is for one figure, and '\(argument)' is a folder", help: "use --folder")
        }
        inputs += try found(in: argument, folder)
      } else {
        inputs.append(UploadInput(file: argument, path: try path(argument, name, folder), isNamed: true))
      }
    }
    if name != nil, inputs.count > 1 {
      throw Failure(message: "--name is for one figure, and there are \(inputs.count)", help: "use --folder")
    }
    var seen: [String: String] = [:]
    for input in inputs {
      if let other = seen.updateValue(input.file, forKey: input.path.description) {
        throw Failure(
          message: "'\(other)' and '\(input.file)' would both be '\(input.path)'",
          help: "store them one after the other with --name or --folder")
      }
    }
    return inputs
  }

  /// Where one file goes: the name given, or else its own.
  static func path(_ file: String, _ name: String?, _ folder: String) throws(Failure) -> RemotePath {
    guard let name = name ?? (file == "-" ? nil : baseName(file)) else {
      throw Failure(message: "standard input has no name", help: "give one: --name NAME")
    }
    do throws(MalformedValue) {
      return try RemotePath(folder.isEmpty ? name : folder + "/" + name)
    } catch {
      throw Failure(error)
    }
  }

  private static func found(in directory: String, _ folder: String) throws(Failure) -> [UploadInput] {
    var inputs: [UploadInput] = []
    let prefix = directory == "." || directory == "./" ? "" : directory.hasSuffix("/") ? directory : directory + "/"
    for item in DirectoryWalk(directory, DirectoryWalk.Options { $0.hasSuffix(".json") }) {
      switch item {
      case .success(let file):
        let inside = file.hasPrefix(prefix) ? String(file.dropFirst(prefix.count)) : file
        let above = inside.split(separator: "/").dropLast().joined(separator: "/")
        let place = [folder, above].filter { !$0.isEmpty }.joined(separator: "/")
        inputs.append(UploadInput(file: file, path: try path(file, nil, place), isNamed: false))
      case .failure(let error): throw Failure(message: error.message, help: error.help)
      }
    }
    guard !inputs.isEmpty else {
      throw Failure(message: "no figures found in '\(directory)'", help: "figures are files named *.json")
    }
    return inputs
  }

  /// `fig` for `figs/fig.json`.
  private static func baseName(_ file: String) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return name.hasSuffix(".json") && name.count > 5 ? String(name.dropLast(5)) : name
  }
}
