import FigureValidator
import ValidationTree

/// Regular expressions of the export. They follow ECMA-262, as JSON Schema section 6.4 advises, and use only what all engines know.
enum TextPattern {
  /// A number from 2 up without leading zero, which names of subplots may end with.
  static let counter = "([2-9]|[1-9][0-9]+)"

  private static let magnitude = "([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?"
  private static let binary = "0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+"

  /// What plotly.js takes for a number (fast-isnumeric): the forms that people write. The text may have white space around it.
  static let number = "^\\s*([-+]?\(magnitude)|\(binary))\\s*$"

  /// Such a number without a minus sign. Other bounds cannot be said of a text.
  static let nonNegative = "^\\s*(\\+?\(magnitude)|-0+(\\.0*)?|\(binary))\\s*$"

  /// Such a number without a fraction.
  static let integer = "^\\s*([-+]?[0-9]+(\\.0*)?([eE]\\+?[0-9]+)?|\(binary))\\s*$"

  /// The texts that JavaScript makes 0 and 1 of, as people write them.
  static func position(_ value: Int) -> String {
    value == 0 ? "^\\s*[-+]?(0+\\.?0*|\\.0+)([eE][-+]?[0-9]+)?\\s*$" : "^\\s*\\+?0*1(\\.0*)?\\s*$"
  }

  /// One of `alternatives`, which are expressions, and nothing else.
  static func whole(_ alternatives: [String]) -> String { "^(\(alternatives.joined(separator: "|")))$" }

  /// The expression for `text` itself.
  static func literal(_ text: String) -> String {
    var escaped = ""
    for character in text {
      if "\\^$.|?*+()[]{}/".contains(character) { escaped += "\\" }
      escaped.append(character)
    }
    return escaped
  }

  /// Flags joined with plus signs, at least one of which is known: plotly.js drops the others.
  static func flags(_ flags: [String], orWhole extras: [String]) -> String {
    let known = "(.*\\+)?(\(flags.map(literal).joined(separator: "|")))(\\+.*)?"
    return whole([known] + extras.map(literal))
  }

  /// A subplot's name with or without counter.
  static func counted(_ base: String) -> String { "^\(literal(base))\(counter)?$" }

  /// A subplot's name with a counter.
  static func numbered(_ base: String) -> String { "^\(literal(base))\(counter)$" }

  /// The names of plotly's colorscales, and texts that may be JSON of one.
  static var colorscale: String {
    whole(ColorscaleNames.all.description.split(separator: " ").map { literal(String($0)) }) + "|^\\s*[\\[\"]"
  }

  /// Colours, in the grammar of a version. JSON Schema has no switch for capitals: words with one are let through.
  static func colour(_ grammar: ColourGrammar) -> String {
    let names = NamedColours.all.joined(separator: "|")
    let capitals = "[A-Za-z]*[A-Z][A-Za-z]*"
    let number = "[-+]?\(magnitude)"
    let function: String
    let hexadecimal = "([0-9a-fA-F]{3}|[0-9a-fA-F]{4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})"
    switch grammar {
    case .tinycolor:
      let share = "\(number)%?"
      let three = "\(share)[\\s,|]+\(share)[\\s,|]+\(share)"
      function =
        ".*([rR][gG][bB]|[hH][sS][lLvV])([\\s(|]+\(three)|[aA][\\s(|]+\(three)[\\s,|]+\(share)).*"
      return "^\\s*(#?\(hexadecimal)|\(names)|burntsienna|\(capitals)|\(function))\\s*$"
    case .modern:
      let alpha = "(\\s*,\\s*\(number)%?)?\\s*\\)"
      let comma = "\\s*,\\s*"
      let rgb = "[rR][gG][bB][aA]?\\(\\s*"
      let channels = "\(number)\(comma)\(number)\(comma)\(number)"
      let shares = "\(number)%\(comma)\(number)%\(comma)\(number)%"
      let hue = "[hH][sS][lL][aA]?\\(\\s*\(number)(deg|grad|rad|turn)?\(comma)\(number)%\(comma)\(number)%"
      let spaced = "([rR][gG][bB][aA]?|[hH][sS][lL][aA]?|hwb|lab|lch|oklab|oklch|color)\\([^,]+"
      function = "\(rgb)(\(channels)|\(shares))\(alpha)|\(hue)\(alpha)|\(spaced)"
      return "^\\s*(#\(hexadecimal)|\(names)|\(capitals)|\(function))\\s*$"
    }
  }
}
