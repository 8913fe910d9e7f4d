/// Presentations, whose slides go as a string that holds their JSON. Known from clients.
public enum SpectaclePresentations: EndpointGroup {
  public static let segment = "spectacle-presentations"

  /// `POST /v2/spectacle-presentations`
  ///
  /// - Parameter fields: `content`, `filename`, `world_readable`.
  public static func create(_ fields: JSONText) -> Endpoint<Created> { Endpoint(.post, [segment], body: fields) }

  /// `GET /v2/spectacle-presentations`
  public static func list() -> Endpoint<Page<FileRecord>> { Endpoint(.get, [segment]) }

  /// `GET /v2/spectacle-presentations/{fid}`
  public static func retrieve(_ id: FileID) -> Endpoint<FileRecord> { Endpoint(.get, [segment, id.description]) }

  /// `PUT /v2/spectacle-presentations/{fid}`
  public static func update(_ id: FileID, _ fields: JSONText) -> Endpoint<FileRecord> {
    Endpoint(.put, [segment, id.description], body: fields)
  }
}
