/// How bad a finding is.
public enum Severity: String, Sendable, CaseIterable, Comparable {
  /// The chosen plotly.js will reject it, ignore it or draw something else, for certain.
  case error
  /// Almost surely not what the author meant.
  case warning
  /// Advice, or a fact about the figure that rarely matters.
  case info

  /// Orders by weight: `info < warning < error`.
  public static func < (a: Severity, b: Severity) -> Bool { a.weight < b.weight }

  private var weight: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }
}
