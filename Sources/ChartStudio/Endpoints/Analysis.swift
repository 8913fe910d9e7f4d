/// Analyses. Nothing is documented; the routes are those of a server that was made from the same code, and may not be there.
public enum Analysis: EndpointGroup {
  public static let segment = "analysis"

  /// Inferred: `GET /v2/analysis`
  public static func list(of id: FileID? = nil, type: String? = nil) -> Endpoint<JSONText> {
    Endpoint(.get, [segment], query: [QueryItem("fid", id?.description), QueryItem("type", type)])
  }

  /// Inferred: `POST /v2/analysis`
  public static func create(_ fields: JSONText) -> Endpoint<JSONText> { Endpoint(.post, [segment], body: fields) }

  /// Inferred: `DELETE /v2/analysis/{id}`
  public static func delete(_ id: String) -> Endpoint<Nothing> { Endpoint(.delete, [segment, id]) }
}
