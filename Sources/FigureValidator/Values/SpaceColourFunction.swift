import JSONCore

/// Colour functions with spaces, `rgb(1 2 3 / 50%)` and `color(display-p3 1 0 0)`: the syntax of CSS Color Module
/// Level 4 as culori reads it, which does not ask for the closing bracket.
enum SpaceColourFunction {
  /// Whether the trimmed text in `text` is such a function and nothing else. O(length).
  static func isColour(_ bytes: InputBytes, _ text: Range<Int>) -> Bool {
    var tokens = ColourTokens(bytes, text)
    guard case .function(let name) = tokens.next() else { return false }
    if LowercaseText.equals(bytes, name, "color") {
      guard case .identifier(let space) = tokens.next(), isColourSpace(bytes, space) else { return false }
      return hasComponents(&tokens, .withoutAngle, .withoutAngle, .withoutAngle)
    }
    if LowercaseText.isOne(of: "rgb rgba lab oklab", bytes, name) {
      return hasComponents(&tokens, .withoutAngle, .withoutAngle, .withoutAngle)
    }
    if LowercaseText.isOne(of: "hsl hsla hwb", bytes, name) {
      return hasComponents(&tokens, .withoutPercentage, .withoutAngle, .withoutAngle)
    }
    if LowercaseText.isOne(of: "lch oklch", bytes, name) {
      return hasComponents(&tokens, .withoutAngle, .any, .withoutPercentage)
    }
    return false
  }

  /// What one of the three components may be, besides a number and `none`.
  private enum Component {
    case any, withoutAngle, withoutPercentage

    func accepts(_ token: ColourTokens.Token) -> Bool {
      switch token {
      case .number, .none: true
      case .percentage: self != .withoutPercentage
      case .angle: self != .withoutAngle
      default: false
      }
    }
  }

  /// Whether three components, possibly alpha, and possibly a closing bracket are all that follows.
  private static func hasComponents(
    _ tokens: inout ColourTokens, _ first: Component, _ second: Component, _ third: Component
  ) -> Bool {
    guard first.accepts(tokens.next()), second.accepts(tokens.next()), third.accepts(tokens.next()) else {
      return false
    }
    var token = tokens.next()
    if case .alpha = token { token = tokens.next() }
    if case .closing = token { token = tokens.next() }
    if case .end = token { return true }
    return false
  }

  private static func isColourSpace(_ bytes: InputBytes, _ name: Range<Int>) -> Bool {
    LowercaseText.isOne(
      of: "srgb srgb-linear display-p3 a98-rgb prophoto-rgb rec2020 xyz xyz-d50 xyz-d65", bytes, name)
      || LowercaseText.isOne(of: librarySpaces, bytes, name)
  }

  /// The spaces that CSS does not have: culori's own.
  private static var librarySpaces: StaticString {
    """
    --cubehelix --din99o-lab --din99o-lch --hsi --hsv --ictcp --jzazbz --jzczhz --lab-d65 --lch-d65 --lchuv --luv \
    --okhsl --okhsv --xyb --yiq
    """
  }
}
