import JSONCore

/// When plotly.js uses, drops or resets an attribute while it fills in defaults: conditions on other attributes of a figure.
///
/// The conditions were found by experiments with plotly.js; `SchemaSnapshots/defaults-….txt` holds them as text. Here they are a
/// flat block, read without being parsed. For each kind of trace and each part of the layout (a *root*) there is a trie of
/// attributes; an attribute has rules, a rule alternatives, an alternative atoms, which must all hold. An atom says that a *feature*
/// of the figure (mostly the value of another attribute) has one of some *tokens*, the classes of values that matter.
///
/// The block belongs to one tree: names are words of that. How it lies in memory:
///
///     0   magic "figldflt"
///     8   u32 format version, u32 length
///     16  u64 content hash of the tree
///     24  for each ``Section`` u32 offset, u32 number of records
///
/// Every read is checked, so that a damaged block gives wrong answers and never a trap.
public final class DefaultsTable: Sendable {
  @usableFromInline let bytes: TreeBytes
  @usableFromInline let nodes, nodeRules, ruleRecords, alternativeRecords, atomRecords, tokens, features, steps: Records
  private let roots, wordTokens, tokenStarts, tokenTexts: Records

  public static var magic: UInt64 { 0x746C_6664_6C67_6966 }  // "figldflt", first byte lowest
  public static var version: UInt32 { 1 }
  public static var headerLength: Int { 24 + Section.allCases.count * 8 }

  public enum Section: Int, CaseIterable, Sendable {
    /// u16 node of each root, 0xFFFF for none: first ``DefaultsRoot``'s cases, then the trace types by ordinal.
    case roots
    /// u16 word (``DefaultsTable/item`` for an item of a list), u16 first child, u16 children, u16 first rule, u16 rules. Children
    /// ascend by word.
    case nodes
    /// u16 effect, u16 rule.
    case nodeRules
    /// u16 first alternative, u16 alternatives, u16 reach.
    case rules
    /// u16 first atom, u16 atoms.
    case alternatives
    /// u16 feature, u16 first token, u16 tokens.
    case atoms
    /// u8 tokens.
    case tokens
    /// u16 kind, u16 first step, u16 steps, u16 flag.
    case features
    /// u16 words.
    case steps
    /// u16 word, u16 token: the tokens of enumerated values that are words, ascending by word.
    case wordTokens
    /// u16 where a token's text begins; one more for the end of the last.
    case tokenStarts
    /// The texts' bytes.
    case tokenTexts

    public var stride: Int {
      switch self {
      case .roots, .steps, .tokenStarts: 2
      case .nodes: 10
      case .nodeRules, .alternatives, .wordTokens: 4
      case .rules, .atoms: 6
      case .features: 8
      case .tokens, .tokenTexts: 1
      }
    }
  }

  /// How a step of a path says "an item of the list".
  @inlinable public static var item: UInt16 { 0xFFFE }

  /// Opens a block in memory that is never freed or changed.
  @unsafe
  public convenience init(immortal memory: UnsafeRawBufferPointer) { self.init(unsafe TreeBytes(immortal: memory)) }

  /// Opens a copy of `block`.
  public convenience init(copying block: [UInt8]) { self.init(TreeBytes(copying: block)) }

  private init(_ bytes: TreeBytes) {
    self.bytes = bytes
    func records(_ section: Section) -> Records {
      let entry = 24 &+ section.rawValue &* 8
      return Records(
        start: Int(bytes.u32(entry)), count: Int(bytes.u32(entry &+ 4)), stride: section.stride, end: bytes.count)
    }
    roots = records(.roots)
    nodes = records(.nodes)
    nodeRules = records(.nodeRules)
    ruleRecords = records(.rules)
    alternativeRecords = records(.alternatives)
    atomRecords = records(.atoms)
    tokens = records(.tokens)
    features = records(.features)
    steps = records(.steps)
    wordTokens = records(.wordTokens)
    tokenStarts = records(.tokenStarts)
    tokenTexts = records(.tokenTexts)
  }

