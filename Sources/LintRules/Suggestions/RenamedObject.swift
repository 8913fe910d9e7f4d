import JSONCore

/// Attributes and trace types that came back under another name, after the release notes of plotly.js 2.0, 2.35, 3.0
/// and 4.0.
enum RenamedObject {
  /// What a layout attribute or a trace type that is gone is called now; nil where nothing took its place.
  static func successor(of name: String) -> String? {
    switch name {
    case "pointcloud": "scattergl"
    case "heatmapgl": "heatmap"
    case "mapbox": "map"
    case "scattermapbox": "scattermap"
    case "choroplethmapbox": "choroplethmap"
    case "densitymapbox": "densitymap"
    default: nil
    }
  }
}

extension String {
  /// With the spelling that plotly's names have: `colour` becomes `color`.
  var americanSpelling: String {
    let isBritish = utf8.span.withInputBytes { bytes in
      (["colour", "centre", "grey", "neighbour"] as [StaticString]).contains { bytes.holds($0, in: 0..<bytes.count) }
    }
    guard isBritish else { return self }
    let spellings = [("colour", "color"), ("centre", "center"), ("grey", "gray"), ("neighbour", "neighbor")]
    var text = Substring(self)
    var result = ""
    while let first = text.first {
      if let (british, american) = spellings.first(where: { text.hasPrefix($0.0) }) {
        result += american
        text = text.dropFirst(british.count)
      } else {
        result.append(first)
        text = text.dropFirst()
      }
    }
    return result
  }
}
