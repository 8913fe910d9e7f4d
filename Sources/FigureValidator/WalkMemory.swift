import ValidationTree

/// What walks learn and later ones profit from. It changes how long a walk takes and never what it finds.
///
/// A checker that checks many figures makes one for each of its threads. It serves one checker, since what is right depends on
/// that one's rules, and one walk at a time.
package final class WalkMemory {
  /// Templates that are known to be right.
  var templates = TemplateMemory()
  private var schemas: [SchemaMemory] = []
  /// What rules keep that look at what the walks noted.
  package let facts = FactMemory()
  /// What had to be done because nothing was known.
  package internal(set) var work = Work()

  /// How often walks had to find out by themselves, since the memory was made. Tests see by it that they need not always.
  package struct Work: Equatable, Sendable {
    /// Keys that were searched in the tree.
    package internal(set) var searchedKeys = 0
    /// Strings and numbers that were judged by their attributes.
    package internal(set) var judgedValues = 0
    package internal(set) var walkedTemplates = 0
  }

  package init() {}

  /// What is known about the targets of a tree. The memory of a tree that was not asked for lately is used again.
  func schema(_ tree: ValidationTree, _ targets: VersionSet) -> SchemaMemory {
    if let known = schemas.first(where: { $0.tree == tree.contentHash && $0.targets == targets }) { return known }
    let new = SchemaMemory(tree: tree.contentHash, targets: targets)
    // A checker has one tree, or one for each schema of its own.
    if schemas.count == 8 { schemas.removeFirst() }
    schemas.append(new)
    return new
  }
}

/// What is known about the targets of a tree.
struct SchemaMemory {
  /// The hash of the tree's content.
  let tree: UInt64
  let targets: VersionSet
  let members = MemberCache()
  let values = ValueCache()
}
