package import ValidationTree

/// How a user names a plotly.js version.
package enum VersionSelector: Hashable, Sendable {
  /// `4.1.1`
  case exact(PlotlyVersion)
  /// `4` or `4.1`: the newest one that begins so.
  case line(major: Int, minor: Int?)
  /// `latest`: the newest one.
  case latest
  /// `chart-studio`: the newest 3.x, which still has the `…src` attributes of Chart Studio's grids.
  case chartStudio

  /// Reads a selector; nil for a text that is none.
  package init?(_ text: String) {
    switch text {
    case "latest": self = .latest
    case "chart-studio": self = .chartStudio
    default:
      guard let numbers = PlotlyVersion.numbers(text) else { return nil }
      switch numbers.count {
      case 3: self = .exact(PlotlyVersion(numbers[0], numbers[1], numbers[2]))
      case 2: self = .line(major: numbers[0], minor: numbers[1])
      default: self = .line(major: numbers[0], minor: nil)
      }
    }
  }

  /// Whether `version` is among those the selector can mean.
  package func admits(_ version: PlotlyVersion) -> Bool {
    switch self {
    case .exact(let wanted): version == wanted
    case .line(let major, let minor): version.major == major && (minor == nil || minor == version.minor)
    case .latest: true
    case .chartStudio: version.major == 3
    }
  }
}

/// Finds the versions of a tree that users name.
package struct TargetResolver: Sendable {
  private let names: [String]

  package init(_ tree: ValidationTree) { names = tree.versionNames }

  /// The index of the version in the tree.
  ///
  /// A name of the tree is taken as it stands, so that a tree made from a file without a version can be named by it.
  /// - Throws: ``TargetError`` for what the tree does not have.
  package func index(of text: String) throws(TargetError) -> Int {
    if let index = names.lastIndex(of: text) { return index }
    guard let selector = VersionSelector(text) else {
      throw TargetError(text: text, isVersion: false, nearest: nil, known: names)
    }
    // Oldest first: the last one that fits is the newest.
    let found = names.lastIndex { selector == .latest || PlotlyVersion($0).map(selector.admits) ?? false }
    guard let found else {
      throw TargetError(text: text, isVersion: true, nearest: nearest(to: selector), known: names)
    }
    return found
  }

  /// The versions that a comma-separated list names.
  package func versions(of list: String) throws(TargetError) -> VersionSet {
    var versions: VersionSet = []
    for part in list.split(separator: ",", omittingEmptySubsequences: false) {
      versions.insert(VersionSet(version: try index(of: String(part))))
    }
    return versions
  }

  /// The index of the version that `text` names, or of the one that one would choose instead; nil if it names none.
  package func indexNearest(to text: String) -> Int? {
    if let index = try? index(of: text) { return index }
    return VersionSelector(text).flatMap(nearest).flatMap(names.lastIndex)
  }

  /// The version of the tree that one would choose instead: of the same line if there is one, and rather a newer one.
  private func nearest(to selector: VersionSelector) -> String? {
    let known = names.compactMap { PlotlyVersion($0) }
    let wanted: PlotlyVersion
    switch selector {
    case .exact(let version): wanted = version
    case .line(let major, let minor): wanted = PlotlyVersion(major, minor ?? 0, 0)
    case .latest, .chartStudio: return known.last?.description
    }
    let sameLine = known.filter { $0.major == wanted.major }
    let candidates = sameLine.isEmpty ? known : sameLine
    return (candidates.first { $0 >= wanted } ?? candidates.last)?.description
  }
}

/// A target that a tree does not have.
package struct TargetError: Error, Equatable, Sendable {
  /// What was asked for.
  package let text: String
  /// Whether it is a version at all, and not some other text.
  package let isVersion: Bool
  /// What could be meant.
  package let nearest: String?
  /// The versions there are, oldest first.
  package let known: [String]
}
