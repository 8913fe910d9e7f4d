/// The colour that plotly.js before 4.0 made of a text: as tinycolor2 reads it (its `inputToRGB`, `bound01` and
/// `convertToPercentage`).
struct TinycolorValue {
  /// The same colour as CSS: `#ff0000`, `rgb(255, 0, 0)`, `rgba(255, 0, 0, 0.5)`.
  let css: String

  /// Nil for a text that is no colour, or whose reading is not certain.
  init?(_ text: String) {
    let small = text.lowercased().filter { !$0.isWhitespace || $0 == " " }
    let trimmed = String(small.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    if [3, 4, 6, 8].contains(trimmed.utf8.count), trimmed.utf8.allSatisfy(Self.isHexDigit) {
      css = "#" + trimmed
    } else if let function = Function(trimmed) {
      css = function.css
    } else {
      return nil
    }
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    0x30...0x39 ~= byte || UInt8(ascii: "a")...UInt8(ascii: "f") ~= byte
  }
}

/// `rgb(…)`, `hsl(…)` or `hsv(…)`, with or without alpha, anywhere in a text.
private struct Function {
  private enum Kind { case rgb, hsl, hsv }

  private let kind: Kind
  private let numbers: [Substring]

  init?(_ text: String) {
    var found: (kind: Kind, rest: Substring)?
    for (name, kind) in [("rgb", Kind.rgb), ("hsl", .hsl), ("hsv", .hsv)] where found == nil {
      guard let start = text.firstRange(of: name) else { continue }
      found = (kind, text[start.upperBound...])
    }
    guard let kind = found?.kind, var rest = found?.rest else { return nil }
    let wantsAlpha = rest.first == "a"
    if wantsAlpha { rest = rest.dropFirst() }
    guard let first = rest.first, " (|".contains(first) else { return nil }
    rest = rest.drop { " (|".contains($0) }
    let parts = rest.split { " ,|".contains($0) }.map {
      $0.prefix { $0.isASCII && ($0.isNumber || ".+-%".contains($0)) }
    }
    let count = wantsAlpha ? 4 : 3
    guard parts.count >= count, parts.prefix(count).allSatisfy({ Self.number($0) != nil }) else { return nil }
    self.kind = kind
    numbers = Array(parts.prefix(count))
  }

  private static func number(_ text: Substring) -> Double? { Double(text.hasSuffix("%") ? text.dropLast() : text) }

  var css: String {
    let channels: [Double]
    switch kind {
    case .rgb: channels = numbers.prefix(3).map { Self.share($0, of: 255) * 255 }
    case .hsl: channels = Self.fromHSL(hue, second, third)
    case .hsv: channels = Self.fromHSV(hue, second, third)
    }
    let whole = channels.map { "\(Int(min(255, max(0, $0)).rounded()))" }.joined(separator: ", ")
    guard numbers.count == 4 else { return "rgb(\(whole))" }
    let alpha = min(1, max(0, Self.number(numbers[3]) ?? 1))
    let shown = numbers[3].hasSuffix("%") ? alpha : (alpha * 100).rounded() / 100
    return shown == 1 ? "rgb(\(whole))" : "rgba(\(whole), \(NumberName(shown)))"
  }

  private var hue: Double { Self.share(numbers[0], of: 360) }
  private var second: Double { Self.share(Self.percentage(numbers[1])[...], of: 100) }
  private var third: Double { Self.share(Self.percentage(numbers[2])[...], of: 100) }

  /// Up to 1 a number is a share of the whole.
  private static func percentage(_ text: Substring) -> String {
    guard !text.hasSuffix("%"), let number = Double(text), number <= 1 else { return String(text) }
    return "\(number * 100)%"
  }

  /// A number as a share of `whole`, from 0 to 1.
  private static func share(_ text: Substring, of whole: Double) -> Double {
    var text = text
    if text.contains("."), number(text) == 1, !text.hasSuffix("%") { text = "100%" }
    let isPercentage = text.hasSuffix("%")
    var value = min(whole, max(0, number(text) ?? 0))
    if isPercentage { value = (value * whole).rounded(.towardZero) / 100 }
    if abs(value - whole) < 0.000_001 { return 1 }
    return value.truncatingRemainder(dividingBy: whole) / whole
  }

  private static func fromHSL(_ hue: Double, _ saturation: Double, _ lightness: Double) -> [Double] {
    guard saturation != 0 else { return [lightness, lightness, lightness].map { $0 * 255 } }
    let q = lightness < 0.5 ? lightness * (1 + saturation) : lightness + saturation - lightness * saturation
    let p = 2 * lightness - q
    return [hue + 1.0 / 3, hue, hue - 1.0 / 3].map { 255 * channel(p, q, $0) }
  }

  private static func channel(_ p: Double, _ q: Double, _ t: Double) -> Double {
    let t = t < 0 ? t + 1 : t > 1 ? t - 1 : t
    if t < 1.0 / 6 { return p + (q - p) * 6 * t }
    if t < 0.5 { return q }
    if t < 2.0 / 3 { return p + (q - p) * (2.0 / 3 - t) * 6 }
    return p
  }

  private static func fromHSV(_ hue: Double, _ saturation: Double, _ value: Double) -> [Double] {
    let sixth = hue * 6
    let index = sixth.rounded(.down)
    let rest = sixth - index
    let p = value * (1 - saturation)
    let q = value * (1 - rest * saturation)
    let t = value * (1 - (1 - rest) * saturation)
    let sector = Int(index) % 6
    let red = [value, q, p, p, t, value][sector]
    let green = [t, value, value, q, p, p][sector]
    let blue = [p, p, t, value, value, q][sector]
    return [red, green, blue].map { $0 * 255 }
  }
}
