import SchemaCompiler
import SchemaStore
import ValidationTree

/// Versions that were fetched: what is meant where a version is not built in.
enum FetchedVersion {
  /// The tree of the version that a user calls `text`, or of the newest of a line; nil where none was fetched.
  ///
  /// - Parameter option: What an error begins with, such as `--target: `.
  static func tree(_ text: String, option: String = "", _ console: Console) throws(Failure) -> ValidationTree? {
    guard let cache = Installation.cache else { return nil }
    switch cache.entry(forTarget: text) {
    case .none: return nil
    case .damaged(let path):
      throw Failure(message: "\(option)\(CacheNotice.damaged(path: path))", help: "fetch the schema again")
    case .found(let record):
      do throws(CacheNotice) {
        let answer = try cache.tree(of: record)
        report(answer.notices, console)
        return answer.tree
      } catch {
        throw Failure(message: option + error.description, help: "'\(fetching(record))' fetches the schema again")
      }
    }
  }

  /// The command that fetches a version once more.
  private static func fetching(_ record: VersionRecord) -> String {
    let command = "figlint schema fetch \(record.name)"
    switch record.origin.kind {
    case .url where PlotlyVersion(record.name.description) != nil: return command
    case .url: return command + " --url " + record.origin.place
    case .file: return command + " --from " + record.origin.place
    case .studio: return command + " --studio " + record.origin.place
    }
  }

  /// Says what is damaged. That something cannot be kept, in a folder that is read-only, say, costs nothing but time.
  static func report(_ notices: [CacheNotice], _ console: Console) {
    for case .damaged(let path) in notices { console.warning(CacheNotice.damaged(path: path).description) }
  }
}
