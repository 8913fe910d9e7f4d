import FigureValidator
import JSONCore
import ValidationTree

/// Traces that plotly.js 4.1.1 does not draw for want of data, where that depends on more than the table has conditions for.
struct DefaultsData {
  let figure: DefaultsFigure
  private var words: DefaultsVocabulary { figure.words }

  /// Whether a trace lacks what its type cannot be drawn without.
  func isMissing(_ trace: DefaultsTrace) -> Bool {
    switch trace.type {
    // `src/traces/parcoords/defaults.js`; the others ask for values, too (`merge_length.js`).
    case .parcoords: dimensions(trace).isEmpty
    case .parcats, .splom: !dimensions(trace).contains(where: hasValues)
    // `src/traces/box/defaults.js`, `src/traces/violin/defaults.js`
    case .box: !has(trace, words.x) && !has(trace, words.y) && !words.quartiles.allSatisfy { has(trace, $0) }
    // `src/traces/heatmap/xyz_defaults.js`
    case .heatmap, .contour: isFlat(trace, words.z) && !(has(trace, words.x) && has(trace, words.y))
    // `src/traces/image/defaults.js`
    case .image: isFlat(trace, words.z) && figure.given(trace, words.source) == nil
    // `src/traces/mesh3d/defaults.js`
    case .mesh3d: isPartlyIndexed(trace) || Set([words.x, words.y, words.z].compactMap { count(trace, $0) }).count > 1
    default: false
    }
  }

  /// The array at an attribute of a trace; nil where there is none.
  private func count(_ trace: DefaultsTrace, _ name: WordID) -> Int? {
    figure.survey(figure.given(trace, name))?.count
  }

  private func has(_ trace: DefaultsTrace, _ name: WordID) -> Bool { count(trace, name) ?? 0 > 0 }

  /// Whether an attribute has an array whose elements are no arrays.
  private func isFlat(_ trace: DefaultsTrace, _ name: WordID) -> Bool {
    guard let survey = figure.survey(figure.given(trace, name)), survey.count > 0 else { return false }
    return !survey.kinds.contains(.arrays)
  }

  private func isPartlyIndexed(_ trace: DefaultsTrace) -> Bool {
    let given = words.corners.count { count(trace, $0) != nil }
    return given > 0 && given < words.corners.count
  }

  private func dimensions(_ trace: DefaultsTrace) -> [DefaultsPlace] {
    figure.given(trace, words.dimensions).map(figure.items) ?? []
  }

  private func hasValues(_ dimension: DefaultsPlace) -> Bool {
    !figure.isHidden(dimension)
      && figure.survey(figure.child(of: dimension, words.values))?.count ?? 0 > 0
  }
}
