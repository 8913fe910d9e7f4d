import Foundation
import JSONCore

/// The answer to a creation: the file, and what the server warns of.
public struct Created: JSONModel, Hashable {
  public let file: FileRecord
  public let warnings: [String]

  public init(json: JSONText) {
    file = FileRecord(json: json)
    warnings = json.withView { view in
      (view["warnings"]?.elements ?? []).compactMap { $0.string ?? ($0.kind == .null ? nil : $0.text.description) }
    }
  }
}

/// The columns of a grid: the answer of its `col` route, and its content.
public struct GridColumns: JSONModel, Hashable {
  public let json: JSONText
  public let columns: [ColumnRecord]

  public init(json: JSONText) {
    self.json = json
    columns = json.withView { view in view["cols"].map(ColumnRecord.columns) ?? [] }
  }
}

/// A folder and the first page of what is in it.
public struct FolderListing: JSONModel, Hashable {
  public let folder: FileRecord
  public let children: [FileRecord]
  public let next: String?

  public init(json: JSONText) {
    folder = FileRecord(json: json)
    let page = Page<FileRecord>(json: json)
    children = page.items
    next = page.next
  }
}

/// A user of the service.
public struct UserRecord: JSONModel, Hashable {
  public let json: JSONText
  /// Empty for nobody, which some servers answer in place of a refusal.
  public let username: String
  public let email: String?

  public init(json: JSONText) {
    self.json = json
    (username, email) = json.withView { ($0["username"]?.string ?? "", $0["email"]?.string) }
  }

  public var isSignedIn: Bool { !username.isEmpty }
}

/// The schema of a server, as far as it is newer than the one that is known.
public struct SchemaAnswer: JSONModel, Hashable {
  /// The server's fingerprint of its schema: it is kept as it is, since nobody else can compute it.
  public let sha1: String
  /// Whether it is another one than that which was known.
  public let isModified: Bool
  /// Nil where it is not modified.
  public let schema: JSONText?

  public init(json: JSONText) {
    (sha1, isModified, schema) = json.withView { view in
      let schema = view["schema"].flatMap { $0.kind == .object ? $0.text : nil }
      return (view["sha1"]?.string ?? "", view["modified"]?.bool ?? (schema != nil), schema)
    }
  }
}

/// What a file was made from.
public struct SourceGraph: JSONModel, Hashable {
  public let json: JSONText
  /// The files in it, of whatever type, in the order of the answer.
  public let files: [(type: String, id: FileID)]

  public init(json: JSONText) {
    self.json = json
    files = json.withView { view in
      (view["graph"]?["nodes"]?.elements ?? []).compactMap { node in
        guard let fid = node["metadata"]?["fid"]?.string, let id = try? FileID(fid) else { return nil }
        return (node["type"]?.string ?? "", id)
      }
    }
  }

  public static func == (a: SourceGraph, b: SourceGraph) -> Bool { a.json == b.json }
  public func hash(into hasher: inout Hasher) { hasher.combine(json) }
}

/// An image, whatever way the service chose to send it.
public struct ImageAnswer: Answer, Hashable {
  public let bytes: [UInt8]
  /// `image/png` and the like; nil where it did not say.
  public let mediaType: String?

  /// Takes bytes, JSON with the image in `image`, and base64 text with or without `data:…;base64,` in front.
  public init(_ response: HTTPResponse) throws(UnusableAnswer) {
    let type = response.mediaType
    if type?.hasPrefix("image/") == true || type == "application/pdf" || type == "application/postscript" {
      bytes = response.body
      mediaType = type
      return
    }
    var text = String(decoding: response.body, as: UTF8.self)
    if let json = try? JSONText(parsing: response.body) {
      text = json.withView { $0["image"]?.string ?? $0["payload"]?.string ?? $0.string ?? "" }
    }
    guard let decoded = ImageAnswer.decoded(text) else {
      if type == "application/octet-stream" {
        bytes = response.body
        mediaType = nil
        return
      }
      throw UnusableAnswer("the answer is no image" + (type.map { ", but '\($0)'" } ?? ""))
    }
    bytes = decoded.bytes
    mediaType = decoded.type ?? (type == "application/json" || type == "text/plain" ? nil : type)
  }

  private static func decoded(_ text: String) -> (bytes: [UInt8], type: String?)? {
    var text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    var type: String?
    if text.hasPrefix("data:"), let comma = text.firstIndex(of: ",") {
      let head = text[text.index(text.startIndex, offsetBy: 5)..<comma]
      type = String(head.prefix { $0 != ";" })
      text = String(text[text.index(after: comma)...])
    }
    guard !text.isEmpty, let data = Data(base64Encoded: text, options: .ignoreUnknownCharacters), !data.isEmpty,
      text.utf8.allSatisfy({ 0x2B...0x7A ~= $0 || $0 <= 0x20 || $0 == UInt8(ascii: "=") })
    else { return nil }
    return (Array(data), type)
  }
}
