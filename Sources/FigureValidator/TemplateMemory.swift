import JSONCore
import ValidationTree

/// Templates that were walked, so that the same text need not be walked again, and what was found in them.
///
/// Every figure of plotly.express carries its template, the same 6 KB in each: over a folder most of the schema walk would be
/// spent on them.
struct TemplateMemory {
  /// A template that was walked.
  struct Known {
    fileprivate let text: [UInt8]
    fileprivate let depth: Int
    fileprivate let tree: UInt64
    fileprivate let versions: VersionSet
    /// What was found in it, with ranges from its beginning on.
    let problems: [Problem]
    /// What was noted of it, with places from its beginning on; nil if nothing was to be noted.
    let facts: FigureFacts?

    /// In bytes.
    var length: Int { text.count }
  }

  /// Most folders have a template or two.
  private static let capacity = 4
  /// Shorter ones are walked as fast as compared; longer ones are not worth their room.
  private static let lengths = 256...65_536
  /// A template with more problems is walked again.
  private static let maximumProblems = 64

  private var known: [Known] = []
  private var oldest = 0

  /// The template at `offset`, if it is known.
  ///
  /// The texts are those of whole objects, so that what begins like one is that one.
  func template(
    at offset: Int, in bytes: InputBytes, depth: Int, _ tree: ValidationTree, _ versions: VersionSet
  ) -> Known? {
    for template in known
    where template.depth == depth && template.versions == versions && template.tree == tree.contentHash
      && offset + template.length <= bytes.count
    {
      let range = offset..<offset + template.length
      if template.text.withInputBytes({ bytes.equals(range, 0..<$0.count, of: $0) }) { return template }
    }
    return nil
  }

  /// Remembers the template in `range`, in whose text nothing is wrong, and the problems of the schema found in it. Forgets the
  /// oldest one for it.
  mutating func remember(
    _ range: Range<Int>, of bytes: InputBytes, depth: Int, _ tree: ValidationTree, _ versions: VersionSet,
    _ problems: ArraySlice<Problem>, _ facts: FigureFacts?
  ) {
    guard TemplateMemory.lengths.contains(range.count), problems.count <= TemplateMemory.maximumProblems else { return }
    let template = Known(
      text: bytes.copy(range), depth: depth, tree: tree.contentHash, versions: versions,
      problems: problems.map { $0.moved(by: -range.lowerBound) }, facts: facts)
    if known.count < TemplateMemory.capacity {
      known.append(template)
    } else {
      known[oldest] = template
      oldest = (oldest + 1) % TemplateMemory.capacity
    }
  }
}
