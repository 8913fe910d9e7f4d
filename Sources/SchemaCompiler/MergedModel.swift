import PlotSchema
import ValidationTree

// What the merge of several schemas yields, before it is laid out as bytes. Words are the tree's: numbers in byte order.

/// All of a tree.
struct MergedModel {
  var versions: [(name: String, traits: VersionTraits)] = []
  /// In byte order.
  var words: [[UInt8]] = []
  /// Defaults, expressions.
  var texts = WordTable()
  var attributes: [TreeAttribute] = []
  var containers: [TreeContainer] = []
  /// Layout, frame, config, traces, transforms, animation.
  var roots: [Int] = []
  var contributions: [TreeContribution] = []
}

/// A definition in terms of the tree.
struct TreeAttribute: Hashable {
  var valType: ValType
  var flags: AttributeFlags
  var dimensions: Dimensions
  var minimum: Double?
  var maximum: Double?
  var values: TreeList?
  var extras: TreeList?
  /// Numbers in ``MergedModel/texts``.
  var regex: Int?
  var defaultText: Int?
  var items: TreeItems

  enum TreeItems: Hashable {
    case none
    case same(Int)
    case list([Int])
    case rows([Row])
  }

  struct Row: Hashable {
    var items: [Int]
    /// The row is one definition and no list.
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
    /// The source, a number in ``MergedModel/texts``; and the word, if it is an expression by accident.
    case pattern(Int, word: UInt16?)
  }
}

/// A container that holds for all versions.
struct TreeContainer: Hashable {
  /// In the order of the words.
  var edges: [TreeEdge]
  var isSubplot: Bool
}

struct TreeEdge: Hashable {
  var word: UInt16
  var variants: TreeVariants
}

/// What stands at an edge.
enum TreeVariants: Hashable {
  /// The same wherever the container exists.
  case everywhere(NodeRef)
  case some([Variant])
}

/// What trace types add under one name.
struct TreeContribution: Hashable {
  /// Nil for the layout itself.
  var subplot: UInt16?
  var word: UInt16
  var entries: [Contribution]
}
