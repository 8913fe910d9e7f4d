/// Files of any type: plots, grids, folders, dashboards and so on. Here only their records are changed, never their contents.
public enum Files: FileGroup {
  public static let segment = "files"

  /// What a file holds; what that looks like depends on its type.
  ///
  /// `GET /v2/files/{fid}/content`
  public static func content(_ id: FileID, shareKey: Secret? = nil) -> Endpoint<JSONText> {
    Endpoint(.get, [segment, id.description, "content"], query: [QueryItem("share_key", shareKey)])
  }

  /// Sets who can see a file: both fields, so that no key of before stays good.
  ///
  /// `PATCH /v2/files/{fid}`
  public static func share(_ id: FileID, _ sharing: Sharing) -> Endpoint<FileRecord> {
    change(
      id,
      [
        "share_key_enabled": JSONText(booleanLiteral: sharing.shareKeyEnabled),
        "world_readable": JSONText(booleanLiteral: sharing.worldReadable),
      ])
  }

  /// Makes a copy, on demand also of the files it refers to. Sent twice it makes two.
  ///
  /// `POST /v2/files/{fid}/copy`
  public static func copy(_ id: FileID, deep: Bool? = nil) -> Endpoint<Created> {
    Endpoint(.post, [segment, id.description, "copy"], query: [QueryItem("deep_copy", deep)])
  }

  /// The path of a file in its owner's folders, under a key that is assumed to be `path`.
  ///
  /// `GET /v2/files/{fid}/path`
  public static func path(_ id: FileID) -> Endpoint<JSONText> { Endpoint(.get, [segment, id.description, "path"]) }

  /// A picture of a file.
  ///
  /// `GET /v2/files/{fid}/image`
  public static func image(_ id: FileID, name: String? = nil) -> Endpoint<ImageAnswer> {
    Endpoint(
      .get, [segment, id.description, "image"], query: [QueryItem("image_name", name)].compactMap { $0 }, accept: "*/*",
      decode: { response throws(UnusableAnswer) in try ImageAnswer(response) })
  }

  /// What a file was made from, directly and indirectly: how the grids of a plot are found.
  ///
  /// `GET /v2/files/{fid}/sources`
  public static func sources(_ id: FileID) -> Endpoint<SourceGraph> {
    Endpoint(.get, [segment, id.description, "sources"])
  }

  /// `POST /v2/files/{fid}/star`
  public static func star(_ id: FileID) -> Endpoint<Nothing> {
    Endpoint(.post, [segment, id.description, "star"], repetition: .safe)
  }

  /// `DELETE /v2/files/{fid}/star`
  public static func unstar(_ id: FileID) -> Endpoint<Nothing> { Endpoint(.delete, [segment, id.description, "star"]) }

  /// Forgets that a file refers to another.
  ///
  /// `POST /v2/files/{fid}/drop_reference`
  public static func dropReference(_ id: FileID, to other: FileID) -> Endpoint<Nothing> {
    Endpoint(
      .post, [segment, id.description, "drop_reference"], body: ["fid": .string(other.description)], repetition: .safe)
  }
}
