/// Notebooks. Partly known from servers that were made from the same code; trash and the like go through ``Files``.
public enum JupyterNotebooks: EndpointGroup {
  public static let segment = "jupyter-notebooks"

  /// Stores a notebook.
  ///
  /// `POST /v2/jupyter-notebooks/upload`
  public static func upload(_ notebook: JSONText, _ place: UploadPlace) -> Endpoint<Created> {
    Endpoint(
      .post, [segment, "upload"], body: .json(notebook), headers: place.headers,
      decode: { response throws(UnusableAnswer) in try Created(response) })
  }

  /// A notebook that is somewhere else.
  ///
  /// `GET /v2/jupyter-notebooks/external`
  public static func external(_ source: String) -> Endpoint<JSONText> {
    Endpoint(.get, [segment, "external"], query: [QueryItem("source", source)])
  }

  /// `GET /v2/jupyter-notebooks/{fid}`
  public static func retrieve(_ id: FileID) -> Endpoint<FileRecord> { Endpoint(.get, [segment, id.description]) }

  /// `GET /v2/jupyter-notebooks/{fid}/content`
  public static func content(_ id: FileID, shareKey: Secret? = nil) -> Endpoint<JSONText> {
    Endpoint(.get, [segment, id.description, "content"], query: [QueryItem("share_key", shareKey)])
  }

  /// Replaces a notebook, which goes as a string that holds its JSON.
  ///
  /// `PATCH /v2/jupyter-notebooks/{fid}`
  public static func setContent(_ id: FileID, _ notebook: JSONText) -> Endpoint<FileRecord> {
    Endpoint(.patch, [segment, id.description], body: ["content": .string(notebook.description)])
  }
}
