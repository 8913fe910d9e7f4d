import JSONCore
import Synchronization
import ValidationTree

/// The words and types that the evaluation of conditions speaks of, looked up once for the bundled tree.
final class DefaultsVocabulary: Sendable {
  let xaxis, yaxis, polar, ternary, smith, scene, geo, map: WordID
  let annotations, shapes, images, sliders, updatemenus, selections: WordID
  let coloraxis, legend, template, grid: WordID
  let visible, type, x, y, x0, y0, carpet, matches, dimensions, xaxes, yaxes: WordID
  let xref, yref, axref, ayref: WordID
  let marker, line, subplot, showlegend, orientation, templateitemname, name: WordID
  let rows, columns, subplots, r, theta, z: WordID
  let args, args2, constraintrange, mode, hoveron, radialaxis, angularaxis, zaxis: WordID
  let domain, range, autorange, overlaying: WordID
  let traceorder, legendgroup, stackgroup: WordID
  let source, values: WordID
  /// What a box is drawn from where it is not given its points, and the corners of triangles.
  let quartiles, corners: [WordID]
  /// What the traces of a stack share.
  let stackAttributes: [WordID]
  /// The attributes of traces whose arrays are the points.
  let points: [WordID]

  /// The attributes of traces whose flags conditions look at.
  var flaglists: [WordID] { [mode, hoveron] }
  /// For each word what rules that speak of some members only may say of one with this name: a ``Role``, 0 where that is nothing.
  let roles: [UInt8]

  enum Role: UInt8 {
    /// It may name an axis.
    case reference = 1
    /// It may bound colours.
    case bound
    /// It may have two ends, the last one where it is in a domain.
    case range, domain, coordinate
  }

  /// The versions for which conditions hold that were found to hold for 3.7, and those that hold for 4.1 only.
  let since3, since4: VersionSet

  /// What was found out about trace types.
  private let types: Mutex<KnownTypes>
  private let referenceTokens = Mutex(ReferenceTokens())

  private struct KnownTypes: Sendable {
    /// By the ordinal of a type its place in ``known`` + 1; 0 for one that was not asked for.
    var places: [UInt8]
    var known: [DefaultsType] = []
  }

  private struct ReferenceTokens: Sendable {
    /// Which of them were looked up, a bit for each.
    var known: UInt16 = 0
    var tokens = SIMD16<UInt8>()
  }

  private static let memory = Mutex<DefaultsVocabulary?>(nil)

  /// That of the tree which the built-in conditions belong to: there is only one.
  static func bundled(_ tree: ValidationTree) -> DefaultsVocabulary {
    memory.withLock { known in
      if let known { return known }
      let new = DefaultsVocabulary(tree)
      known = new
      return new
    }
  }

  init(_ tree: ValidationTree) {
    func word(_ name: StaticString) -> WordID { tree.word(named: name) ?? WordID(rawValue: 0xFFFD) }
    func words(_ names: StaticString) -> [WordID] {
      var words: [WordID] = []
      tree.forEachWord(in: names) { words.append($0 ?? WordID(rawValue: 0xFFFD)) }
      return words
    }
    xaxis = word("xaxis")
    yaxis = word("yaxis")
    polar = word("polar")
    ternary = word("ternary")
    smith = word("smith")
    scene = word("scene")
    geo = word("geo")
    map = word("map")
    annotations = word("annotations")
    shapes = word("shapes")
    images = word("images")
    sliders = word("sliders")
    updatemenus = word("updatemenus")
    selections = word("selections")
    coloraxis = word("coloraxis")
    legend = word("legend")
    template = word("template")
    grid = word("grid")
    visible = word("visible")
    type = word("type")
    x = word("x")
    y = word("y")
    x0 = word("x0")
    y0 = word("y0")
    carpet = word("carpet")
    matches = word("matches")
    dimensions = word("dimensions")
    xaxes = word("xaxes")
    yaxes = word("yaxes")
    xref = word("xref")
    yref = word("yref")
    axref = word("axref")
    ayref = word("ayref")
    marker = word("marker")
    line = word("line")
    subplot = word("subplot")
    showlegend = word("showlegend")
    orientation = word("orientation")
    templateitemname = word("templateitemname")
    name = word("name")
    rows = word("rows")
    columns = word("columns")
    subplots = word("subplots")
    r = word("r")
    theta = word("theta")
    z = word("z")
    traceorder = word("traceorder")
    legendgroup = word("legendgroup")
    stackgroup = word("stackgroup")
    stackAttributes = words("orientation groupnorm stackgaps")
    source = word("source")
    values = word("values")
    quartiles = words("q1 median q3")
    corners = words("i j k")
    args = word("args")
    args2 = word("args2")
    constraintrange = word("constraintrange")
    domain = word("domain")
    range = word("range")
    autorange = word("autorange")
    overlaying = word("overlaying")
    points = words("x y z r theta a b lat lon locations real imag")
    mode = word("mode")
    hoveron = word("hoveron")
    radialaxis = word("radialaxis")
    angularaxis = word("angularaxis")
    zaxis = word("zaxis")
    var roles = [UInt8](repeating: 0, count: tree.wordCount)
    func give(_ names: StaticString, _ role: Role) {
      tree.forEachWord(in: names) { word in if let word { roles[Int(word.rawValue)] = role.rawValue } }
    }
    give("anchor overlaying matches scaleanchor xref yref axref ayref", .reference)
    give("cmin cmid cmax zmin zmid zmax", .bound)
    give("range", .range)
    give("domain", .domain)
    give("x", .coordinate)
    give("y", .coordinate)
    self.roles = roles
    types = Mutex(KnownTypes(places: Array(repeating: 0, count: tree.edges(of: tree.traces).count)))
    var versions: (since3: VersionSet, since4: VersionSet) = (.none, .none)
    for index in 0..<tree.versionCount {
      let major = tree.withVersionName(index) { bytes, range in
        range.lazy.map { bytes[$0] }.prefix { $0 != UInt8(ascii: ".") }.reduce(0) { $0 &* 10 &+ Int($1 &- 0x30) }
      }
      if major >= 3 { versions.since3.formUnion(VersionSet(version: index)) }
      if major >= 4 { versions.since4.formUnion(VersionSet(version: index)) }
    }
    (since3, since4) = versions
  }
}

