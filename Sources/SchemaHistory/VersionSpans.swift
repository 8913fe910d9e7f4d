package import ValidationTree

/// Some versions of a tree as spans: from one version to another without one left out between them.
///
/// Bundled versions are a sample of all releases. Words therefore name versions that are there: what is known from 2.11.1 on
/// is not known in the one before, which the words name, too.
package struct VersionSpans: Sendable {
  /// The first and the last version of each span by their numbers in the tree, oldest first.
  package let spans: [ClosedRange<Int>]
  private let tree: ValidationTree

  package init(_ versions: VersionSet, _ tree: ValidationTree) {
    self.tree = tree
    var spans: [ClosedRange<Int>] = []
    for index in 0..<tree.versionCount where versions.contains(VersionSet(version: index)) {
      if let last = spans.last, last.upperBound == index - 1 {
        spans[spans.count - 1] = last.lowerBound...index
      } else {
        spans.append(index...index)
      }
    }
    self.spans = spans
  }

  /// `2.11.1 to 2.35.2`, `1.58.4 to 2.35.2 and 3.1.1 to 4.1.1`, `no version`.
  package var text: String {
    guard let last = spans.last else { return "no version" }
    let names = spans.dropLast().map(name)
    return names.isEmpty ? name(last) : "\(names.joined(separator: ", ")) and \(name(last))"
  }

  /// ``text`` and the neighbours that do not have it: `2.11.1 to 2.35.2 (not in 2.9.0, gone in 3.0.1)`.
  package var textWithBounds: String {
    guard let first = spans.first, let last = spans.last else { return text }
    var bounds: [String] = []
    if first.lowerBound > 0 { bounds.append("not in \(tree.versionName(first.lowerBound - 1))") }
    if last.upperBound < tree.versionCount - 1 { bounds.append("gone in \(tree.versionName(last.upperBound + 1))") }
    if bounds.isEmpty, spans.count == 1 {
      return tree.versionCount == 1 ? text : "\(text) (all that are built in)"
    }
    return bounds.isEmpty ? text : "\(text) (\(bounds.joined(separator: ", ")))"
  }

  private func name(_ span: ClosedRange<Int>) -> String {
    let first = tree.versionName(span.lowerBound)
    return span.count == 1 ? first : "\(first) to \(tree.versionName(span.upperBound))"
  }
}
