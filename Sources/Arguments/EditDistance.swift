/// How far two names are apart, to offer the one that was meant.
package enum EditDistance {
  /// The candidate nearest to `name`, if one is near enough to have been meant; the first of several equally near.
  ///
  /// Near enough is one edit for names of up to four characters, two up to eight, three beyond. A name of which `name` is
  /// the beginning counts when nothing is nearer: `--max` means `--max-findings`.
  ///
  /// - Complexity: O(candidates × length × limit).
  package static func nearest(_ name: String, in candidates: some Sequence<String>) -> String? {
    let name = Array(name.unicodeScalars)
    let limit = name.count <= 4 ? 1 : name.count <= 8 ? 2 : 3
    var best: (candidate: String, distance: Int)?
    var beginning: String?
    for candidate in candidates {
      let scalars = Array(candidate.unicodeScalars)
      let reach = best.map { $0.distance - 1 } ?? limit
      // One edit turns any name of one character into any other; that is no likeness.
      if let distance = between(name, scalars, limit: reach), distance < max(name.count, scalars.count) {
        best = (candidate, distance)
      }
      if beginning == nil, name.count >= 2, scalars.starts(with: name) { beginning = candidate }
    }
    return best?.candidate ?? beginning
  }

  /// The least number of insertions, deletions, substitutions and swaps of neighbours that turn `a` into `b`, no part edited
  /// twice (optimal string alignment); nil where it is above `limit`.
  ///
  /// - Complexity: O(`a.count` × `limit`).
  package static func between(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], limit: Int) -> Int? {
    guard limit >= 0, abs(a.count - b.count) <= limit else { return nil }
    let far = limit + 1
    // Rows of the table for the prefixes of `a`; cells further than `limit` off the diagonal stay `far`.
    var beforeLast = [Int](repeating: far, count: b.count + 1)
    var last = (0...b.count).map { min($0, far) }
    for i in 0..<a.count {
      var row = [Int](repeating: far, count: b.count + 1)
      row[0] = min(i + 1, far)
      var least = row[0]
      let columns = max(0, i - limit)..<max(0, i - limit, min(b.count, i + limit + 1))
      for j in columns {
        var cell = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cell = min(cell, beforeLast[j - 1] + 1) }
        row[j + 1] = min(cell, far)
        least = min(least, cell)
      }
      // A swap reaches back two rows, so both must be beyond the limit before nothing can come back.
      if least > limit, (last.min() ?? far) > limit { return nil }
      (beforeLast, last) = (last, row)
    }
    return last[b.count] <= limit ? last[b.count] : nil
  }
}
