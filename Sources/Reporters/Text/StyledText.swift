import Diagnostics

/// Text for a terminal, in colour or not, that knows its length.
struct StyledText {
  enum Style {
    case plain, path, caret
    case severity(Severity)

    /// The parameters of the escape sequence "select graphic rendition" (ECMA-48, section 8.3.117).
    fileprivate var parameters: String? {
      switch self {
      case .plain: nil
      case .path: "1"
      case .caret: "31"
      case .severity(.error): "1;31"
      case .severity(.warning): "33"
      case .severity(.info): "34"
      }
    }
  }

  let usesColour: Bool
  private(set) var text = ""
  /// The characters (Unicode scalars), without those that only set colours.
  private(set) var length = 0

  init(usesColour: Bool) { self.usesColour = usesColour }

  /// Appends `part`, which has no control characters but line feeds.
  mutating func append(_ part: String, _ style: Style = .plain) {
    length += part.unicodeScalars.count
    if usesColour, let parameters = style.parameters {
      text += "\u{1b}[\(parameters)m\(part)\u{1b}[0m"
    } else {
      text += part
    }
  }
}
