import Diagnostics
import JSONCore
import ValidationTree

/// Which rule a key belongs to that the schema does not know where it stands: some mistakes have a name and a remedy of
/// their own. It is one mistake and one finding in any case, with the code `schema`.
extension FigureWalker {
  mutating func reportUnknown(
    _ key: KeyToken, _ edge: EdgeID?, in versions: VersionSet, _ container: ContainerID, _ scope: Scope
  ) {
    report(
      rule(forUnknown: key, edge, in: versions, container, scope),
      .unknownKey(.container(container, contributions: scope.contributions)), at: key.string.range, in: versions)
  }

  private func rule(
    forUnknown key: KeyToken, _ edge: EdgeID?, in versions: VersionSet, _ container: ContainerID, _ scope: Scope
  ) -> RuleID {
    let known = knownVersions(key, edge, container, scope)
    return withText(key.string) { bytes, text in
      if let oldest = versions.oldest, let newest = versions.newest, let first = known.oldest, let last = known.newest {
        if last > newest, known.isDisjoint(with: versions) { return .newerThanTarget }
        if last < oldest || first < oldest && known.isDisjoint(with: versions) { return removal(of: bytes, text) }
      }
      if known.isEmpty, let rule = notation(bytes, text, in: versions, container) { return rule }
      return scope.keyRule
    }
  }

  /// The rule for a name that only older versions know.
  private func removal(of bytes: InputBytes, _ name: Range<Int>) -> RuleID {
    if bytes.equals(name, "transforms") || bytes.equals(name, "globalTransforms") { return .removedTransforms }
    if name.count > 3, bytes.equals(name.suffix(3), "src") { return .removedChartStudio }
    if FigureWalker.isOfChartStudio(bytes, name) { return .removedChartStudio }
    return .removedAttribute
  }

  /// Whether a name is one that plotly.js had for the hosted service besides those of columns, until 4.0.
  private static func isOfChartStudio(_ bytes: InputBytes, _ name: Range<Int>) -> Bool {
    let names: [StaticString] = [
      "stream", "hidesources", "showLink", "linkText", "sendData", "showSources", "showEditInChartStudio",
      "showSendToCloud", "plotlyServerURL",
    ]
    return names.contains { bytes.equals(name, $0) }
  }

  /// The rule for a name that no version knows at this place, but that is written as somewhere else.
  private func notation(
    _ bytes: InputBytes, _ name: Range<Int>, in versions: VersionSet, _ container: ContainerID
  ) -> RuleID? {
    if bytes.equals(name, "__proto__") || bytes.equals(name, "constructor") || bytes.equals(name, "prototype") {
      return .protoKey
    }
    guard name.count > 2, name.count <= 120 else { return nil }
    if bytes[name.upperBound - 1] == UInt8(ascii: "1"),
      let subplot = tree.subplotObject(bytes, name.dropLast(), in: container),
      !tree.versions(of: subplot.edge).isDisjoint(with: versions)
    {
      return .axisOne
    }
    for offset in name.dropFirst() {
      switch bytes[offset] {
      case UInt8(ascii: "."), UInt8(ascii: "["):
        return isPath(bytes, name, .dots, in: versions, container) ? .dottedKey : nil
      case UInt8(ascii: "_"):
        if isPath(bytes, name, .underscores, in: versions, container) { return .underscorePath }
      default: continue
      }
    }
    let legacy = LegacyAttribute.named(StringText.string(bytes, name), in: container, tree, versions)
    return legacy == nil ? nil : .removedAttribute
  }

  private func isPath(
    _ bytes: InputBytes, _ name: Range<Int>, _ notation: JoinedPath.Notation, in versions: VersionSet,
    _ container: ContainerID
  ) -> Bool {
    JoinedPath.read(bytes, name, notation, below: container, in: versions, tree) != nil
  }

  /// The versions that know the key: as a member, as a subplot object with a counter, or as what a trace type brings. What
  /// they know, but without a trace type that brings it, is known all the same.
  private func knownVersions(
    _ key: KeyToken, _ edge: EdgeID?, _ container: ContainerID, _ scope: Scope
  ) -> VersionSet {
    var known: VersionSet = .none
    if let edge {
      known = tree.versions(of: edge)
    } else if let (_, edge) = subplotEdge(key, in: container) {
      for index in 0..<tree.variantCount(of: edge) {
        let variant = tree.variant(of: edge, at: index)
        if tree.isSubplot(variant.node) { known.formUnion(variant.versions) }
      }
    }
    if let word = word(of: key) {
      let list = contributions(of: word, scope)
      for index in 0..<list.count { known.formUnion(tree.contribution(list, at: index).variant.versions) }
    }
    return known.intersection(tree.allVersions)
  }
}
