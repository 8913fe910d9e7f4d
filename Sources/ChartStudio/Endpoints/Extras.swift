/// Files that are attached to others. What they may hold is not documented.
public enum Extras: EndpointGroup {
  public static let segment = "extras"

  /// `POST /v2/extras`
  ///
  /// - Parameter referencers: The files that it is attached to.
  public static func create(
    attachedTo referencers: [FileID], filename: String? = nil, content: JSONText? = nil
  ) -> Endpoint<Created> {
    var fields: [(String, JSONText)] = [("referencers", .array(referencers.map { .string($0.description) }))]
    if let filename { fields.append(("filename", .string(filename))) }
    if let content { fields.append(("content", content)) }
    return Endpoint(.post, [segment], body: .object(fields))
  }

  /// `GET /v2/extras/{fid}`
  public static func retrieve(_ id: FileID) -> Endpoint<FileRecord> { Endpoint(.get, [segment, id.description]) }

  /// What it holds. Inferred: one client lists this route with another method.
  ///
  /// `GET /v2/extras/{fid}/content`
  public static func content(_ id: FileID) -> Endpoint<JSONText> {
    Endpoint(.get, [segment, id.description, "content"])
  }

  /// Sets some of `filename` and `content`.
  ///
  /// `PATCH /v2/extras/{fid}`
  public static func change(_ id: FileID, _ fields: JSONText) -> Endpoint<FileRecord> {
    Endpoint(.patch, [segment, id.description], body: fields)
  }

  /// `DELETE /v2/extras/{fid}`
  public static func delete(_ id: FileID) -> Endpoint<Nothing> { Endpoint(.delete, [segment, id.description]) }
}
