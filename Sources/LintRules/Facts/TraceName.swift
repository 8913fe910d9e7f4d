import ValidationTree

/// Members of traces that rules ask for, by their names. The raw value is the position among them.
enum TraceName: Int, CaseIterable {
  case x, y, z, r, theta, a, b, c, lat, lon, u, v, w, i, j, k, real, imag
  case open, high, low, close, value, values, labels, parents, ids, locations, geojson
  case text, hovertext, customdata, hovertemplate, texttemplate, mode, name, uid, visible, fill, orientation
  case line, marker, link, node, dimensions, stackgroup, groupnorm, stackgaps, carpet, branchvalues, transpose
  case selectedpoints, xtype, ytype, showscale, colorbar, coloraxis, xaxis, yaxis, scene, subplot, geo, legend
  case type, showlegend, x0, y0, dx, dy

  /// The names themselves, in the order of the cases: to ask each case for its own takes longer than to check a figure.
  static var texts: StaticString {
    """
    x y z r theta a b c lat lon u v w i j k real imag \
    open high low close value values labels parents ids locations geojson \
    text hovertext customdata hovertemplate texttemplate mode name uid visible fill orientation \
    line marker link node dimensions stackgroup groupnorm stackgaps carpet branchvalues transpose \
    selectedpoints xtype ytype showscale colorbar coloraxis xaxis yaxis scene subplot geo legend \
    type showlegend x0 y0 dx dy
    """
  }
}
