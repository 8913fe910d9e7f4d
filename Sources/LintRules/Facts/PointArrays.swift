/// Which arrays of a trace hold one element for each point, by its type.
///
/// plotly.js takes as many points as the shortest of them has (`src/traces/TYPE/defaults.js`, `calc.js`).
enum PointArrays {
  /// The arrays that say where the points are.
  static func bases(of type: TraceType) -> [TraceName] {
    switch type {
    case .scatter, .scattergl, .bar, .waterfall, .funnel, .histogram2d, .histogram2dcontour: [.x, .y]
    case .scatter3d, .mesh3d: [.x, .y, .z]
    case .cone: [.x, .y, .z, .u, .v, .w]
    case .volume, .isosurface: [.x, .y, .z, .value]
    case .scatterpolar, .scatterpolargl, .barpolar: [.r, .theta]
    case .scattersmith: [.real, .imag]
    case .scatterternary: [.a, .b, .c]
    case .scattercarpet: [.a, .b]
    case .scattergeo, .scattermap, .scattermapbox: [.lat, .lon]
    case .densitymap, .densitymapbox: [.lat, .lon, .z]
    case .choropleth, .choroplethmap, .choroplethmapbox: [.locations, .z]
    case .candlestick, .ohlc: [.x, .open, .high, .low, .close]
    case .pie, .funnelarea: [.labels, .values]
    case .treemap, .sunburst, .icicle: [.labels, .parents, .values]
    default: []
    }
  }

  /// Whether attributes that take arrays have one element for each point.
  static func isStyledByPoint(_ type: TraceType) -> Bool {
    switch type {
    case .mesh3d, .volume, .isosurface, .histogram2d, .histogram2dcontour, .other: false
    default: !bases(of: type).isEmpty
    }
  }
}
