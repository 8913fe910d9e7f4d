import ChartStudio
import JSONCore
import SchemaCompiler
import ValidationTree

/// Which attributes of a trace can be references to columns: those with a sibling `…src` in the newest plotly.js that has such
/// siblings.
struct SourceAttributes {
  private let tree: ValidationTree
  private let version: Int

  init() {
    tree = .bundled
    version = (try? TargetResolver(.bundled).index(of: "chart-studio")) ?? 0
  }

  /// The attributes of a trace type; those of `scatter` for a type that is not known, as plotly.js draws it.
  func container(ofTrace type: String) -> ContainerID? { container(type) ?? container("scatter") }

  private func container(_ type: String) -> ContainerID? {
    guard let node = node(type, of: tree.traces), node.kind == .container else { return nil }
    return node.container
  }

  /// Whether an array under this name can be a column.
  func hasReference(_ name: String, in container: ContainerID) -> Bool {
    node(name + "src", of: container)?.kind == .attribute
  }

  /// The object under this name; nil where the schema has none, and for a list of objects, in which references are not followed.
  func object(_ name: String, in container: ContainerID) -> ContainerID? {
    guard let node = node(name, of: container), node.kind == .container else { return nil }
    return node.container
  }

  private func node(_ name: String, of container: ContainerID) -> NodeRef? {
    guard let word = tree.word(name), let edge = tree.edge(container, word) else { return nil }
    return tree.node(of: edge, inVersion: version)
  }
}
