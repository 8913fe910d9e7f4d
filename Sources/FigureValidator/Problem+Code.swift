package import Diagnostics
import JSONCore

extension Problem {
  /// The code that `Plotly.validate` gives for such a problem (plotly.js `src/plot_api/validate.js`).
  package var code: ValidateCode? {
    switch detail {
    case .brokenText, .textIssue, .badElement, .partlyDropped, .acceptedByAccident, .numericText, .textRisk,
      .suppression:
      nil
    case .unknownKey: .schema
    case .fact(let detail): detail.code
    case .wrongContainer(let expected, _): expected == .array ? .array : .object
    case .unknownTraceType, .templateTypeMismatch, .unknownTransformType, .invalidValue, .arrayNotAllowed, .colorscale,
      .typedArray, .wrongLength, .nullValue:
      .value
    }
  }
}
