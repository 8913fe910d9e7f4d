package import Diagnostics
import JSONCore

extension Problem {
  /// The code that `Plotly.validate` gives for such a problem (plotly.js `src/plot_api/validate.js`).
  package var code: ValidateCode? {
    switch detail {
    case .brokenText, .textIssue, .badElement, .partlyDropped, .acceptedByAccident, .numericText, .textRisk,
      .suppression, .grid, .metadata, .reference:
      nil
    case .unknownKey: .schema
    case .fact(let detail): detail.code
    case .notNotebook: .object
    case .wrongContainer(let expected, _): expected == .array ? .array : .object
    case .unknownTraceType, .templateTypeMismatch, .unknownTransformType, .invalidValue, .arrayNotAllowed, .colorscale,
      .typedArray, .wrongLength, .nullValue:
      .value
    }
  }
}

extension Problem {
  /// The severity of a problem that weighs another than its rule; nil for most.
  package var ownSeverity: Severity? {
    if case .grid(.booleanCell) = detail { .warning } else { nil }
  }

  /// Whether what stands at the place must not be shown.
  package var isSecret: Bool { rule == .secret || rule == .metadataSecret || rule == .streamToken }
}