  /// Whether the block is whole, and one for `tree`.
  public func belongs(to tree: ValidationTree) -> Bool {
    bytes.u64(0) == DefaultsTable.magic && bytes.u32(8) == DefaultsTable.version
      && bytes.u64(16) == tree.contentHash && Int(bytes.u32(12)) == bytes.count
  }

  /// Where the records of a section lie.
  @usableFromInline struct Records: Sendable {
    @usableFromInline let start: Int
    @usableFromInline let count: Int
    @usableFromInline let stride: Int
    /// The length of the block.
    @usableFromInline let end: Int

    /// Where a record begins; behind the block if there is none.
    @inlinable func callAsFunction(_ index: Int) -> Int {
      UInt(bitPattern: index) < UInt(bitPattern: count) ? start &+ index &* stride : end
    }
  }
}

/// The parts of a layout that have conditions of their own. What is below `xaxis` holds for each x axis, and so on.
public enum DefaultsRoot: Int, CaseIterable, Sendable {
  case xaxis, yaxis, polar, ternary, smith, scene, geo, map
  case annotations, shapes, images, sliders, updatemenus, selections
  /// The rest of the layout.
  case top

  /// The name in the layout; the layout itself is `top`.
  public var name: String { "\(self)" }
}

/// What plotly.js does with an attribute.
@frozen
public enum DefaultsEffect: UInt16, CaseIterable, Sendable {
  /// It has no effect.
  case unused
  /// The trace or item is not drawn.
  case invisible
  /// plotly.js puts another value in its place; in an info_array, in the place of its first or second element.
  case dynamic, dynamicFirst, dynamicSecond
  /// `null` there counts as an attribute without effect.
  case unusedNull
}

/// For which plotly.js versions a rule was found to hold.
@frozen
public enum DefaultsReach: UInt16, Sendable {
  /// 3.7 and 4.1.
  case since3
  /// Only 4.1: in 3.7 it differs, or too few experiments reached it.
  case since4
}

// MARK: - Reading

extension DefaultsTable {
  /// The node of a root; nil where it has no conditions.
  public func node(_ root: DefaultsRoot) -> Int? { rootNode(root.rawValue) }

  /// The node of a trace type, by its ordinal.
  public func node(ofTraceType ordinal: Int) -> Int? { rootNode(DefaultsRoot.top.rawValue + 1 + ordinal) }

  private func rootNode(_ index: Int) -> Int? {
    guard index >= 0, index < roots.count else { return nil }
    let node = bytes.u16(roots(index))
    return node == 0xFFFF ? nil : Int(node)
  }

  /// The child of a node for a member called `word`; nil where neither it nor what is below has conditions. O(log children).
  @inlinable public func child(of node: Int, _ word: UInt16) -> Int? {
    let children = children(of: node)
    var low = children.lowerBound
    var high = children.upperBound
    while low < high {
      let middle = (low &+ high) &>> 1
      let found = bytes.u16(nodes(middle))
      if found == word { return middle }
      if found < word { low = middle &+ 1 } else { high = middle }
    }
    return nil
  }

  /// The nodes below a node, by what is one step inside.
  @inlinable public func children(of node: Int) -> Range<Int> {
    let record = nodes(node)
    let first = Int(bytes.u16(record &+ 2))
    return first..<first &+ Int(bytes.u16(record &+ 4))
  }

  /// The rules of a node, by their position among those of all nodes.
  @inlinable public func rules(of node: Int) -> Range<Int> {
    let record = nodes(node)
    let first = Int(bytes.u16(record &+ 6))
    return first..<first &+ Int(bytes.u16(record &+ 8))
  }

  @inlinable public func effect(_ nodeRule: Int) -> DefaultsEffect? {
    DefaultsEffect(rawValue: bytes.u16(nodeRules(nodeRule)))
  }

