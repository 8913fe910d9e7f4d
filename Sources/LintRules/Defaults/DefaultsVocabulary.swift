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
  let args, args2, constraintrange: WordID
  let domain, range, autorange, overlaying: WordID
  let traceorder, legendgroup, stackgroup: WordID
  let source, values: WordID
  /// What a box is drawn from where it is not given its points, and the corners of triangles.
  let quartiles, corners: [WordID]
  /// What the traces of a stack share.
  let stackAttributes: [WordID]
  /// The containers of a trace that may name a colour axis.
  let colourPaths: [[WordID]]
  /// The attributes of traces whose arrays are the points.
  let points: [WordID]

  let types: TypeNames
  /// The versions for which conditions hold that were found to hold for 3.7, and those that hold for 4.1 only.
  let since3, since4: VersionSet

  /// What is to be known of trace types, by their ordinals.
  struct TypeNames: Sendable {
    let names: [String]
    /// Types on x and y axes.
    let cartesian: TraceTypeSet
    /// Types that may have a legend entry, and those that have one unless they are told otherwise.
    let withLegend, inLegend: TraceTypeSet
    /// For types on a subplot, the attribute that names it and what it is without: `subplot` and `polar`.
    let subplots: [(attribute: WordID, name: WordID)?]

    func ordinal(_ name: String) -> Int { names.firstIndex(of: name) ?? -1 }
    func name(_ ordinal: Int) -> String { ordinal >= 0 && ordinal < names.count ? names[ordinal] : "" }
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
    func word(_ name: String) -> WordID { tree.word(name) ?? WordID(rawValue: 0xFFFD) }
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
    stackAttributes = ["orientation", "groupnorm", "stackgaps"].map(word)
    source = word("source")
    values = word("values")
    quartiles = ["q1", "median", "q3"].map(word)
    corners = ["i", "j", "k"].map(word)
    args = word("args")
    args2 = word("args2")
    constraintrange = word("constraintrange")
    domain = word("domain")
    range = word("range")
    autorange = word("autorange")
    overlaying = word("overlaying")
    colourPaths = [[], [marker], [marker, line], [line]]
    points = ["x", "y", "z", "r", "theta", "a", "b", "lat", "lon", "locations", "real", "imag"].map(word)
    types = TypeNames(tree)
    func versions(from major: Int) -> VersionSet {
      var found = VersionSet.none
      for index in 0..<tree.versionCount {
        let number = tree.versionName(index).split(separator: ".").first.flatMap { Int($0) } ?? 0
        if number >= major { found.insert(VersionSet(version: index)) }
      }
      return found
    }
    since3 = versions(from: 3)
    since4 = versions(from: 4)
  }
}

extension DefaultsVocabulary.TypeNames {
  init(_ tree: ValidationTree) {
    let edges = tree.edges(of: tree.traces)
    names = edges.map { tree.text(tree.word(of: $0)) }
    let onAxes: Set<String> = [
      "scatter", "scattergl", "bar", "box", "heatmap", "histogram", "histogram2d", "histogram2dcontour", "contour",
      "violin",
      "funnel", "waterfall", "image", "ohlc", "candlestick", "quiver", "carpet", "scattercarpet", "contourcarpet",
    ]
    var cartesian: TraceTypeSet = []
    var withLegend: TraceTypeSet = []
    var inLegend: TraceTypeSet = []
    var subplots: [(attribute: WordID, name: WordID)?] = []
    func member(_ edge: EdgeID, _ name: String) -> AttributeDefinition? {
      guard let word = tree.word(name), let found = tree.edge(tree.variant(of: edge, at: 0).node.container, word),
        let version = tree.versions(of: found).intersection(tree.allVersions).newest,
        let node = tree.node(of: found, inVersion: version), node.kind == .attribute
      else { return nil }
      return tree.attribute(node.attribute)
    }
    func defaultText(_ attribute: AttributeDefinition) -> String {
      tree.withDefault(of: attribute) { $0.text($1) }
    }
    for (ordinal, edge) in edges.enumerated() {
      if onAxes.contains(names[ordinal]) { cartesian.insert(TraceTypeSet(ordinal: ordinal)) }
      if let entry = member(edge, "showlegend") {
        withLegend.insert(TraceTypeSet(ordinal: ordinal))
        if defaultText(entry) != "false" { inLegend.insert(TraceTypeSet(ordinal: ordinal)) }
      }
      var subplot: (attribute: WordID, name: WordID)?
      for name in ["subplot", "scene", "geo"] {
        guard let attribute = member(edge, name), attribute.valType == .subplotid, let word = tree.word(name),
          let base = tree.word(defaultText(attribute).filter { $0 != "\"" })
        else { continue }
        subplot = (word, base)
      }
      subplots.append(subplot)
    }
    self.cartesian = cartesian
    self.withLegend = withLegend
    self.inLegend = inLegend
    self.subplots = subplots
  }
}