extension DefaultsVocabulary {
  @inline(__always) func role(of word: WordID) -> Role? {
    Int(word.rawValue) < roles.count ? Role(rawValue: roles[Int(word.rawValue)]) : nil
  }

  /// What is to be known of the trace type with this ordinal, found out once; nil where there is none.
  func type(_ ordinal: Int, _ tree: ValidationTree) -> DefaultsType? {
    types.withLock { types in
      guard types.places.indices.contains(ordinal) else { return nil }
      if types.places[ordinal] > 0 { return types.known[Int(types.places[ordinal]) - 1] }
      let edges = tree.edges(of: tree.traces)
      let type = DefaultsType(edges[edges.startIndex + ordinal], tree)
      types.known.append(type)
      types.places[ordinal] = UInt8(truncatingIfNeeded: types.known.count)
      return type
    }
  }
}

extension DefaultsVocabulary {
  /// A reference to an axis as conditions see it.
  struct ReferenceClass {
    let isY: Bool
    let isDomain: Bool
    /// Whether it is the axis that the reference belongs to, and whether nothing uses the axis.
    let isOwn: Bool
    let isUnused: Bool

    fileprivate var position: Int {
      (isY ? 1 : 0) | (isDomain ? 2 : 0) | (isOwn ? 4 : 0) | (isUnused ? 8 : 0)
    }
  }

  /// The token of a reference, looked up once.
  func token(of reference: ReferenceClass, _ table: DefaultsTable) -> DefaultsToken {
    referenceTokens.withLock { known in
      let bit = UInt16(1) << UInt16(reference.position)
      if known.known & bit != 0 { return DefaultsToken(rawValue: known.tokens[reference.position]) }
      let domain = reference.isDomain ? " domain" : ""
      let name = reference.isOwn ? "@self" : "\(reference.isY ? "y" : "x")\(reference.isUnused ? "!" : "")"
      let token = table.token(named: "=\(name)\(domain)")
      known.tokens[reference.position] = token.rawValue
      known.known |= bit
      return token
    }
  }
}

/// What is to be known of a type of traces.
struct DefaultsType: Sendable {
  /// Whether it may have a legend entry, and whether it has one unless it is told otherwise.
  private(set) var mayBeInLegend = false
  private(set) var isInLegend = false
  /// On a subplot, the attribute that names it and what it is without: `subplot` and `polar`.
  private(set) var subplot: (attribute: WordID, name: WordID)?

  init(_ edge: EdgeID, _ tree: ValidationTree) {
    let container = tree.variant(of: edge, at: 0).node.container
    func member(_ word: WordID) -> AttributeDefinition? {
      guard let found = tree.edge(container, word),
        let version = tree.versions(of: found).intersection(tree.allVersions).newest,
        let node = tree.node(of: found, inVersion: version), node.kind == .attribute
      else { return nil }
      return tree.attribute(node.attribute)
    }
    if let entry = tree.word(named: "showlegend").flatMap(member) {
      mayBeInLegend = true
      isInLegend = !tree.withDefault(of: entry) { $0.equals($1, "false") }
    }
    for name in ["subplot", "scene", "geo"] as [StaticString] {
      guard let word = tree.word(named: name), let attribute = member(word), attribute.valType == .subplotid else {
        continue
      }
      let base = tree.withDefault(of: attribute) { bytes, range in
        let text = range.dropFirst().dropLast()
        return tree.word(KeyHash(bytes, text), bytes, text)
      }
      if let base { subplot = (word, base) }
    }
  }
}