  /// The alternatives of a rule of a node, and for which versions it holds.
  @inlinable public func alternatives(_ nodeRule: Int) -> (Range<Int>, DefaultsReach) {
    let rule = ruleRecords(Int(bytes.u16(nodeRules(nodeRule) &+ 2)))
    let first = Int(bytes.u16(rule))
    return (first..<first &+ Int(bytes.u16(rule &+ 2)), DefaultsReach(rawValue: bytes.u16(rule &+ 4)) ?? .since4)
  }

  @inlinable public func atoms(_ alternative: Int) -> Range<Int> {
    let record = alternativeRecords(alternative)
    let first = Int(bytes.u16(record))
    return first..<first &+ Int(bytes.u16(record &+ 2))
  }

  /// The feature that an atom looks at.
  @inlinable public func feature(ofAtom atom: Int) -> Int { Int(bytes.u16(atomRecords(atom))) }

  @inlinable public func atom(_ atom: Int, holds token: DefaultsToken) -> Bool {
    let record = atomRecords(atom)
    let first = tokens.start &+ Int(bytes.u16(record &+ 2))
    for i in 0..<Int(bytes.u16(record &+ 4)) where bytes.byte(first &+ i) == token.rawValue { return true }
    return false
  }

  /// The tokens for which an atom holds.
  public func tokens(ofAtom atom: Int) -> [DefaultsToken] {
    let record = atomRecords(atom)
    let first = tokens.start &+ Int(bytes.u16(record &+ 2))
    return (0..<Int(bytes.u16(record &+ 4))).map { DefaultsToken(rawValue: bytes.byte(first &+ $0)) }
  }

  /// The same as a bit for each; nil where they do not fit, being 64 or more.
  public func tokenBits(ofAtom atom: Int) -> UInt64? {
    let record = atomRecords(atom)
    let first = tokens.start &+ Int(bytes.u16(record &+ 2))
    var bits: UInt64 = 0
    for index in 0..<Int(bytes.u16(record &+ 4)) {
      let token = bytes.byte(first &+ index)
      guard token < 64 else { return nil }
      bits |= 1 &<< UInt64(token)
    }
    return bits
  }

  @inlinable public var featureCount: Int { features.count }
  public var nodeCount: Int { nodes.count }

  @inlinable public func feature(_ index: Int) -> DefaultsFeature {
    let record = features(index)
    let first = Int(bytes.u16(record &+ 2))
    return DefaultsFeature(
      kind: DefaultsFeature.Kind(rawValue: bytes.u16(record)) ?? .unknown,
      steps: first..<first &+ Int(bytes.u16(record &+ 4)), flag: bytes.u16(record &+ 6))
  }

  /// What a feature is about.
  @inlinable public func kind(ofFeature index: Int) -> DefaultsFeature.Kind {
    DefaultsFeature.Kind(rawValue: bytes.u16(features(index))) ?? .unknown
  }

  /// A step of a path: a word, or ``item``.
  @inlinable public func step(_ index: Int) -> UInt16 { bytes.u16(steps(index)) }

  /// The token of an enumerated value that is a word; ``DefaultsToken/other`` if no condition asks for it. O(log tokens).
  public func token(of word: WordID) -> DefaultsToken {
    var low = 0
    var high = wordTokens.count
    while low < high {
      let middle = (low &+ high) &>> 1
      let record = wordTokens(middle)
      let found = bytes.u16(record)
      if found == word.rawValue { return DefaultsToken(rawValue: UInt8(truncatingIfNeeded: bytes.u16(record &+ 2))) }
      if found < word.rawValue { low = middle &+ 1 } else { high = middle }
    }
    return .other
  }

