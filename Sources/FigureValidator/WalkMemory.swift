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
  ///
  /// - Parameter length: of the text that is walked, in bytes.
  func schema(_ tree: ValidationTree, _ targets: VersionSet, forTextOf length: Int) -> SchemaMemory {
    for index in schemas.indices where schemas[index].tree == tree.contentHash && schemas[index].targets == targets {
      // Many runs check one figure, and nothing comes back.
      if schemas[index].isSmall { schemas[index].grow() }
      return schemas[index]
    }
    let new = SchemaMemory(
      tree: tree.contentHash, targets: targets, isSmall: length <= SchemaMemory.lengthOfSmallTexts)
    // A checker has one tree, or one for each schema of its own.
    if schemas.count == 8 { schemas.removeFirst() }
    schemas.append(new)
    return new
  }
}

/// What is known about the targets of a tree.
struct SchemaMemory {
  /// In bytes; the figures of most folders are shorter.
  static var lengthOfSmallTexts: Int { 1 << 16 }

  /// The hash of the tree's content.
  let tree: UInt64
  let targets: VersionSet
  /// Whether there is room for what one small text holds only.
  private(set) var isSmall: Bool
  private(set) var members: MemberCache
  private(set) var values: ValueCache

  init(tree: UInt64, targets: VersionSet, isSmall: Bool) {
    self.tree = tree
    self.targets = targets
    self.isSmall = isSmall
    members = MemberCache(isSmall ? .small : .full)
    values = ValueCache(isSmall ? .small : .full)
  }

  mutating func grow() {
    isSmall = false
    members = members.grown
    values = values.grown
  }
}
