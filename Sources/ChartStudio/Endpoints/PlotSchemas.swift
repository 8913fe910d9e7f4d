/// The plot-schema of a server.
public enum PlotSchemas: EndpointGroup {
  public static let segment = "plot-schema"

  /// The schema, if it is another one than that which is known.
  ///
  /// `GET /v2/plot-schema`
  ///
  /// - Parameter sha1: What the server said when it gave the known one; empty for none. It is always sent.
  public static func retrieve(sha1: String = "") -> Endpoint<SchemaAnswer> {
    Endpoint(.get, [segment], query: [QueryItem("sha1", sha1)])
  }
}
