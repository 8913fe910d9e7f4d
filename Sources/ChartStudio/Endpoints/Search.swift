/// Search over the metadata of grids; the hosted service also took free text for all public files.
public enum Search: EndpointGroup {
  public static let segment = "search"

  /// Files that match.
  ///
  /// `GET /v2/search`
  ///
  /// - Parameter query: Words divided by spaces; `plottype:pie` for plots with such traces. How to ask for a key and value of metadata is
  ///   not documented.
  public static func list(_ query: String) -> Endpoint<Page<FileRecord>> {
    Endpoint(.get, [segment], query: [QueryItem("q", query)])
  }
}