  /// The token with this text; ``DefaultsToken/other`` if no condition asks for it. O(tokens).
  public func token(named text: String) -> DefaultsToken {
    let wanted = Array(text.utf8)
    return wanted.withInputBytes { wanted in
      let texts = bytes.input
      var start = tokenStarts.count == 0 ? 0 : Int(bytes.u16(tokenStarts.start))
      for index in 1..<max(tokenStarts.count, 1) {
        let end = Int(bytes.u16(tokenStarts.start &+ index &* 2))
        if end &- start == wanted.count,
          texts.equals(tokenTexts.start &+ start..<tokenTexts.start &+ end, 0..<wanted.count, of: wanted)
        {
          return DefaultsToken(rawValue: UInt8(truncatingIfNeeded: index &- 1))
        }
        start = end
      }
      return .other
    }
  }

  /// The text of a token.
  public func text(of token: DefaultsToken) -> String { bytes.input.text(textRange(Int(token.rawValue))) }

  private func textRange(_ token: Int) -> Range<Int> {
    let first = tokenTexts.start
    let low = min(Int(bytes.u16(tokenStarts(token))), tokenTexts.count)
    let high = min(Int(bytes.u16(tokenStarts(token &+ 1))), tokenTexts.count)
    return first &+ low..<first &+ max(low, high)
  }
}

/// Something about a figure on which conditions depend.
public struct DefaultsFeature: Sendable {
  public let kind: Kind
  /// The path to the value; see ``DefaultsTable/step(_:)``.
  public let steps: Range<Int>
  /// For a flag, its word.
  public let flag: UInt16

  @inlinable public init(kind: Kind, steps: Range<Int>, flag: UInt16) {
    self.kind = kind
    self.steps = steps
    self.flag = flag
  }

  @frozen
  public enum Kind: UInt16, CaseIterable, Sendable {
    case unknown
    /// The value of an attribute of the trace, of the layout.
    case trace, layout
    /// Whether it holds a flag.
    case traceFlag, layoutFlag
    /// Whether the container is there.
    case traceContainer, layoutContainer
    /// Whether a lower bound (`…min`) is below the upper one beside it, both being given.
    case traceBounds, layoutBounds
    /// Whether the trace is drawn; whether it is the only one of its kind; how many points it has.
    case isVisible, traceCount, length
    /// The type of the axis; of an axis in a subplot, which the path names; the type of the first trace on the axis; how many axes
    /// of its letter there are.
    case axisType, innerAxisType, firstType, axisCount
    /// Whether a legend is drawn; whether `layout.grid` is a grid.
    case legend, grid
  }
}

/// A class of values. The first ones are the same in every table.
@frozen
public struct DefaultsToken: Hashable, Sendable {
  public let rawValue: UInt8
  @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The texts of the tokens that every table has, by their number. The text of an enumerated value `v` is `=v`.
  public static let common = [
    "?", "-", "true", "false", "0", "+n", "-n", "''", "s", "n", "d", "c", "cs", "cl", "[]", "[n]", "[s]", "[d]", "[b]",
    "[_]",
    "[[]]", "[o]", "{}", "has", "not", "arr", "1", "2", "2+", "<20", ">=20", "yes", "no", "ok", "missing", "linear",
    "log", "date",
    "category", "multicategory", "none", "scatter", "bar", "box", "heatmap", "=true", "=false", "=auto",
  ]

