import Diagnostics
import JSONCore
import ValidationTree

/// Texts that plotly.js takes as they are, and that may carry what should not be published: scripts, keys, private paths.
///
/// They are looked at as they stand in the JSON, sixteen bytes at a time. Data of numbers is not looked at.
extension FigureWalker {
  /// Passes an array that any content is right for, and looks at the texts in it.
  mutating func skipData(_ edge: EdgeID?, in versions: VersionSet) throws(ScanError) {
    let start = scanner.position
    try passArray(in: versions)
    guard watchesTexts else { return }
    let array = start..<scanner.position
    if scanner.bytes.holdsTexts(array) { watch(array, edge, in: versions) }
    scanner.bytes.giveBack(array)
  }

  /// Looks at the content of a string.
  ///
  /// - Parameter edge: the attribute whose value it is.
  @inline(__always) mutating func watchText(_ content: Range<Int>, _ edge: EdgeID?, in versions: VersionSet) {
    guard content.count > 6, TextWatch.mayHoldRisk(scanner.bytes, content) else { return }
    watch(content, edge, in: versions)
  }

  /// Looks at the JSON text in `range`: a value, or the content of a string.
  ///
  /// - Parameter edge: the attribute, if it is one's own value.
  mutating func watch(_ range: Range<Int>, _ edge: EdgeID?, in versions: VersionSet) {
    guard range.count > 6 else { return }
    var watch = TextWatch(scanner.bytes, range)
    var reported: UInt64 = 0
    while let hit = watch.next() {
      guard let rule = rule(for: hit.risk, edge, at: hit.string, in: versions) else { continue }
      watch.passString(of: hit)
      // The first such text of an array stands for the others.
      let bit: UInt64 = 1 << UInt64(rule.number)
      guard reported & bit == 0 else { continue }
      reported |= bit
      report(rule, .textRisk(hit.risk), at: hit.string, in: versions)
    }
  }

  /// The rule that a risk belongs to where it stands; nil where it is none there.
  private func rule(
    for risk: TextRisk, _ edge: EdgeID?, at string: Range<Int>, in versions: VersionSet
  ) -> RuleID? {
    switch risk {
    case .scriptURL, .pageURL, .scriptTag, .eventHandler: return .scriptURL
    case .secretToken, .shareKey, .serviceKey: return .secret
    case .publicToken: return hasMapbox(versions) ? nil : .secret
    case .fileURL, .homeDirectory: return .localPath
    case .insecureURL: return isLoaded(edge) ? .insecureURL : nil
    case .mapboxURL: return isInMapbox(string) ? nil : .mapboxStyle
    }
  }

  /// Whether the browser loads what the attribute names as soon as the figure is drawn.
  private func isLoaded(_ edge: EdgeID?) -> Bool {
    guard let edge else { return false }
    return tree.withText(tree.word(of: edge)) { bytes, name in
      ["source", "geojson", "topojsonURL", "plotlyServerURL", "style"].contains { bytes.equals(name, $0) }
    }
  }

  private func hasMapbox(_ versions: VersionSet) -> Bool {
    guard let edge = tree.word("mapbox").flatMap({ tree.edge(tree.layout, $0) }) else { return false }
    return !tree.versions(of: edge).isDisjoint(with: versions)
  }

  /// Whether the place is below a `mapbox` object, of any version. O(text before it); asked where such a URL is only.
  private func isInMapbox(_ string: Range<Int>) -> Bool {
    let paths = PathFinder.paths(
      of: [string.lowerBound], in: scanner.bytes, range: 0..<scanner.bytes.count, maximumDepth: .max)
    return paths.first?.contains { step in
      if case .key(let key) = step { key.hasPrefix("mapbox") } else { false }
    } ?? false
  }
}

extension InputBytes {
  /// Whether the first element of an array that is neither null nor an empty text is a text or an object. O(elements
  /// before it).
  fileprivate func holdsTexts(_ array: Range<Int>) -> Bool {
    var offset = array.lowerBound
    while offset < array.upperBound {
      switch self[offset] {
      case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ","), 0x20, 0x0A, 0x0D, 0x09: offset += 1
      case UInt8(ascii: "n"): offset += 4
      case UInt8(ascii: "\""):
        guard offset + 1 < array.upperBound, self[offset + 1] == UInt8(ascii: "\"") else { return true }
        offset += 2
      case let byte: return byte == UInt8(ascii: "{")
      }
    }
    return false
  }
}
