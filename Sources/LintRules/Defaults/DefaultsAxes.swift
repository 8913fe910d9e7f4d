import FigureValidator
import JSONCore
import ValidationTree

/// Which axes, subplots, colour axes and legends of the layout anything uses, and what the types of the axes are.
struct DefaultsAxes {
  private let figure: DefaultsFigure
  /// Few: they are searched one by one.
  private var used: [LayoutKey] = []
  /// How many of them, from the first, are used by more than `matches` of another axis.
  private var drawnCount = 0
  /// The axes of each trace.
  private var keys: [(x: LayoutKey, y: LayoutKey)] = []
  private var colourAxes: Set<Int32> = []
  private var legends: Set<Int32> = []

  private var words: DefaultsVocabulary { figure.words }

  init(_ figure: DefaultsFigure) {
    self.figure = figure
    let words = figure.words
    keys = figure.traces.map { trace in
      (
        x: figure.axis(UInt8(ascii: "x"), figure.text(figure.given(trace, words.xaxis))),
        y: figure.axis(UInt8(ascii: "y"), figure.text(figure.given(trace, words.yaxis)))
      )
    }
    for trace in figure.traces { add(trace) }
    for list in [words.annotations, words.shapes, words.images, words.selections] {
      guard let layout = figure.layout, let place = figure.child(of: layout, list) else { continue }
      for item in figure.items(of: place) {
        for name in [words.xref, words.yref] { addReference(figure.child(of: item, name)) }
        guard list != words.shapes else {
          addCounter(of: figure.text(figure.child(of: item, words.legend)), "legend", to: &legends)
          continue
        }
        guard list == words.annotations else { continue }
        for name in [words.axref, words.ayref] { addReference(figure.child(of: item, name)) }
      }
    }
    drawnCount = used.count
    guard let layout = figure.layout else { return }
    for key in used where key.name == words.xaxis || key.name == words.yaxis {
      if let axis = figure.child(of: layout, key.name, number: key.number) {
        addReference(figure.child(of: axis, words.matches))
      }
    }
    let facts = figure.view.facts
    if figure.traces.isEmpty {
      for name in [words.xaxis, words.yaxis] {
        let numbers = facts.children(of: layout.index).filter { facts.members[$0].name == name }
        if let first = numbers.map({ facts.members[$0].number }).min() {
          use(LayoutKey(name: name, number: first))
        }
      }
    }
    for index in facts.children(of: layout.index) where facts.members[index].name == words.scene {
      let place = DefaultsPlace(isInTemplate: false, index: index)
      if let list = figure.child(of: place, words.annotations), !figure.items(of: list).isEmpty {
        use(LayoutKey(name: words.scene, number: facts.members[index].number))
      }
    }
  }

  private mutating func use(_ key: LayoutKey) {
    if !used.contains(key) { used.append(key) }
  }

  private mutating func add(_ trace: DefaultsTrace) {
    let types = words.types
    if types.cartesian.contains(TraceTypeSet(ordinal: trace.type)) {
      use(keys[trace.position].x)
      use(keys[trace.position].y)
    }
    if types.name(trace.type) == "splom" { addMatrix(trace) }
    if trace.type < types.subplots.count, let (attribute, base) = types.subplots[trace.type] {
      var key = LayoutKey(name: base, number: 0)
      if let id = figure.text(figure.given(trace, attribute)) {
        let digits = id.utf8.drop { !($0 &- 0x30 < 10) }
        let name = String(id.prefix(id.utf8.count - digits.count))
        key = LayoutKey(
          name: figure.view.tree.word(name) ?? base, number: DefaultsFigure.counter(digits) ?? 0)
      }
      use(key)
    }
    for path in words.colourPaths {
      for start in [trace.place, trace.template] {
        guard let start else { continue }
        var place: DefaultsPlace? = start
        for word in path { place = place.flatMap { figure.child(of: $0, word) } }
        guard let id = figure.text(place.flatMap({ figure.child(of: $0, words.coloraxis) })) else { continue }
        addCounter(of: id, "coloraxis", to: &colourAxes)
        break
      }
    }
    guard types.withLegend.contains(TraceTypeSet(ordinal: trace.type)) else { return }
    addCounter(of: figure.text(figure.given(trace, words.legend)), "legend", to: &legends)
  }

  /// A matrix of plots has an axis for each dimension.
  private mutating func addMatrix(_ trace: DefaultsTrace) {
    guard let dimensions = figure.child(of: trace.place, words.dimensions) else { return }
    for (letter, name) in [(UInt8(ascii: "x"), words.xaxes), (UInt8(ascii: "y"), words.yaxes)] {
      var named: [String] = []
      if let list = figure.child(of: trace.place, name) {
        figure.view.forEachElement(list.index) { _, kind, range in
          named.append(
            kind == .string ? figure.view.bytes.text(range.lowerBound + 1..<range.upperBound - 1) : "")
          return true
        }
      }
      for index in figure.items(of: dimensions).indices {
        let own = index < named.count && !named[index].isEmpty ? named[index] : nil
        let counted = index == 0 ? nil : "\(String(UnicodeScalar(letter)))\(index + 1)"
        use(figure.axis(letter, own ?? counted))
      }
    }
  }

  private func addCounter(of id: String?, _ base: String, to set: inout Set<Int32>) {
    guard let id, id.hasPrefix(base) else { return }
    set.insert(DefaultsFigure.counter(id.utf8.dropFirst(base.utf8.count)) ?? 0)
  }

