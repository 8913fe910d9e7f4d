import ValidationTree

/// What walks learn and later ones profit from. It changes how long a walk takes and never what it finds.
///
/// A checker that checks many figures makes one for each of its threads. It serves one checker, since what is right depends on
/// that one's rules, and one walk at a time.
package final class WalkMemory {
  /// Templates that are known to be right.
  var templates = TemplateMemory()
  /// That of the last walk, and of others: hardly ever is there more than one.
  private var latest: SchemaMemory?
  private var others: [SchemaMemory] = []
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
    if var memory = take(tree, targets) {
      // Many runs check one figure, and nothing comes back.
      if memory.isSmall { memory.grow() }
      latest = memory
      return memory
    }
    let memory = SchemaMemory(
      tree: tree.contentHash, targets: targets, isSmall: length <= SchemaMemory.lengthOfSmallTexts)
    latest = memory
    return memory
  }

  /// What is known about the targets, to be made ``latest``; what is that goes to the others.
  private func take(_ tree: ValidationTree, _ targets: VersionSet) -> SchemaMemory? {
    guard let latest else { return nil }
    if latest.belongs(to: tree, targets) { return latest }
    let known = others.firstIndex { $0.belongs(to: tree, targets) }.map { others.remove(at: $0) }
    // A checker has one tree, or one for each schema of its own.
    if others.count == 7 { others.removeFirst() }
    others.append(latest)
    return known
  }
}

/// What is known about the targets of a tree.
struct SchemaMemory {
  /// In bytes; the figures of most folders are shorter.
  static var lengthOfSmallTexts: Int { 1 << 16 }

  /// The hash of the tree's content.
  private let tree: UInt64
  private let targets: VersionSet
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

  func belongs(to tree: ValidationTree, _ targets: VersionSet) -> Bool {
    self.tree == tree.contentHash && self.targets == targets
  }

  mutating func grow() {
    isSmall = false
    members = members.grown
    values = values.grown
  }
}
