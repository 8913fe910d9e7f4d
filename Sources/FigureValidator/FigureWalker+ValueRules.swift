import Diagnostics
import JSONCore
import ValidationTree

/// Which rule a value belongs to that plotly.js does not accept: some have a name and a remedy of their own.
extension FigureWalker {
  /// The rule for the colours in `range`, which `versions` refuse: V006 where older versions read them.
  func rule(forColours range: Range<Int>, in versions: VersionSet, else other: RuleID) -> RuleID {
    guard rules.contains(.legacyColour), versions.isSubset(of: facts.modernColours), !range.isEmpty else {
      return other
    }
    var scanner = JSONScanner(scanner.bytes, range: range, maximumDepth: .max)
    let isColour: Bool?
    switch (other, scanner.bytes[range.lowerBound]) {
    case (.colorscale, UInt8(ascii: "[")): isColour = try? Colorscale.scan(&scanner, grammar: .tinycolor)
    case (.colorscale, _): isColour = nil
    case (_, UInt8(ascii: "[")): isColour = try? ColourValue.scanList(&scanner, grammar: .tinycolor)
    default: isColour = try? ColourValue.scan(&scanner, grammar: .tinycolor)
    }
    return isColour == true ? .legacyColour : other
  }

  /// Whether a text names the first subplot of its kind with a 1, as Python's aliases do: `x1`.
  func isFirstOfItsKind(_ text: Range<Int>, _ attribute: AttributeDefinition) -> Bool {
    guard text.count > 1, text.count < 20, scanner.bytes[text.upperBound - 1] == UInt8(ascii: "1"),
      attribute.valType == .subplotid || attribute.flags.contains(.hasPattern)
    else { return false }
    let name = text.dropLast()
    if attribute.valType == .enumerated {
      return attribute.values.map { matchesPattern($0, scanner.bytes, name) } ?? false
    }
    return isSubplotID(scanner.bytes, name, attribute)
  }

  /// Whether an attribute of numbers got one as a text, which JavaScript takes for the number.
  func isNumericText(_ scalar: Scalar, _ attribute: AttributeDefinition) -> Bool {
    guard case .string(let string) = scalar, attribute.valType == .number || attribute.valType == .integer else {
      return false
    }
    return withText(string) { NumericText.value($0, $1) } != nil
  }
}
