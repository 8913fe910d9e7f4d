/// Comments on files. They are read in the records of the files.
public enum Comments: EndpointGroup {
  public static let segment = "comments"

  /// `POST /v2/comments`
  public static func create(on id: FileID, _ comment: String) -> Endpoint<JSONText> {
    Endpoint(.post, [segment], body: ["fid": .string(id.description), "comment": .string(comment)])
  }

  /// `DELETE /v2/comments/{id}`
  ///
  /// - Parameter id: Assumed to be a whole number, as a text.
  public static func delete(_ id: String) -> Endpoint<Nothing> { Endpoint(.delete, [segment, id]) }
}
