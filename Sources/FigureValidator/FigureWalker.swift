package import Diagnostics
package import JSONCore
package import ValidationTree

/// Walks a figure and the tree of its schema side by side, in one pass over the text.
///
/// The scanner drives: each key is looked up in the container the walk is in, each value is judged where it stands.
/// The recursion follows the schema, whose depth is fixed; values whose content the schema does not describe are
/// passed without recursion. Nothing is allocated for what is right.
///
/// Where the meaning of a part depends on one that comes later in the text (the `type` of a trace, the trace types
/// for the layout), the walk goes back over that part; see `FigureWalker+Traces` and `+Figure`.
package struct FigureWalker: ~Copyable {
  package let tree: ValidationTree
  package let facts: SchemaFacts
  /// The versions to check against.
  package let targets: VersionSet
  /// Only problems of these rules are noted.
  package let rules: RuleSet
  /// Whether a rule looks at the texts that plotly.js takes as they are; see `FigureWalker+Texts`.
  let watchesTexts: Bool

  package let memory: WalkMemory
  let members: MemberCache
  let values: ValueCache

  var scanner: JSONScanner
  /// What was found, in the order of the walk.
  package internal(set) var problems: [Problem] = []

  /// For each trace type, by ordinal, the targets in which a trace of the figure has it.
  var presentTypes: [VersionSet]
  /// The resolved types of the traces in `data`, for the frames that update them.
  var traceTypes = TraceTypes()
  /// The type of the trace before: the guess for one whose `type` comes later.
  var lastType: TraceTypeOrdinal?
  /// What traces of the type asked about last are made of.
  var shape: TraceShape
  /// For the frame being walked: which trace each of its traces updates, -1 for none; see `FigureWalker+Frames`.
  var frame = FrameTraces()
  /// What the root object turned out to hold.
  package internal(set) var root = RootFacts()
  /// Where the objects open (0-based bytes) that hold a note to figlint: values of `meta` with a member `figlint`. In no order; those
  /// that were walked more than once are here as often.
  package internal(set) var notes: [Int] = []

  /// Whether facts are noted, and of which version: the newest target.
  var wantsFacts: Bool
  let focus: VersionSet
  /// What was noted; see `Facts/`. While a template is walked, what was noted of that.
  package internal(set) var noted = FigureFacts()
  /// Whether the layout being walked is that of a frame.
  var isInFrame = false
  /// What was noted of the figure's template; nil where it has none.
  package internal(set) var notedTemplate: FigureFacts?

  /// Prepares a walk of `range` of `bytes`.
  ///
  /// - Parameters:
  ///   - notingFacts: whether a selected rule asks for facts.
  ///   - memory: what walks with the same rules have learnt.
  package init(
    _ bytes: InputBytes, range: Range<Int>, tree: ValidationTree, facts: SchemaFacts, targets: VersionSet,
    rules: RuleSet, notingFacts: Bool = false, maximumDepth: Int = JSONScanner.defaultMaximumDepth,
    memory: WalkMemory = WalkMemory()
  ) {
    self.tree = tree
    self.facts = facts
    self.targets = targets
    self.rules = rules
    watchesTexts = [.scriptURL, .secret, .insecureURL, .localPath, .mapboxStyle].contains(where: rules.contains)
    self.memory = memory
    let schema = memory.schema(tree, targets, forTextOf: range.count)
    members = schema.members
    values = schema.values
    shape = TraceShape(.unknown, tree)
    wantsFacts = notingFacts
    if notingFacts { noted.reserve(forTextOf: range.count) }
    focus = targets.newest.map { VersionSet(version: $0) } ?? .none
    scanner = JSONScanner(bytes, range: range, maximumDepth: maximumDepth)
    presentTypes = Array(repeating: .none, count: facts.traceTypeCount)
  }

  /// Notes a problem if its rule is selected.
  mutating func report(_ rule: RuleID, _ detail: Problem.Detail, at range: Range<Int>, in versions: VersionSet) {
    if wantsFacts { noteFault(detail, in: versions) }
    guard rules.contains(rule) else { return }
    problems.append(Problem(rule, detail, at: range, in: versions))
  }
}

/// The position of a trace type among the tree's types, 0-based; ``unknown`` for none of them.
package struct TraceTypeOrdinal: Hashable, Sendable {
  let rawValue: UInt8
  init(_ value: Int) { rawValue = UInt8(truncatingIfNeeded: value) }
  /// A name that no version of the tree has.
  static var unknown: TraceTypeOrdinal { TraceTypeOrdinal(0xFF) }
}

/// What the root of the input holds: by it a figure is told from other JSON.
package struct RootFacts: Sendable, Equatable {
  package internal(set) var isObject = false
  package internal(set) var data: ValueKind?
  package internal(set) var layout: ValueKind?
  package internal(set) var frames: ValueKind?
  package internal(set) var unknownKeys = 0
  /// Whether `data` is an array that is not empty.
  package internal(set) var hasElements = false
  /// Traces that are objects, and those among them that name a known type or hold a known attribute.
  package internal(set) var traces = 0
  package internal(set) var recognisedTraces = 0
  /// Whether `data` is an object with the names of trace types, as in a template.
  package internal(set) var hasTemplateData = false
  /// Whether there are `cells`, a list, and `nbformat`, as in a notebook.
  package internal(set) var hasCells = false
  package internal(set) var hasNotebookFormat = false
  /// Whether the text ended as JSON must.
  package internal(set) var isComplete = false
}

/// What a walk needs to know of a tree besides its nodes, found once for all figures.
package struct SchemaFacts: Sendable {
  /// The type of a trace that names none or an unknown one (plotly.js `src/plots/plots.js`, `supplyTraceDefaults`).
  let scatter: TraceTypeOrdinal
  let traceTypeCount: Int
  /// Subplot objects to which trace types contribute attributes.
  let contributedSubplots: [WordID]
  /// Names under which trace types contribute anything.
  let contributedNames: [WordID]
  /// Versions whose colours follow the grammar of plotly.js 4, those that decode typed arrays, and those whose traces
  /// have `transforms`.
  let modernColours: VersionSet
  let typedArrays: VersionSet
  let transforms: VersionSet
  /// What members are called that no container of the tree has: `type` of a trace, `transforms`, `template`.
  let typeName: WordID
  let transformsName: WordID

  /// Looks them up. O(contributed names + versions).
  package init(_ tree: ValidationTree) {
    let scatterEdge = tree.word(named: "scatter").flatMap { tree.edge(tree.traces, $0) }
    scatter = scatterEdge.map { TraceTypeOrdinal(tree.ordinal(of: $0, in: tree.traces)) } ?? .unknown
    traceTypeCount = tree.edges(of: tree.traces).count
    var subplots: [WordID] = []
    var names: [WordID] = []
    names.reserveCapacity(tree.contributedNameCount)
    for index in 0..<tree.contributedNameCount {
      let name = tree.contributedName(at: index)
      if let subplot = name.subplot { subplots.append(subplot) }
      names.append(name.word)
    }
    contributedSubplots = subplots
    contributedNames = names
    modernColours = tree.versions(with: .modernColours)
    typedArrays = tree.versions(with: .typedArrays)
    transforms = tree.versions(with: .transforms)
    typeName = tree.word(named: "type") ?? FactMember.noName
    transformsName = tree.word(named: "transforms") ?? FactMember.noName
  }
}
