/// Images that were uploaded. Known from servers that were made from the same code.
public enum ExternalImages: EndpointGroup {
  public static let segment = "external-images"

  /// `POST /v2/external-images/upload`
  public static func upload(_ form: UploadForm) -> Endpoint<Created> { form.endpoint([segment, "upload"]) }

  /// Puts another image in the place of one.
  ///
  /// `POST /v2/external-images/replace`
  public static func replace(_ id: FileID, _ form: UploadForm) -> Endpoint<Created> {
    var form = form
    form.fields.append(("replaced_fid", id.description))
    return form.endpoint([segment, "replace"])
  }

  /// The record, with the image in `image_content`.
  ///
  /// `GET /v2/external-images/{fid}`
  public static func retrieve(_ id: FileID) -> Endpoint<FileRecord> { Endpoint(.get, [segment, id.description]) }
}
