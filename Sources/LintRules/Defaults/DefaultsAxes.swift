import FigureValidator
import JSONCore
import ValidationTree

/// Which axes, subplots, colour axes and legends of the layout anything uses, and what the types of the axes are.
///
/// A class, because it is found out when it is asked for.
final class DefaultsAxes {
  private let figure: DefaultsFigure
  private lazy var uses = LayoutUses(figure)
  private lazy var counterUses = CounterUses(figure)
  /// For each axis the first trace on it, and the first that is drawn.
  private lazy var first = firstTraces()

  private var words: DefaultsVocabulary { figure.words }

  init(_ figure: DefaultsFigure) { self.figure = figure }

  func isUsed(_ key: LayoutKey) -> Bool { uses.keys.contains(key) }
  /// Whether something is drawn on an axis.
  func isDrawn(_ key: LayoutKey) -> Bool { uses.keys.prefix(uses.drawnCount).contains(key) }
  func isColourAxisUsed(_ number: Int32) -> Bool { counterUses.colourAxes.contains(number) }
  func isLegendUsed(_ number: Int32) -> Bool { counterUses.legends.contains(number) }
  /// Whether an axis of the same letter is used that overlays no other: one that can be overlaid.
  func canOverlay(_ key: LayoutKey) -> Bool {
    uses.keys.contains { $0.name == key.name && $0 != key && !overlays($0) }
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

  func count(_ name: WordID) -> Int { uses.keys.count { $0.name == name } }

  func axis(of trace: DefaultsTrace, _ letter: UInt8) -> LayoutKey { figure.axis(of: trace, letter) }

  /// The first trace on an axis.
  func firstTrace(on key: LayoutKey) -> DefaultsTrace? { first[key].map { figure.traces[$0.any] } }

  private func firstTraces() -> [LayoutKey: (any: Int, drawn: Int?)] {
    var first: [LayoutKey: (any: Int, drawn: Int?)] = [:]
    for trace in figure.traces where trace.type.isCartesian {
      for letter in [UInt8(ascii: "x"), UInt8(ascii: "y")] {
        let key = axis(of: trace, letter)
        let known = first[key]
        guard known == nil || known?.drawn == nil && figure.isVisible(trace) else { continue }
        first[key] = (known?.any ?? trace.position, figure.isVisible(trace) ? trace.position : nil)
      }
    }
    return first
  }

  /// The type that plotly.js finds for an axis by the data of its first trace that is drawn.
  func automaticType(of key: LayoutKey) -> DefaultsToken {
    guard let first = first[key], case let trace = figure.traces[first.drawn ?? first.any] else { return .other }
    let isX = key.name == words.xaxis
    let own = figure.given(trace, isX ? words.x : words.y)
    let start = figure.given(trace, isX ? words.x0 : words.y0)
    switch trace.type {
    case .box, .violin:
      let x = figure.given(trace, words.x)
      let y = figure.given(trace, words.y)
      let orientation = figure.text(figure.given(trace, words.orientation)) ?? (y != nil ? "v" : x != nil ? "h" : "v")
      guard isX == (orientation != "h") else { return type(of: own) }
      return own != nil ? type(of: own) : start != nil ? .other : .category
    case .carpet:
      guard let survey = figure.survey(own), !survey.kinds.contains(.arrays) else { return .other }
      return type(of: own)
    case .heatmap, .contour, .image, .contourcarpet:
      return own != nil ? type(of: own) : start != nil ? .other : .linear
    case .scattercarpet: return .other
    case .histogram: return own != nil ? type(of: own) : .linear
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

  /// The counter of the axis that a text without escapes refers to, 0 for none, and whether its domain is meant; nil where it
  /// is no such text.
  static func parts(_ bytes: InputBytes, _ range: Range<Int>) -> (number: Int32, isDomain: Bool)? {
    var offset = range.lowerBound + 1
    var number = 0
    while offset < range.upperBound, bytes[offset] &- 0x30 < 10, number < 1_000_000 {
      number = number * 10 + Int(bytes[offset] &- 0x30)
      offset += 1
    }
    guard offset == range.lowerBound + 1 || number > 1 && bytes[range.lowerBound + 1] != 0x30 else { return nil }
    if offset == range.upperBound { return (Int32(number), false) }
    return bytes.equals(offset..<range.upperBound, " domain") ? (Int32(number), true) : nil
  }

  init?(_ text: String) {
    guard let first = text.utf8.first, first == UInt8(ascii: "x") || first == UInt8(ascii: "y") else { return nil }
    isDomain = text.utf8.count > 7 && text.utf8.suffix(7).elementsEqual(" domain".utf8)
    id = isDomain ? String(text.dropLast(7)) : text
    guard
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
