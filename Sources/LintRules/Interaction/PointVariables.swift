/// What a point has besides the attributes of its trace, for templates of texts: by the event data and the labels that plotly.js
/// gives to them (`src/components/fx/helpers.js`, and `eventData` and `format_labels` of the trace types).
///
/// One list for all types: a variable of another type is rarely a misspelling.
enum PointVariables {
  /// Those that are offered for a misspelt one.
  static var common: [String] {
    [
      "x", "y", "z", "text", "hovertext", "customdata", "meta", "label", "value", "percent", "lat", "lon", "location",
      "marker.size",
    ]
  }

  static func contains(_ name: String) -> Bool {
    switch name {
    case "x", "y", "z", "text", "hovertext", "customdata", "meta", "name", "id", "ids", "data", "fullData", "trace":
      true
    case "curveNumber", "pointNumber", "pointNumbers", "pointIndex", "pointIndices", "binNumber", "index", "bbox": true
    case "xaxis", "yaxis", "xLabel", "yLabel", "zLabel", "xVal", "yVal", "x0", "x1", "y0", "y1", "dx", "dy": true
    // The other coordinate, with blanks before or behind it.
    case "xother", "yother", "_xother", "_yother", "xother_", "yother_", "_xother_", "_yother_": true
    case "label", "value", "color", "colormodel", "percent", "percentRoot", "percentEntry", "percentParent": true
    case "currentPath", "root", "entry", "parent", "depth", "key", "size": true
    case "source", "target", "sourceLinks", "targetLinks", "link", "node", "flow", "concentration": true
    case "count", "probability", "category", "categorycount", "colorcount", "bandcolorcount": true
    case "location", "locations", "properties", "lat", "lon", "ct", "a", "b", "c", "r", "theta", "real", "imag": true
    case "initial", "delta", "final", "percentInitial", "percentPrevious", "percentTotal": true
    case "open", "high", "low", "close", "direction", "q1", "q3", "median", "mean", "min", "max", "sd": true
    case "lowerfence", "upperfence", "intensity", "norm", "u", "v", "w", "divergence": true
    case "tubex", "tubey", "tubez", "tubeu", "tubev", "tubew", "i", "j", "k": true
    case "marker", "line", "dimension", "error_x", "error_y", "totalCount", "width", "height", "length", "slope": true
    default: false
    }
  }
}
