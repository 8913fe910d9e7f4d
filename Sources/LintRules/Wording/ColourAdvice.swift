import FigureValidator
import JSONCore

/// What a text that is no colour was meant to be.
///
/// It knows what people bring along from CSS, from older plotly.js, from Python and from matplotlib (whose names and
/// cycle of colours are those of its `_color_data.py`).
struct ColourAdvice {
  let help: String
  /// The text to write instead, where it is certain.
  let replacement: String?

  /// Nil where nothing comes to mind.
  init?(_ text: String) {
    let small = text.lowercased().trimmed
    guard small.utf8.count <= 200 else { return nil }
    if small.isEmpty {
      self.init(help: "leave it out for the default; no colour at all is 'rgba(0, 0, 0, 0)'", replacement: nil)
      return
    }
    if let meant = ColourAdvice.matplotlib(small) ?? ColourAdvice.hexadecimal(small) ?? ColourAdvice.tuple(small) {
      self.init(meant: meant)
    } else if let help = ColourAdvice.helpForHexadecimal(small) ?? ColourAdvice.helpForFunction(small) {
      self.init(help: help, replacement: nil)
    } else {
      let nearest = NamedColours.near(small)
      guard let help = EnglishList.didYouMean(nearest.shown) else { return nil }
      self.init(help: help, replacement: nearest.certain)
    }
  }

  private init(help: String, replacement: String?) {
    self.help = help
    self.replacement = replacement
  }

  private init(meant: String) { self.init(help: "did you mean '\(meant)'?", replacement: meant) }

  // MARK: - Hexadecimal

  /// `f00` for `#f00`, `0xff0000` for `#ff0000`.
  private static func hexadecimal(_ text: String) -> String? {
    let digits = text.hasPrefix("0x") ? text.dropFirst(2) : text[...]
    let isColour = [3, 4, 6, 8].contains(digits.utf8.count) && digits.utf8.allSatisfy(isHexDigit)
    return isColour ? "#" + digits : nil
  }

  private static func helpForHexadecimal(_ text: String) -> String? {
    guard text.hasPrefix("#") else { return nil }
    let digits = text.utf8.dropFirst()
    if !digits.allSatisfy(isHexDigit) { return "behind '#' stand hexadecimal digits alone: 0 to 9 and a to f" }
    return "behind '#' stand 3, 4, 6 or 8 hexadecimal digits, here are \(digits.count)"
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    0x30...0x39 ~= byte || UInt8(ascii: "a")...UInt8(ascii: "f") ~= byte
  }

  // MARK: - Functions

  /// `(255, 0, 0)` for `rgb(255, 0, 0)`.
  private static func tuple(_ text: String) -> String? {
    guard let first = text.first, let last = text.last, first == "(" && last == ")" || first == "[" && last == "]"
    else {
      return nil
    }
    let parts = text.dropFirst().dropLast().split(separator: ",", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Double(String($0).trimmed) }
    guard numbers.count == parts.count, numbers.count == 3 || numbers.count == 4 else { return nil }
    // matplotlib counts from 0 to 1.
    let isShare = numbers.prefix(3).allSatisfy { 0...1 ~= $0 } && numbers.prefix(3).contains { $0 != 0 }
    let channels = numbers.prefix(3).map { "\(NumberName((isShare ? $0 * 255 : $0).rounded()))" }
    let alpha = numbers.dropFirst(3).map { "\(NumberName($0))" }
    return "rgb\(alpha.isEmpty ? "" : "a")(\((channels + alpha).joined(separator: ", ")))"
  }

  private static func helpForFunction(_ text: String) -> String? {
    guard let bracket = text.firstIndex(of: "(") else {
      return text.hasPrefix("rgb") || text.hasPrefix("hsl") ? "write it as a function: 'rgb(255, 0, 0)'" : nil
    }
    let name = String(text[..<bracket])
    if name.trimmed == "hsv" || name.trimmed == "hsva" {
      return "plotly.js 4 has no hsv(): write the colour with rgb(), hsl() or '#rrggbb'"
    }
    guard ["rgb", "rgba", "hsl", "hsla"].contains(name.trimmed) else { return nil }
    if name != name.trimmed { return "there must be no space before '('" }
    guard text.last == ")" else { return "the closing ')' is missing" }
    let parts = text[text.index(after: bracket)...].dropLast().split(separator: ",", omittingEmptySubsequences: false)
    let percent = UInt8(ascii: "%")
    if name.hasPrefix("hsl"), parts.count >= 3, !(parts[1].utf8.contains(percent) && parts[2].utf8.contains(percent)) {
      return "saturation and lightness are percentages: 'hsl(120, 100%, 50%)'"
    }
    if parts.count > 1, parts.count != 3, parts.count != 4 {
      return "\(name)() takes 3 numbers and perhaps an opacity, here are \(parts.count)"
    }
    return nil
  }

  // MARK: - matplotlib

  private static func matplotlib(_ text: String) -> String? {
    switch text {
    case "r": "red"
    case "g": "green"
    case "b": "blue"
    case "c": "cyan"
    case "m": "magenta"
    case "y": "yellow"
    case "k": "black"
    case "w": "white"
    case "tab:blue", "c0": "#1f77b4"
    case "tab:orange", "c1": "#ff7f0e"
    case "tab:green", "c2": "#2ca02c"
    case "tab:red", "c3": "#d62728"
    case "tab:purple", "c4": "#9467bd"
    case "tab:brown", "c5": "#8c564b"
    case "tab:pink", "c6": "#e377c2"
    case "tab:gray", "tab:grey", "c7": "#7f7f7f"
    case "tab:olive", "c8": "#bcbd22"
    case "tab:cyan", "c9": "#17becf"
    default: nil
    }
  }
}

extension String {
  /// Without spaces at both ends.
  fileprivate var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    return String(self[first...last])
  }
}
