import ValidationTree

/// In which plotly.js versions something is known, seen from the versions that were asked for.
struct VersionHistory {
  enum Kind: Equatable {
    /// Only older versions have it; the newest of them is named.
    case removed(last: String)
    /// Only newer versions have it; the release that brought it is named.
    case newer(first: String)
    /// Some have it that are neither all older nor all newer.
    case between(first: String, last: String)
  }

  let kind: Kind

  /// Nil where none of the `known` versions is outside of `asked`.
  init?(_ known: VersionSet, from asked: VersionSet, _ tree: ValidationTree) {
    let known = known.intersection(tree.allVersions).subtracting(asked)
    guard let first = known.oldest, let last = known.newest, let oldest = asked.oldest, let newest = asked.newest
    else { return nil }
    if last < oldest {
      kind = .removed(last: tree.versionName(last))
    } else if first > newest {
      kind = .newer(first: VersionHistory.release(first, tree))
    } else {
      kind = .between(first: tree.versionName(first), last: tree.versionName(last))
    }
  }

  /// For behind a name: `plotly.js had it up to 2.35.2`.
  var remark: String {
    switch kind {
    case .removed(let last): "plotly.js had it up to \(last)"
    case .newer(let first): "plotly.js has it from \(first) on"
    case .between(let first, let last): "plotly.js has it in some versions from \(first) to \(last)"
    }
  }

  /// The release that brought what version `index` has and the one before has not: `2.18` for 2.18.2, since only
  /// releases with a new minor number bring attributes. The tree need not have the very first of them.
  private static func release(_ index: Int, _ tree: ValidationTree) -> String {
    let name = tree.versionName(index)
    let numbers = name.split(separator: ".")
    guard numbers.count == 3, index > 0 else { return name }
    let before = tree.versionName(index - 1).split(separator: ".")
    return numbers.prefix(2) == before.prefix(2) ? name : numbers.prefix(2).joined(separator: ".")
  }
}
