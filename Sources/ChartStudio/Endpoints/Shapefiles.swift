/// Shape files. Only the name of the group is known: the routes are inferred from those of other uploads, and may not be there.
public enum Shapefiles: EndpointGroup {
  public static let segment = "shapefiles"

  /// Inferred: `POST /v2/shapefiles/upload`
  public static func upload(_ form: UploadForm) -> Endpoint<Created> { form.endpoint([segment, "upload"]) }

  /// Inferred: `GET /v2/shapefiles/{fid}`
  public static func retrieve(_ id: FileID) -> Endpoint<FileRecord> { Endpoint(.get, [segment, id.description]) }

  /// Inferred: `GET /v2/shapefiles/{fid}/content`
  public static func content(_ id: FileID) -> Endpoint<JSONText> {
    Endpoint(.get, [segment, id.description, "content"])
  }
}
