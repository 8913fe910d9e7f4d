/// Grids: tables of named columns, and what is attached to them.
public enum Grids: FileGroup {
  public static let segment = "grids"

  /// Makes a grid. Sent twice it makes two, or is refused the second time.
  ///
  /// `POST /v2/grids`
  ///
  /// - Parameter fields: `data` with `cols`, an object by column name of `data` and `order`, and fields of the record such as
  ///   `filename`, `parent` or `parent_path`, `world_readable`.
  public static func create(_ fields: JSONText) -> Endpoint<Created> { Endpoint(.post, [segment], body: fields) }

  /// Makes a grid from a file of raw data. Experimental: no client is known to have got an answer from this route.
  ///
  /// `POST /v2/grids/upload`
  public static func upload(_ form: UploadForm) -> Endpoint<Created> { form.endpoint([segment, "upload"]) }

  /// All columns with their cells.
  ///
  /// `GET /v2/grids/{fid}/content`
  public static func content(_ id: FileID, shareKey: Secret? = nil) -> Endpoint<GridColumns> {
    Endpoint(.get, [segment, id.description, "content"], query: [QueryItem("share_key", shareKey)])
  }

  /// Deletes a grid for good, without the way through the trash.
  ///
  /// `DELETE /v2/grids/{fid}`
  public static func destroy(_ id: FileID) -> Endpoint<Nothing> { Endpoint(.delete, [segment, id.description]) }

  /// Attaches any JSON to a grid in place of what was attached. Everybody who can read the grid can read it.
  ///
  /// `PATCH /v2/grids/{fid}`
  public static func setMetadata(_ id: FileID, _ metadata: JSONText) -> Endpoint<FileRecord> {
    change(id, ["metadata": metadata])
  }

  /// Adds columns: an array of objects with `name`, `data` and optionally `order`.
  ///
  /// `POST /v2/grids/{fid}/col`
  public static func createColumns(_ id: FileID, _ columns: JSONText) -> Endpoint<GridColumns> {
    Endpoint(.post, [segment, id.description, "col"], body: ["cols": columns])
  }

  /// Some columns, or all for no uids.
  ///
  /// `GET /v2/grids/{fid}/col`
  public static func columns(_ id: FileID, uids: [String]? = nil) -> Endpoint<GridColumns> {
    Endpoint(.get, [segment, id.description, "col"], query: [QueryItem("uid", uids?.joined(separator: ","))])
  }

  /// Replaces columns, the first uid by the first object and so on; their uids stay. A server answers 500, not 404, if the grid is
  /// gone.
  ///
  /// `PUT /v2/grids/{fid}/col`
  public static func updateColumns(_ id: FileID, uids: [String], _ columns: JSONText) -> Endpoint<GridColumns> {
    Endpoint(
      .put, [segment, id.description, "col"], query: [QueryItem("uid", uids.joined(separator: ","))],
      body: ["cols": columns])
  }

  /// Deletes columns for good.
  ///
  /// `DELETE /v2/grids/{fid}/col`
  public static func deleteColumns(_ id: FileID, uids: [String]) -> Endpoint<Nothing> {
    Endpoint(.delete, [segment, id.description, "col"], query: [QueryItem("uid", uids.joined(separator: ","))])
  }

  /// Appends rows, each an array with as many cells as there are columns; shorter columns are filled up with empty strings first.
  /// Sent twice it appends twice.
  ///
  /// `POST /v2/grids/{fid}/row`
  public static func appendRows(_ id: FileID, _ rows: JSONText) -> Endpoint<Nothing> {
    Endpoint(.post, [segment, id.description, "row"], body: ["rows": rows])
  }

  /// What a grid was made from.
  ///
  /// `GET /v2/grids/{fid}/sources`
  public static func sources(_ id: FileID) -> Endpoint<SourceGraph> {
    Endpoint(.get, [segment, id.description, "sources"])
  }

  /// Forgets that a grid refers to another file.
  ///
  /// `POST /v2/grids/{fid}/drop_reference`
  public static func dropReference(_ id: FileID, to other: FileID) -> Endpoint<Nothing> {
    Endpoint(
      .post, [segment, id.description, "drop_reference"], body: ["fid": .string(other.description)], repetition: .safe)
  }
}
