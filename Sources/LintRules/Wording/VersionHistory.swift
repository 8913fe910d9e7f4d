import ValidationTree

/// In which plotly.js versions something is known, seen from the versions that were asked for.
struct VersionHistory {
  enum Kind: Equatable {
    /// Only older versions have it: from `first` to `last`. `gone` says in or by which release it went.
    case removed(first: String, last: String, gone: String)
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
    let names = ReleaseNames(tree)
    if last < oldest {
      kind = .removed(first: names[first], last: names[last], gone: names.arrival(of: last + 1))
    } else if first > newest {
      kind = .newer(first: names[first])
    } else {
      kind = .between(first: names[first], last: names[last])
    }
  }

  /// For behind a name: `removed in 3.0; known from 1.58 to 2.35`.
  var remark: String {
    switch kind {
    case .removed(let first, let last, let gone):
      "removed \(gone); known " + (first == last ? "in \(last)" : "from \(first) to \(last)")
    case .newer(let first): "needs plotly.js \(first) or newer"
    case .between(let first, let last): "known in some versions from \(first) to \(last)"
    }
  }
}

/// What messages call the versions of a tree. They are a sample of all releases, and only releases with a new minor number
/// bring or take attributes: 2.35.2 stands for 2.35, unless the tree has another 2.35.
private struct ReleaseNames {
  private let tree: ValidationTree

  init(_ tree: ValidationTree) { self.tree = tree }

  subscript(index: Int) -> String {
    let name = tree.versionName(index)
    let line = ReleaseNames.line(name)
    guard name.utf8.count(where: { $0 == UInt8(ascii: ".") }) == 2,
      line != ReleaseNames.line(tree.versionName(index - 1)), line != ReleaseNames.line(tree.versionName(index + 1))
    else { return name }
    return String(line)
  }

  /// The major and the minor number of a release: `2.35` for `2.35.2`.
  private static func line(_ name: String) -> Substring {
    let dot = UInt8(ascii: ".")
    guard let first = name.utf8.firstIndex(of: dot),
      let second = name.utf8[name.utf8.index(after: first)...].firstIndex(of: dot)
    else { return name[...] }
    return name[..<second]
  }

  /// `in 3.0` where the version before is the release before, else `by 2.11`: a release between the two may have done it.
  func arrival(of index: Int) -> String {
    let numbers = parts(index).compactMap { Int($0) }
    let before = parts(index - 1).compactMap { Int($0) }
    guard numbers.count == 3, before.count == 3 else { return "by \(self[index])" }
    let isNext =
      numbers[0] == before[0]
      ? numbers[1] <= before[1] + 1 : numbers[0] == before[0] + 1 && numbers[1] == 0
    return "\(isNext ? "in" : "by") \(self[index])"
  }

  private func parts(_ index: Int) -> [Substring] { tree.versionName(index).split(separator: ".") }
}