  /// What no condition asks for, or nobody knows: no condition holds for it.
  @inlinable public static var other: DefaultsToken { DefaultsToken(rawValue: 0) }
  @inlinable public static var absent: DefaultsToken { DefaultsToken(rawValue: 1) }
  @inlinable public static var `true`: DefaultsToken { DefaultsToken(rawValue: 2) }
  @inlinable public static var `false`: DefaultsToken { DefaultsToken(rawValue: 3) }
  @inlinable public static var zero: DefaultsToken { DefaultsToken(rawValue: 4) }
  @inlinable public static var positive: DefaultsToken { DefaultsToken(rawValue: 5) }
  @inlinable public static var negative: DefaultsToken { DefaultsToken(rawValue: 6) }
  @inlinable public static var emptyText: DefaultsToken { DefaultsToken(rawValue: 7) }
  @inlinable public static var someText: DefaultsToken { DefaultsToken(rawValue: 8) }
  @inlinable public static var number: DefaultsToken { DefaultsToken(rawValue: 9) }
  @inlinable public static var date: DefaultsToken { DefaultsToken(rawValue: 10) }
  @inlinable public static var colour: DefaultsToken { DefaultsToken(rawValue: 11) }
  @inlinable public static var colorscale: DefaultsToken { DefaultsToken(rawValue: 12) }
  @inlinable public static var colorlist: DefaultsToken { DefaultsToken(rawValue: 13) }
  @inlinable public static var emptyArray: DefaultsToken { DefaultsToken(rawValue: 14) }
  @inlinable public static var numbers: DefaultsToken { DefaultsToken(rawValue: 15) }
  @inlinable public static var texts: DefaultsToken { DefaultsToken(rawValue: 16) }
  @inlinable public static var dates: DefaultsToken { DefaultsToken(rawValue: 17) }
  @inlinable public static var booleans: DefaultsToken { DefaultsToken(rawValue: 18) }
  @inlinable public static var nulls: DefaultsToken { DefaultsToken(rawValue: 19) }
  @inlinable public static var rows: DefaultsToken { DefaultsToken(rawValue: 20) }
  @inlinable public static var objects: DefaultsToken { DefaultsToken(rawValue: 21) }
  @inlinable public static var container: DefaultsToken { DefaultsToken(rawValue: 22) }
  @inlinable public static var has: DefaultsToken { DefaultsToken(rawValue: 23) }
  @inlinable public static var not: DefaultsToken { DefaultsToken(rawValue: 24) }
  @inlinable public static var array: DefaultsToken { DefaultsToken(rawValue: 25) }
  @inlinable public static var one: DefaultsToken { DefaultsToken(rawValue: 26) }
  @inlinable public static var two: DefaultsToken { DefaultsToken(rawValue: 27) }
  @inlinable public static var twoOrMore: DefaultsToken { DefaultsToken(rawValue: 28) }
  @inlinable public static var short: DefaultsToken { DefaultsToken(rawValue: 29) }
  @inlinable public static var long: DefaultsToken { DefaultsToken(rawValue: 30) }
  @inlinable public static var yes: DefaultsToken { DefaultsToken(rawValue: 31) }
  @inlinable public static var no: DefaultsToken { DefaultsToken(rawValue: 32) }
  @inlinable public static var ok: DefaultsToken { DefaultsToken(rawValue: 33) }
  @inlinable public static var missing: DefaultsToken { DefaultsToken(rawValue: 34) }
  @inlinable public static var linear: DefaultsToken { DefaultsToken(rawValue: 35) }
  @inlinable public static var log: DefaultsToken { DefaultsToken(rawValue: 36) }
  @inlinable public static var category: DefaultsToken { DefaultsToken(rawValue: 38) }
  @inlinable public static var multicategory: DefaultsToken { DefaultsToken(rawValue: 39) }
  @inlinable public static var dateAxis: DefaultsToken { DefaultsToken(rawValue: 37) }
  @inlinable public static var none: DefaultsToken { DefaultsToken(rawValue: 40) }
  @inlinable public static var scatter: DefaultsToken { DefaultsToken(rawValue: 41) }
  @inlinable public static var bar: DefaultsToken { DefaultsToken(rawValue: 42) }
  @inlinable public static var box: DefaultsToken { DefaultsToken(rawValue: 43) }
  @inlinable public static var heatmap: DefaultsToken { DefaultsToken(rawValue: 44) }
  @inlinable public static var isTrue: DefaultsToken { DefaultsToken(rawValue: 45) }
  @inlinable public static var isFalse: DefaultsToken { DefaultsToken(rawValue: 46) }
  @inlinable public static var isAuto: DefaultsToken { DefaultsToken(rawValue: 47) }
}
