/// How light a colour is, as the Web Content Accessibility Guidelines count it (WCAG 2.1, relative luminance).
struct Luminance {
  /// 0 for black, 1 for white.
  let value: Double

  /// Reads `#rgb`, `#rrggbb`, `rgb(…)`, `black` and `white`; nil for other colours, and for those that can be seen through.
  init?(_ colour: String) {
    let text = colour.lowercased()
    switch text {
    case "black": value = 0
    case "white": value = 1
    default:
      guard let channels = Luminance.hexadecimal(text) ?? Luminance.function(text) else { return nil }
      let linear = channels.map { channel -> Double in
        let share = Double(channel) / 255
        // The guidelines' own approximation of the power 2.4 is not needed: three multiplications are near enough.
        return share <= 0.03928 ? share / 12.92 : Luminance.power((share + 0.055) / 1.055)
      }
      value = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }
  }

  /// From 1 (none) to 21 (black and white).
  func contrast(to other: Luminance) -> Double {
    (max(value, other.value) + 0.05) / (min(value, other.value) + 0.05)
  }

  private static func hexadecimal(_ text: String) -> [Int]? {
    guard text.hasPrefix("#"), text.utf8.count == 4 || text.utf8.count == 7 else { return nil }
    let digits = text.dropFirst().compactMap(\.hexDigitValue)
    guard digits.count == text.utf8.count - 1 else { return nil }
    return digits.count == 3 ? digits.map { $0 * 17 } : [0, 2, 4].map { digits[$0] * 16 + digits[$0 + 1] }
  }

  private static func function(_ text: String) -> [Int]? {
    guard text.hasPrefix("rgb("), text.hasSuffix(")") else { return nil }
    let channels = text.dropFirst(4).dropLast().split(separator: ",").compactMap { Int($0.filter { $0 != " " }) }
    return channels.count == 3 && channels.allSatisfy { 0...255 ~= $0 } ? channels : nil
  }

  /// The power 2.4 of a number from 0 to 1: its square times its fifth root squared.
  private static func power(_ base: Double) -> Double {
    guard base > 0 else { return 0 }
    var root = base
    for _ in 0..<60 { root = (4 * root + base / (root * root * root * root)) / 5 }
    return base * base * root * root
  }
}
