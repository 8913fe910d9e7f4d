import FigureValidator
import JSONCore
import ValidationTree

/// Which axes and subplots of the layout anything uses.
struct LayoutUses {
  private let figure: DefaultsFigure
  /// Few: they are searched one by one.
  private(set) var keys: [LayoutKey] = []
  /// How many of them, from the first, are used by more than `matches` of another axis.
  private(set) var drawnCount = 0

  private var words: DefaultsVocabulary { figure.words }

  init(_ figure: DefaultsFigure) {
    self.figure = figure
    let words = figure.words
    keys.reserveCapacity(4)
    for trace in figure.traces { add(trace) }
    for list in [words.annotations, words.shapes, words.images, words.selections] {
      guard let layout = figure.layout, let place = figure.child(of: layout, list) else { continue }
      for item in figure.items(of: place) {
        for name in [words.xref, words.yref] { addReference(figure.child(of: item, name)) }
        guard list == words.annotations else { continue }
        for name in [words.axref, words.ayref] { addReference(figure.child(of: item, name)) }
      }
    }
    drawnCount = keys.count
    guard let layout = figure.layout else { return }
    for key in keys where key.name == words.xaxis || key.name == words.yaxis {
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
    guard figure.mayBeInLayout(words.scene) else { return }
    for index in facts.children(of: layout.index) where facts.members[index].name == words.scene {
      let place = DefaultsPlace(isInTemplate: false, index: index)
      if let list = figure.child(of: place, words.annotations), !figure.items(of: list).isEmpty {
        use(LayoutKey(name: words.scene, number: facts.members[index].number))
      }
    }
  }

  private mutating func use(_ key: LayoutKey) {
    if keys.last != key, !keys.contains(key) { keys.append(key) }
  }

  private mutating func add(_ trace: DefaultsTrace) {
    if trace.type.isCartesian {
      use(figure.axis(of: trace, UInt8(ascii: "x")))
      use(figure.axis(of: trace, UInt8(ascii: "y")))
    }
    if trace.type == .splom { addMatrix(trace) }
    if let (attribute, base) = figure.type(of: trace)?.subplot {
      var key = LayoutKey(name: base, number: 0)
      if let id = figure.text(figure.given(trace, attribute)) {
        let digits = id.utf8.drop { !($0 &- 0x30 < 10) }
        let name = String(id.prefix(id.utf8.count - digits.count))
        key = LayoutKey(
          name: figure.view.tree.word(name) ?? base, number: DefaultsFigure.counter(digits) ?? 0)
      }
      use(key)
    }
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

  /// Adds the axis that a reference such as `x2` or `x2 domain` names, or each of an array.
  private mutating func addReference(_ place: DefaultsPlace?) {
    guard let place else { return }
    if let axis = figure.axis(referredToBy: place) { return use(axis) }
    guard figure.member(place).kind == .array else { return }
    var axes: [LayoutKey] = []
    figure.view.forEachElement(place.index) { _, kind, range in
      if kind == .string, let axis = figure.axis(referredToIn: range.dropFirst().dropLast()) { axes.append(axis) }
      return true
    }
    for axis in axes { use(axis) }
  }
}

/// Which colour axes and legends of the layout anything uses, by their counters.
struct CounterUses {
  private(set) var colourAxes: Set<Int32> = []
  private(set) var legends: Set<Int32> = []

  init(_ figure: DefaultsFigure) {
    for trace in figure.traces { add(trace, figure) }
    let words = figure.words
    if let shapes = figure.layout.flatMap({ figure.child(of: $0, words.shapes) }) {
      for item in figure.items(of: shapes) {
        add(figure.text(figure.child(of: item, words.legend)), "legend", to: &legends)
      }
    }
  }

  private mutating func add(_ trace: DefaultsTrace, _ figure: DefaultsFigure) {
    let words = figure.words
    // The containers of a trace that may name a colour axis.
    addColourAxis(of: trace, figure)
    addColourAxis(of: trace, figure, in: words.marker)
    addColourAxis(of: trace, figure, in: words.marker, words.line)
    addColourAxis(of: trace, figure, in: words.line)
    guard figure.type(of: trace)?.mayBeInLegend ?? false else { return }
    add(figure.text(figure.given(trace, words.legend)), "legend", to: &legends)
  }

  private mutating func addColourAxis(of trace: DefaultsTrace, _ figure: DefaultsFigure, in path: WordID...) {
    for start in [trace.place, trace.template] {
      guard let start else { continue }
      var place: DefaultsPlace? = start
      for word in path { place = place.flatMap { figure.child(of: $0, word) } }
      guard let id = figure.text(place.flatMap({ figure.child(of: $0, figure.words.coloraxis) })) else { continue }
      add(id, "coloraxis", to: &colourAxes)
      break
    }
  }

  private func add(_ id: String?, _ base: String, to set: inout Set<Int32>) {
    guard let id, id.hasPrefix(base) else { return }
    set.insert(DefaultsFigure.counter(id.utf8.dropFirst(base.utf8.count)) ?? 0)
  }
}
