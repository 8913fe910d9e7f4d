import FigureValidator
import JSONCore
import ValidationTree

/// A path in the notation of `Plotly.restyle` and `relayout`: `marker.color`, `xaxis2.range[0]`, `annotations[3].text`.
struct AttributePath {
  /// Where a path leads.
  enum Outcome {
    case stop(Stop)
    /// To an attribute as a whole.
    case attribute(AttributeID)
    /// To a container, into an array, or to what the schema does not describe.
    case other
  }

  /// Where a path leaves the schema: the container in which a name is not known, and the name.
  struct Stop: Equatable {
    let container: ContainerID
    let name: Range<Int>
  }

  private let bytes: InputBytes
  private let end: Int
  private let versions: VersionSet
  private let tree: ValidationTree

  /// Follows the path in `range` of `bytes` from `container` on.
  ///
  /// - Parameter isLayout: whether trace types bring attributes into the container. Any of them counts.
  static func follow(
    _ bytes: InputBytes, _ range: Range<Int>, below container: ContainerID, isLayout: Bool = false,
    in versions: VersionSet, _ tree: ValidationTree
  ) -> Outcome {
    AttributePath(bytes: bytes, end: range.upperBound, versions: versions, tree: tree)
      .follow(range.lowerBound, container, isLayout: isLayout)
  }

  private func follow(_ start: Int, _ container: ContainerID, isLayout: Bool) -> Outcome {
    var nameEnd = start
    while nameEnd < end, bytes[nameEnd] != UInt8(ascii: "."), bytes[nameEnd] != UInt8(ascii: "[") { nameEnd += 1 }
    let name = start..<nameEnd
    let here = Stop(container: container, name: name)
    guard let edge = edge(name, container) else {
      let word = tree.word(KeyHash(bytes, name), bytes, name)
      return isLayout && word.map { tree.contributions($0).count > 0 } ?? false ? .other : .stop(here)
    }
    var deepest = here
    for index in 0..<tree.variantCount(of: edge) {
      let variant = tree.variant(of: edge, at: index)
      guard !variant.versions.isDisjoint(with: versions) else { continue }
      switch variant.node.kind {
      // Below an attribute: an item of an array, or a part of a value that the schema does not describe.
      case .attribute: return nameEnd < end ? .other : .attribute(variant.node.attribute)
      case .container:
        guard nameEnd < end else { return .other }
        let outcome = follow(nameEnd + 1, variant.node.container, isLayout: false)
        guard case .stop(let stop) = outcome else { return outcome }
        deepest = stop
      case .list:
        guard let next = behindIndex(nameEnd), next < end else { return .other }
        let outcome = follow(next + 1, variant.node.container, isLayout: false)
        guard case .stop(let stop) = outcome else { return outcome }
        deepest = stop
      }
    }
    return .stop(deepest)
  }

  /// Behind `[3]` or `.3`; nil where the path ends before.
  private func behindIndex(_ start: Int) -> Int? {
    guard start < end else { return nil }
    var offset = start + 1
    while offset < end, bytes[offset] &- UInt8(ascii: "0") < 10 { offset += 1 }
    return offset < end && bytes[offset] == UInt8(ascii: "]") ? offset + 1 : offset
  }

  private func edge(_ name: Range<Int>, _ container: ContainerID) -> EdgeID? {
    if let edge = tree.word(KeyHash(bytes, name), bytes, name).flatMap({ tree.edge(container, $0) }) { return edge }
    return tree.subplotEdge(bytes, name, in: container)?.edge
  }
}