  /// Adds the axis that a reference such as `x2` or `x2 domain` names, or each of an array.
  private mutating func addReference(_ place: DefaultsPlace?) {
    guard let place else { return }
    if let text = figure.text(place) { return addReference(text) }
    var texts: [String] = []
    figure.view.forEachElement(place.index) { _, kind, range in
      if kind == .string { texts.append(figure.view.bytes.text(range.lowerBound + 1..<range.upperBound - 1)) }
      return true
    }
    for text in texts { addReference(text) }
  }

  private mutating func addReference(_ text: String) {
    guard let reference = DefaultsReference(text) else { return }
    use(figure.axis(reference.letter, reference.id))
  }

  // MARK: Asking

  func isUsed(_ key: LayoutKey) -> Bool { used.contains(key) }
  /// Whether something is drawn on an axis.
  func isDrawn(_ key: LayoutKey) -> Bool { used.prefix(drawnCount).contains(key) }
  func isColourAxisUsed(_ number: Int32) -> Bool { colourAxes.contains(number) }
  func isLegendUsed(_ number: Int32) -> Bool { legends.contains(number) }
  /// Whether an axis of the same letter is used that overlays no other: one that can be overlaid.
  func canOverlay(_ key: LayoutKey) -> Bool {
    used.contains { $0.name == key.name && $0 != key && !overlays($0) }
  }

  /// Whether an axis is said to overlay another one.
  func overlays(_ key: LayoutKey) -> Bool { overlaid(by: key) != nil }

  /// The axis that is said to be overlaid by another one.
  func overlaid(by key: LayoutKey) -> LayoutKey? {
    guard let axis = figure.layout.flatMap({ figure.child(of: $0, key.name, number: key.number) }),
      let reference = figure.text(figure.child(of: axis, words.overlaying)).flatMap(DefaultsReference.init)
    else { return nil }
    return figure.axis(reference.letter, reference.id)
  }

  func count(_ name: WordID) -> Int { used.count { $0.name == name } }

  func axis(of trace: DefaultsTrace, _ letter: UInt8) -> LayoutKey {
    letter == UInt8(ascii: "x") ? keys[trace.position].x : keys[trace.position].y
  }

  func traces(on key: LayoutKey) -> [DefaultsTrace] {
    let letter = key.name == words.xaxis ? UInt8(ascii: "x") : UInt8(ascii: "y")
    return figure.traces.filter {
      words.types.cartesian.contains(TraceTypeSet(ordinal: $0.type)) && axis(of: $0, letter) == key
    }
  }

  /// The type that plotly.js finds for an axis by the data of its first trace that is drawn.
  func automaticType(of key: LayoutKey) -> DefaultsToken {
    let on = traces(on: key)
    guard let trace = on.first(where: { $0.isVisible }) ?? on.first else { return .other }
    let isX = key.name == words.xaxis
    let own = figure.given(trace, isX ? words.x : words.y)
    let start = figure.given(trace, isX ? words.x0 : words.y0)
    switch words.types.name(trace.type) {
    case "box", "violin":
      let x = figure.given(trace, words.x)
      let y = figure.given(trace, words.y)
      let orientation = figure.text(figure.given(trace, words.orientation)) ?? (y != nil ? "v" : x != nil ? "h" : "v")
      guard isX == (orientation != "h") else { return type(of: own) }
      return own != nil ? type(of: own) : start != nil ? .other : .category
    case "carpet":
      guard let survey = figure.survey(own), !survey.kinds.contains(.arrays) else { return .other }
      return type(of: own)
    case "heatmap", "contour", "image", "contourcarpet":
      return own != nil ? type(of: own) : start != nil ? .other : .linear
    case "scattercarpet": return .other
    case "histogram": return own != nil ? type(of: own) : .linear
    default: break
    }
    if own == nil, figure.given(trace, words.x) != nil || figure.given(trace, words.y) != nil {
      guard let start else { return .linear }
      return figure.member(start).kind == .number ? .linear : .other
    }
    return type(of: own)
  }

  /// The type of axis that data make.
  func type(of data: DefaultsPlace?) -> DefaultsToken {
    guard let survey = figure.survey(data) else { return .other }
    switch DefaultsToken(survey) {
    case .numbers: return .linear
    case .texts, .booleans: return .category
    case .dates: return .dateAxis
    case .rows: return .multicategory
    default: return .other
    }
  }
}

/// The text of a reference to an axis: `x2`, `y domain`.
struct DefaultsReference {
  let letter: UInt8
  /// `x2`.
  let id: String
  let isDomain: Bool

  init?(_ text: String) {
    isDomain = text.hasSuffix(" domain")
    id = isDomain ? String(text.dropLast(7)) : text
    guard let first = id.utf8.first, first == UInt8(ascii: "x") || first == UInt8(ascii: "y"),
      id.utf8.count == 1 || DefaultsFigure.counter(id.utf8.dropFirst()) != nil
    else { return nil }
    letter = first
  }
}

extension DefaultsToken {
  /// The class of an array.
  init(_ survey: ArraySurvey) {
    let kinds = survey.kinds
    if survey.count == 0 {
      self = .emptyArray
    } else if kinds.contains(.arrays) {
      self = .rows
    } else if kinds.contains(.objects) {
      self = .objects
    } else if kinds.isSubset(of: .nulls) {
      self = .nulls
    } else if survey.dateCount > survey.numericCount {
      self = .dates
    } else if survey.numericCount > 0 {
      self = .numbers
    } else {
      self = kinds.contains(.booleans) ? .booleans : .texts
    }
  }
}
