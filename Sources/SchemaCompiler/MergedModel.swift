import ValidationTree

// What the merge of several schemas yields, before it is laid out as bytes. Words are the tree's: numbers in byte order.

/// A definition in terms of the tree.
struct TreeAttribute: Hashable {
  var valType: ValType
  var flags: AttributeFlags
  var dimensions: Dimensions
  var minimum: Double?
  var maximum: Double?
  var values: TreeList?
  var extras: TreeList?
  var regex: String?
  var defaultText: String?
  var items: TreeItems

  enum TreeItems: Hashable {
    case none
    case same(Int)
    case list([Int])
    /// The second says whether the row is one definition and no list.
    case rows([Row])
  }

  struct Row: Hashable {
    var items: [Int]
    var isDefinition: Bool
  }
}

/// The values of an attribute, in the schema's order.
struct TreeList: Hashable {
  var elements: [Element]

  enum Element: Hashable {
    case word(UInt16)
    case number(Double)
    case bool(Bool)
    case null
    /// The source; the word too if it is one accidentally.
    case pattern(String, word: UInt16?)
  }
}

/// A container that holds for all versions.
struct TreeContainer: Hashable {
  var edges: [TreeEdge]
  var isSubplot: Bool
}

struct TreeEdge: Hashable {
  var word: UInt16
  /// One that holds everywhere, or several.
  var variants: [Variant]
}

/// What trace types add under one name.
struct TreeContribution: Hashable {
  var subplot: UInt16?
  var word: UInt16
  var entries: [Contribution]
}

/// All of a tree.
struct MergedModel {
  var versions: [(name: String, traits: VersionTraits)] = []
  /// In byte order.
  var words: [[UInt8]] = []
  var attributes: [TreeAttribute] = []
  var containers: [TreeContainer] = []
  /// Layout, frame, config, traces, transforms, animation.
  var roots: [Int] = []
  var contributions: [TreeContribution] = []
}
