package import ValidationTree

/// An attribute that plotly.js once read and that no schema lists: those under `_deprecated` of the schemas up to 2.x, and
/// what its clean-up functions rewrote (`src/plot_api/helpers.js`, `cleanData` and `cleanLayout`, up to 2.35). The release
/// notes of 3.0.0 name those that went.
package struct LegacyAttribute: Sendable, Equatable {
  /// The old name.
  package let name: String
  /// Where it is now, from the object that the old name stood in; empty where nothing took its place.
  package let successor: [String]
  /// The release that brought the successor, where it is known.
  package let since: String?
  /// The release that no longer read the old name.
  package let gone: String
  /// What to know or do besides.
  package let remark: String?
  /// A name that tells the object that had the attribute from others, where the successor does not.
  fileprivate let mark: String?

  private init(
    _ name: String, _ successor: String = "", since: String? = nil, gone: String = "3.0", mark: String? = nil,
    _ remark: String? = nil
  ) {
    self.name = name
    self.successor = successor.split(separator: ".").map(String.init)
    self.since = since
    self.gone = gone
    self.remark = remark
    self.mark = mark
  }

  /// The attribute that `name` was in `container`; nil where it was none.
  package static func named(
    _ name: String, in container: ContainerID, _ tree: ValidationTree, _ versions: VersionSet
  ) -> LegacyAttribute? {
    guard let row = row(name) else { return nil }
    let path = row.mark.map { [$0] } ?? row.successor
    return tree.holds(path[...], below: container, in: versions) ? row : nil
  }

  private static func row(_ name: String) -> LegacyAttribute? {
    switch name {
    case "titlefont": Self(name, "title.font", since: "1.43")
    case "titleposition": Self(name, "title.position", since: "1.43")
    case "titleside": Self(name, "title.side", since: "1.43")
    case "titleoffset": Self(name, "title.offset", since: "1.43")
    case "autotick": Self(name, "tickmode", "'tickmode' is 'auto' for true and 'linear' for false")
    case "islog": Self(name, "type", mark: "dtick", "'type' is 'log'")
    case "isdate": Self(name, "type", mark: "dtick", "'type' is 'date'")
    case "bardir": Self(name, "orientation", mark: "orientation")
    case "ref": Self(name, "xref", mark: "arrowhead", "'xref' and 'yref' say it for each direction")
    case "cameraposition": Self(name, "camera", "'camera.eye', 'camera.center' and 'camera.up' say where it stands")
    case "opacity":
      Self(name, mark: "thickness", "write the opacity into the colour: 'rgba(0, 0, 0, 0.5)'")
    case "zauto": Self(name, "cauto", mark: "surfacecolor")
    case "zmin": Self(name, "cmin", mark: "surfacecolor")
    case "zmax": Self(name, "cmax", mark: "surfacecolor")
    case "plot3dPixelRatio": Self(name, "plotGlPixelRatio")
    default: nil
    }
  }
}

extension ValidationTree {
  /// Whether `path` leads from `container` to something that exists in one of `versions`.
  package func holds(_ path: ArraySlice<String>, below container: ContainerID, in versions: VersionSet) -> Bool {
    guard let name = path.first, let edge = word(name).flatMap({ edge(container, $0) }) else { return false }
    return (0..<variantCount(of: edge)).contains { index in
      let variant = variant(of: edge, at: index)
      let live = variant.versions.intersection(versions)
      guard !live.isEmpty else { return false }
      if path.count == 1 { return true }
      return variant.node.kind == .container && holds(path.dropFirst(), below: variant.node.container, in: live)
    }
  }
}
