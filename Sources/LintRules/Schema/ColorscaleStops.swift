import Diagnostics
import FigureValidator
import JSONCore
import ValidationTree

/// The stops of a colorscale, read again to say which of them is wrong.
///
/// Follows `isValidScaleArray` of plotly.js (`components/colorscale/scales.js`), as ``Colorscale`` does.
struct ColorscaleStops {
  struct Flaw: Equatable {
    let message: String
    let help: String?
  }

  private struct Stop {
    let range: Range<Int>
    /// Nil where it is not two items.
    var position: ReceivedValue?
    var colour: ReceivedValue?
    var hasColour = false
    /// NaN where it is no number.
    var number = Double.nan
  }

  private var stops: [Stop] = []

  init(_ range: Range<Int>, _ bytes: InputBytes, grammar: ColourGrammar) {
    var scanner = JSONScanner(bytes, range: range)
    try? read(&scanner, grammar)
  }

  private mutating func read(_ scanner: inout JSONScanner, _ grammar: ColourGrammar) throws(ScanError) {
    try scanner.forEachElement { (scanner) throws(ScanError) in
      _ = scanner.peek()
      let start = scanner.position
      var items: [ReceivedValue] = []
      var hasColour = false
      try scanner.forEachElement { (scanner) throws(ScanError) in
        _ = scanner.peek()
        let start = scanner.position
        if items.count == 1 {
          hasColour = try ColourValue.scan(&scanner, grammar: grammar)
        } else {
          try scanner.skipValue()
        }
        items.append(ReceivedValue(scanner.bytes, start..<scanner.position))
      }
      var stop = Stop(range: start..<scanner.position)
      if items.count == 2 {
        stop.position = items[0]
        stop.colour = items[1]
        stop.hasColour = hasColour
        stop.number = ColorscaleStops.number(items[0], scanner.bytes)
      }
      stops.append(stop)
    }
  }

  /// The number that plotly.js takes a position for, as far as anyone writes one.
  private static func number(_ value: ReceivedValue, _ bytes: InputBytes) -> Double {
    switch value.kind {
    case .number: NumberText.double(bytes, value.range)
    case .string: NumericText.value(bytes, value.content) ?? .nan
    case .null, .false: 0
    case .true: 1
    default: .nan
    }
  }

  /// The first thing that is wrong.
  var flaw: Flaw? {
    guard stops.count > 1 else {
      return Flaw(
        message: "the colorscale has \(stops.isEmpty ? "no stops" : "one stop"), expected at least two",
        help: "write one at 0 and one at 1: [[0, 'white'], [1, 'black']]")
    }
    for (index, stop) in stops.enumerated() {
      guard let position = stop.position, let colour = stop.colour else {
        return Flaw(message: "stop \(index) of the colorscale is not [position, colour]", help: helpForPlainColours)
      }
      if !stop.hasColour {
        return Flaw(
          message: "the colour \(colour.shown) of stop \(index) is not a colour",
          help: colour.text.flatMap { ColourAdvice($0)?.help })
      }
      if let flaw = flaw(ofPosition: position, at: index) { return flaw }
    }
    return nil
  }

  /// For an array of colours alone, as Python takes it.
  private var helpForPlainColours: String? {
    stops.allSatisfy { $0.position == nil }
      ? "only Python takes colours alone: give each its position from 0 to 1" : nil
  }

  private func flaw(ofPosition position: ReceivedValue, at index: Int) -> Flaw? {
    let number = stops[index].number
    let isLast = index == stops.count - 1
    if index == 0, number != 0 {
      return Flaw(message: "the first stop is at \(position.shown), expected 0", help: isSortable ? sortHelp : nil)
    }
    if number.isNaN, isLast || position.kind != .string {
      return Flaw(message: "the position \(position.shown) of stop \(index) is not a number", help: nil)
    }
    if index > 0, number < stops[index - 1].number {
      return Flaw(
        message: "stop \(index) is at \(position.shown), below the one before", help: isSortable ? sortHelp : nil)
    }
    if isLast, number != 1 { return Flaw(message: "the last stop is at \(position.shown), expected 1", help: nil) }
    return nil
  }

  private var sortHelp: String { "sort the stops by position" }

  // MARK: - Sorting

  /// Whether the order alone is wrong.
  private var isSortable: Bool {
    let numbers = stops.map(\.number)
    return stops.allSatisfy { $0.hasColour && $0.position?.kind == .number } && numbers.min() == 0 && numbers.max() == 1
      && numbers != numbers.inOrder(by: <)
  }

  /// Puts the stops in order, where that makes it a colorscale: safe, since nothing else can have been meant.
  func sortingFix(_ bytes: InputBytes) -> Fix? {
    guard isSortable, stops.count <= 256 else { return nil }
    let sorted = stops.enumerated().inOrder { ($0.element.number, $0.offset) < ($1.element.number, $1.offset) }
    let edits = zip(stops, sorted).filter { $0.range != $1.element.range }
      .map { Fix.Edit(range: $0.range, text: bytes.text($1.element.range)) }
    return Fix(isSafe: true, edits: edits)
  }
}
