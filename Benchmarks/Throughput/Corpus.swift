import JSONCore
import SystemIO

/// The inputs of a benchmark, in memory.
struct Corpus {
  private(set) var inputs: [[UInt8]] = []
  /// Levels of nesting that are checked; more than the default for inputs that are deep on purpose.
  private(set) var maximumDepth = JSONScanner.defaultMaximumDepth

  var byteCount: Int { inputs.reduce(0) { $0 + $1.count } }

  /// Reads files, and the `.json` files below directories.
  init(_ arguments: ArraySlice<String>) throws {
    var paths = arguments
    if paths.first == "--max-depth", let depth = paths.dropFirst().first.flatMap({ Int($0) }) {
      maximumDepth = depth
      paths = paths.dropFirst(2)
    }
    var reader = FileReader()
    for path in paths {
      for file in try Self.files(path) {
        try reader.read(file)
        inputs.append(reader.withBytes { Array(copying: $0) })
      }
    }
  }

  private static func files(_ path: String) throws -> [String] {
    guard DirectoryWalk.isDirectory(path) else { return [path] }
    return try DirectoryWalk(path, DirectoryWalk.Options { $0.hasSuffix(".json") }).map { try $0.get() }
  }
}
