import JSONCore
import SystemIO

/// Files that commands read as a whole.
package enum InputFile {
  /// What is in the file at `path`; `-` is standard input.
  package static func bytes(_ path: String) throws(Failure) -> [UInt8] {
    var reader = FileReader()
    do throws(FileError) {
      if path == "-" { try reader.readStandardInput() } else { try reader.read(path) }
    } catch {
      throw Failure(message: error.message, help: error.help)
    }
    return reader.withBytes { Array(copying: $0) }
  }
}
