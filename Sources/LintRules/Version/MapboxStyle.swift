package import Diagnostics
package import FigureValidator

/// A style or a source of Mapbox where plotly.js draws with MapLibre.
package enum MapboxStyle: Rule {
  package static let metadata = RuleMetadata(
    id: .mapboxStyle, name: "mapbox-style", severity: .warning, since: "0.1.0",
    summary: "a map without Mapbox has a mapbox:// address",
    rationale: """
      'layout.map' and its traces are drawn with MapLibre, which takes no tokens and cannot resolve mapbox:// addresses: \
      the map stays empty. Only 'layout.mapbox', gone in plotly.js 4.0, could.
      """,
    wrong: #"{"data": [{"type": "scattermap"}], "layout": {"map": {"style": "mapbox://styles/mapbox/light-v9"}}}"#,
    right: #"{"data": [{"type": "scattermap"}], "layout": {"map": {"style": "light"}}}"#,
    remedy:
      "use a style that plotly.js names ('basic', 'carto-positron', 'open-street-map', …) or the address of a style")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    let value = context.value(problem.range)
    return Words(
      "\(value.shown) is not resolved: maps are drawn without Mapbox",
      help: "use a style that plotly.js names, such as 'carto-positron', or an https address")
  }
}
