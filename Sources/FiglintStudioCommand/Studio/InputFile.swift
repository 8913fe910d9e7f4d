import ChartStudio
import JSONCore
import SystemIO

/// What commands that need a network read from files, and write to them.
extension InputFile {
  /// JSON, strict.
  static func json(_ path: String) throws(Failure) -> JSONText {
    let bytes = try bytes(path)
    do throws(MalformedValue) {
      return try JSONText(parsing: bytes)
    } catch {
      throw Failure(message: "'\(path)' is no JSON: \(error.message)", help: error.help)
    }
  }

  /// A key: the file's first line.
  static func secret(_ path: String) throws(Failure) -> Secret {
    let text = String(decoding: try bytes(path), as: UTF8.self)
    let line = text.prefix { !$0.isNewline }.trimmed
    guard !line.isEmpty else { throw Failure(message: "'\(path)' holds no key", help: "its first line is the key") }
    return Secret(line)
  }

  /// Writes a result: to a file, which then appears whole, or to standard output.
  static func write(_ bytes: [UInt8], to path: String?, _ console: Console) throws(Failure) -> ExitCode {
    do throws(FileError) {
      guard let path, path != "-" else {
        var output = BufferedOutput.standardOutput
        try output.write(bytes)
        try output.flush()
        return .clean
      }
      try AtomicFile.write(bytes.span, to: path)
      return .clean
    } catch {
      guard error.reason != .readerWentAway else { return .clean }
      throw Failure(message: error.message, help: error.help)
    }
  }
}

extension Substring {
  /// Without white space around it.
  fileprivate var trimmed: String {
    var text = self
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
