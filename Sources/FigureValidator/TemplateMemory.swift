import JSONCore
import ValidationTree

/// Templates that were found right, so that the same text need not be walked again.
///
/// Every figure of plotly.express carries its template, the same 6 KB in each: over a folder most of the schema walk would be
/// spent on them. One memory serves one checker, since what is right depends on its rules, and one task at a time.
package struct TemplateMemory: Sendable {
  private struct Entry {
    let text: [UInt8]
    let depth: Int
    let tree: UInt64
    let versions: VersionSet
  }

  /// Most folders have a template or two.
  private static let capacity = 4
  /// Shorter ones are walked as fast as compared; longer ones are not worth their room.
  private static let lengths = 256...65_536

  private var entries: [Entry] = []
  private var oldest = 0

  package init() {}

  /// The length in bytes of a template at `offset` that is known to be right; nil if it is not known.
  ///
  /// The texts are those of whole objects, so that what begins like one is that one.
  func length(
    at offset: Int, in bytes: InputBytes, depth: Int, _ tree: ValidationTree, _ versions: VersionSet
  ) -> Int? {
    for entry in entries
    where entry.depth == depth && entry.versions == versions && entry.tree == tree.contentHash
      && offset + entry.text.count <= bytes.count
    {
      let range = offset..<offset + entry.text.count
      if entry.text.withInputBytes({ bytes.equals(range, 0..<$0.count, of: $0) }) { return entry.text.count }
    }
    return nil
  }

  /// Remembers the template in `range`, in which nothing was found. Forgets the oldest one for it.
  mutating func remember(
    _ range: Range<Int>, of bytes: InputBytes, depth: Int, _ tree: ValidationTree, _ versions: VersionSet
  ) {
    guard TemplateMemory.lengths.contains(range.count) else { return }
    let entry = Entry(text: bytes.copy(range), depth: depth, tree: tree.contentHash, versions: versions)
    if entries.count < TemplateMemory.capacity {
      entries.append(entry)
    } else {
      entries[oldest] = entry
      oldest = (oldest + 1) % TemplateMemory.capacity
    }
  }
}
