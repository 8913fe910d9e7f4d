import Foundation

/// Where an uploaded file goes, in the header fields of the `upload` routes.
public struct UploadPlace: Sendable {
  /// The name of the file with its extension.
  public var filename: String
  public var isWorldReadable: Bool
  /// The number of the folder, -1 for the home folder; nil to leave it to the server.
  public var parent: Int?

  public init(filename: String, isWorldReadable: Bool, parent: Int? = nil) {
    self.filename = filename
    self.isWorldReadable = isWorldReadable
    self.parent = parent
  }

  var headers: HTTPHeaders {
    var headers: HTTPHeaders = [:]
    // Values of a header are Latin-1, of which ASCII is the part that all readers agree about.
    headers["X-File-Name"] = String(
      String.UnicodeScalarView(filename.unicodeScalars.map { 0x20..<0x7F ~= $0.value ? $0 : "_" }))
    headers["Plotly-World-Readable"] = isWorldReadable ? "true" : "false"
    if let parent { headers["Plotly-Parent"] = String(parent) }
    return headers
  }
}

/// A file as the body of an `upload` route (RFC 7578).
public struct UploadForm: Sendable {
  public var place: UploadPlace
  public var content: [UInt8]
  public var mediaType: String
  /// Further parts.
  public var fields: [(name: String, value: String)] = []

  public init(_ place: UploadPlace, content: [UInt8], mediaType: String = "application/octet-stream") {
    self.place = place
    self.content = content
    self.mediaType = mediaType
  }

  func endpoint(_ path: [String]) -> Endpoint<Created> {
    let boundary = self.boundary
    var body: [UInt8] = []
    func part(_ disposition: String, _ type: String?, _ content: some Sequence<UInt8>) {
      body += Array("--\(boundary)\r\nContent-Disposition: form-data; \(disposition)\r\n".utf8)
      if let type { body += Array("Content-Type: \(type)\r\n".utf8) }
      body += Array("\r\n".utf8)
      body += content
      body += Array("\r\n".utf8)
    }
    for (name, value) in fields { part("name=\"\(name)\"", nil, value.utf8) }
    part("name=\"files\"; filename=\"\(UploadForm.quoted(place.filename))\"", mediaType, content)
    body += Array("--\(boundary)--\r\n".utf8)
    return Endpoint(
      .post, path, body: .bytes(body, type: "multipart/form-data; boundary=\(boundary)"), headers: place.headers,
      decode: { response throws(UnusableAnswer) in try Created(response) })
  }

  /// A line that the content does not have.
  private var boundary: String {
    let text = String(decoding: content, as: UTF8.self)
    var number = 0
    while text.contains("figlint-\(number)-part") { number += 1 }
    return "figlint-\(number)-part"
  }

  /// A name between quotes, escaped as browsers do it.
  private static func quoted(_ name: String) -> String {
    name.replacingOccurrences(of: "\"", with: "%22").replacingOccurrences(of: "\r", with: "%0D")
      .replacingOccurrences(of: "\n", with: "%0A")
  }
}
