/// The types of traces that rules speak of.
enum TraceType: Int, CaseIterable {
  case scatter, scattergl, bar, box, violin, histogram, heatmap, heatmapgl, contour, histogram2d, histogram2dcontour
  case image, waterfall, funnel, candlestick, ohlc, carpet, scattercarpet, contourcarpet, quiver
  case scatter3d, mesh3d, cone, volume, isosurface, surface
  case scatterpolar, scatterpolargl, barpolar, scattersmith, scatterternary
  case scattergeo, scattermap, scattermapbox, densitymap, densitymapbox
  case choropleth, choroplethmap, choroplethmapbox
  case pie, funnelarea, treemap, sunburst, icicle, sankey, splom, parcoords, parcats
  /// Any other one, or what is no trace.
  case other

  /// The names, in the order of the cases: to ask each case for its own takes longer than to check a figure.
  static var texts: StaticString {
    """
    scatter scattergl bar box violin histogram heatmap heatmapgl contour histogram2d histogram2dcontour \
    image waterfall funnel candlestick ohlc carpet scattercarpet contourcarpet quiver \
    scatter3d mesh3d cone volume isosurface surface \
    scatterpolar scatterpolargl barpolar scattersmith scatterternary \
    scattergeo scattermap scattermapbox densitymap densitymapbox \
    choropleth choroplethmap choroplethmapbox \
    pie funnelarea treemap sunburst icicle sankey splom parcoords parcats
    """
  }

  /// Whether it is drawn on an x and a y axis of the layout.
  var isCartesian: Bool {
    switch self {
    case .scatter, .scattergl, .bar, .box, .heatmap, .histogram, .histogram2d, .histogram2dcontour, .contour, .violin,
      .funnel, .waterfall, .image, .ohlc, .candlestick, .quiver, .carpet, .scattercarpet, .contourcarpet:
      true
    default: false
    }
  }
}
