/// Plots: figures whose trace data are references to columns of grids. Figures with raw arrays in their traces are refused.
public enum Plots: FileGroup {
  public static let segment = "plots"

  /// Public plots, newest first.
  ///
  /// `GET /v2/plots`
  ///
  /// - Parameter orderBy: `views` or `-views`; the service knows nothing else.
  public static func list(
    orderBy: String? = nil, minimumQuality: Double? = nil, maximumQuality: Double? = nil
  ) -> Endpoint<Page<FileRecord>> {
    Endpoint(
      .get, [segment],
      query: [
        QueryItem("order_by", orderBy), QueryItem("min_quality", minimumQuality.map { "\($0)" }),
        QueryItem("max_quality", maximumQuality.map { "\($0)" }),
      ])
  }

  /// Plots that somebody has chosen.
  ///
  /// `GET /v2/plots/feed`
  public static func feed(orderBy: String? = nil) -> Endpoint<Page<FileRecord>> {
    Endpoint(.get, [segment, "feed"], query: [QueryItem("order_by", orderBy)])
  }

  /// Makes a plot. Sent twice it makes two, or is refused the second time.
  ///
  /// `POST /v2/plots`
  ///
  /// - Parameter fields: `figure`, and fields of the record.
  public static func create(_ fields: JSONText) -> Endpoint<Created> { Endpoint(.post, [segment], body: fields) }

  /// The figure of a plot.
  ///
  /// `GET /v2/plots/{fid}/content`
  ///
  /// - Parameters:
  ///   - inlineData: Whether the arrays stand beside the references to them.
  ///   - mapData: `unreadable` adds the grids that the reader has no access to, by id.
  public static func content(
    _ id: FileID, shareKey: Secret? = nil, inlineData: Bool? = nil, mapData: String? = nil
  ) -> Endpoint<JSONText> {
    Endpoint(
      .get, [segment, id.description, "content"],
      query: [
        QueryItem("share_key", shareKey), QueryItem("inline_data", inlineData), QueryItem("map_data", mapData),
      ])
  }

  /// What a plot was made from: its grids among others.
  ///
  /// `GET /v2/plots/{fid}/sources`
  public static func sources(_ id: FileID) -> Endpoint<SourceGraph> {
    Endpoint(.get, [segment, id.description, "sources"])
  }
}
