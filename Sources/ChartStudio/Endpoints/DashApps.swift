/// Dash apps. Known from a client, which calls them unfinished.
public enum DashApps: EndpointGroup {
  public static let segment = "dash-apps"

  /// `POST /v2/dash-apps`
  ///
  /// - Parameter fields: `filename` and `app_url`, `world_readable`, `share_key_enabled`.
  public static func create(_ fields: JSONText) -> Endpoint<Created> { Endpoint(.post, [segment], body: fields) }

  /// `GET /v2/dash-apps/{fid}`
  public static func retrieve(_ id: FileID) -> Endpoint<FileRecord> { Endpoint(.get, [segment, id.description]) }

  /// `PUT /v2/dash-apps/{fid}`
  public static func update(_ id: FileID, _ fields: JSONText) -> Endpoint<FileRecord> {
    Endpoint(.put, [segment, id.description], body: fields)
  }
}
