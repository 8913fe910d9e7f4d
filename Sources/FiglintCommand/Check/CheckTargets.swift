import Arguments
import Figlint
import JSONCore
import SchemaCompiler
import SchemaStore
import SystemIO
import ValidationTree

/// What `--target` names: versions that are built in, versions that were fetched, and files.
///
/// A version that is built in is always that one, whatever the cache holds, and `latest` and a line such as `4` are the newest
/// built-in ones if there are any: the same figlint gives the same verdict on every machine. Only what is not built in is
/// looked for in the cache.
struct CheckTargets {
  /// What the library knows by name, and what it says is unknown.
  private(set) var named: [Target] = []
  /// Compiled schemas from files and from the cache.
  private(set) var trees: [ValidationTree] = []

  /// All versions that are built in.
  static var allBundled: CheckTargets { CheckTargets(named: Target.allBundled) }

  private let console: Console

  private init(named: [Target]) {
    self.named = named
    console = Console()
  }

  init(_ texts: [String], _ console: Console) throws(Failure) {
    self.console = console
    for text in texts { try add(text) }
  }

  /// Reads `4.1`, `latest` and the like; everything that looks like a path is one.
  private mutating func add(_ text: String) throws(Failure) {
    if text == "latest" {
      named.append(.latest)
    } else if text.contains("/") || text.hasSuffix(".json") {
      trees.append(try tree(ofFile: text))
    } else if (try? TargetResolver(.bundled).index(of: text)) == nil,
      let tree = try FetchedVersion.tree(text, option: "--target: ", console)
    {
      trees.append(tree)
    } else {
      named.append(.version(text))
    }
  }

  private func tree(ofFile path: String) throws(Failure) -> ValidationTree {
    // What is read once is better not copied.
    var reader = FileReader(mappingFrom: 1 << 17)
    do throws(FileError) {
      try reader.read(path)
    } catch {
      throw Failure(message: "--target: " + error.message, help: error.help)
    }
    do throws(Figlint.TargetError) {
      return try reader.withBytes { span throws(Figlint.TargetError) in
        try span.withInputBytes { bytes throws(Figlint.TargetError) in try tree(ofSchema: bytes, path) }
      }
    } catch {
      throw Failure(message: "--target: " + error.message, help: error.help)
    }
  }

  private func tree(ofSchema bytes: InputBytes, _ path: String) throws(Figlint.TargetError) -> ValidationTree {
    let compile = { () throws(Figlint.TargetError) in try Target.tree(ofSchema: bytes, name: path) }
    guard let cache = Installation.cache else { return try compile() }
    let answer = try cache.tree(of: bytes, named: path, orMake: compile)
    FetchedVersion.report(answer.notices, console)
    return answer.tree
  }

  /// What to do about a target that is neither built in nor fetched.
  static func help(_ error: Figlint.TargetError) -> String? {
    if let nearest = EditDistance.nearest(error.target, in: CheckOptions.namedTargets) {
      return "did you mean '\(nearest)'?"
    }
    guard PlotlyVersion(error.target) != nil else { return error.help }
    return "'figlint schema fetch \(error.target)' gets it" + (error.help.map { "; " + $0 } ?? "")
  }
}
