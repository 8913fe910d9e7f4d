import FigureValidator
package import JSONCore
import PlotSchema
import SchemaCompiler
package import ValidationTree

/// What figures are checked against: a plotly.js version, or a plot-schema of one's own.
public enum Target: Sendable, Hashable {
  /// The newest version that figlint knows.
  case latest
  /// The newest 3.x, the last line with the `…src` attributes of Chart Studio.
  case chartStudio
  /// `"4.1.1"`, or `"4.1"` and `"4"` for the newest version of that line.
  case version(String)
  /// The bytes of a plot-schema.json, and what to call it where it does not tell a version.
  case schema([UInt8], name: String)
}

extension Target {
  /// Every version that is built in, oldest first.
  package static var allBundled: [Target] { ValidationTree.bundled.versionNames.map(Target.version) }
}

/// A target that cannot be used.
public struct TargetError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What was asked for.
  public let target: String
  /// What is wrong with it: lower case, no full stop.
  public let message: String
  /// What to do about it, where figlint knows.
  public let help: String?

  public var description: String { help.map { "\(message); \($0)" } ?? message }
}

/// Some versions of one tree.
struct CheckedTree: Sendable {
  let tree: ValidationTree
  let facts: SchemaFacts
  var versions: VersionSet

  init(_ tree: ValidationTree, _ versions: VersionSet) {
    self.tree = tree
    self.versions = versions
    facts = SchemaFacts(tree)
  }

  /// The trees that hold `targets`: one for all bundled versions, and one for each schema of one's own.
  ///
  /// - Parameter own: Trees that were compiled before, all of whose versions are meant.
  static func trees(of targets: [Target], own: [ValidationTree]) throws(TargetError) -> [CheckedTree] {
    let bundled = ValidationTree.bundled
    var versions: VersionSet = []
    var schemas = own.map { CheckedTree($0, $0.allVersions) }
    for target in targets {
      switch target {
      // The versions of the tree are oldest first.
      case .latest: versions.formUnion(VersionSet(version: bundled.versionCount - 1))
      case .chartStudio: versions.insert(try TargetResolver(bundled).version("chart-studio"))
      case .version(let text): versions.insert(try TargetResolver(bundled).version(text))
      case .schema(let bytes, let name):
        let tree = try bytes.withInputBytes { bytes throws(TargetError) in
          try Target.tree(ofSchema: bytes, name: name)
        }
        schemas.append(CheckedTree(tree, tree.allVersions))
      }
    }
    let trees = versions.isEmpty ? schemas : [CheckedTree(bundled, versions)] + schemas
    guard !trees.isEmpty else {
      throw TargetError(target: "", message: "no target to check against", help: "name a version, such as 'latest'")
    }
    return trees
  }
}

extension Target {
  /// Compiles a schema of one's own: the work behind ``schema(_:name:)``, for whoever keeps the tree.
  ///
  /// - Throws: ``TargetError`` for bytes that are no plot-schema.
  package static func tree(ofSchema bytes: InputBytes, name: String) throws(TargetError) -> ValidationTree {
    let model: SchemaModel
    do throws(SchemaError) {
      model =
        SnapshotReader.isSnapshot(bytes)
        ? try SnapshotReader.read(bytes)
        : try SchemaReader.read(bytes)
    } catch {
      throw TargetError(
        target: name, message: "'\(name)' is no plot-schema: \(error.description)",
        help: "give the plot-schema.json of a plotly.js release, or a version such as 'latest'")
    }
    do throws(CompileError) {
      return try TreeCompiler.tree([TreeCompiler.Input(model, orNamed: name)])
    } catch {
      throw TargetError(target: name, message: "'\(name)' cannot be used: \(error.description)", help: nil)
    }
  }
}

extension TargetResolver {
  fileprivate func version(_ text: String) throws(TargetError) -> VersionSet {
    do throws(SchemaCompiler.TargetError) {
      return VersionSet(version: try index(of: text))
    } catch {
      let message =
        error.isVersion ? "no schema of plotly.js \(text) is bundled" : "'\(text)' is no plotly.js version"
      let help =
        error.nearest.map { "the nearest bundled version is \($0); 'figlint schema list' shows all" }
        ?? "write a version such as '4.1.1', '4', 'latest' or 'chart-studio', or the path of a plot-schema.json"
      throw TargetError(target: text, message: message, help: help)
    }
  }
}
