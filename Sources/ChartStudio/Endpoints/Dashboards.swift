/// Dashboards, whose layout goes as a string that holds its JSON.
public enum Dashboards: EndpointGroup {
  public static let segment = "dashboards"

  /// `POST /v2/dashboards`
  ///
  /// - Parameter fields: `content`, `filename`, `world_readable`, `parent_path`.
  public static func create(_ fields: JSONText) -> Endpoint<Created> { Endpoint(.post, [segment], body: fields) }

  /// All dashboards, those in the trash too: see ``FileRecord/isDeleted``.
  ///
  /// `GET /v2/dashboards`
  public static func list() -> Endpoint<Page<FileRecord>> { Endpoint(.get, [segment]) }

  /// `GET /v2/dashboards/{fid}`
  public static func retrieve(_ id: FileID) -> Endpoint<FileRecord> { Endpoint(.get, [segment, id.description]) }

  /// `PUT /v2/dashboards/{fid}`
  public static func update(_ id: FileID, _ fields: JSONText) -> Endpoint<FileRecord> {
    Endpoint(.put, [segment, id.description], body: fields)
  }

  /// The JSON Schema of the layout.
  ///
  /// `GET /v2/dashboards/schema`
  public static func schema() -> Endpoint<JSONText> { Endpoint(.get, [segment, "schema"]) }
}
