/// Why schemas do not fit into a tree.
package enum CompileError: Error, Equatable, Sendable, CustomStringConvertible {
  /// There is no schema.
  case nothing
  /// Two schemas have the same version.
  case sameVersion(String)
  /// More of something than the tree's references can tell.
  case tooMany(String, limit: Int)

  package var description: String {
    switch self {
    case .nothing: "there is no schema to compile"
    case .sameVersion(let name): "there are two schemas of version \(name)"
    case .tooMany(let what, let limit): "there are more than \(limit) \(what)"
    }
  }
}
