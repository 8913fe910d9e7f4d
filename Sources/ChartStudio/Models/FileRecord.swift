import JSONCore

/// What the service tells about a file of any type. Fields that are not there are nil; those that are not known here are in
/// ``json``.
public struct FileRecord: JSONModel, Hashable {
  /// The record as it came.
  public let json: JSONText
  public let id: FileID?
  public let owner: String?
  public let filename: String?
  /// `plot`, `grid`, `fold` and others: see ``FileType``.
  public let filetype: FileType?
  /// The number of the folder it is in, -1 for the home folder.
  public let parent: Int?
  public let isWorldReadable: Bool?
  public let isShareKeyEnabled: Bool?
  /// Grants whoever has it a look at the file while ``isShareKeyEnabled``; only its owner is told.
  public let shareKey: Secret?
  /// Whether it is in the trash.
  public let isDeleted: Bool?
  /// ISO 8601, UTC.
  public let created: String?
  public let modified: String?
  public let title: String?
  public let views: Int?
  /// The page of the file.
  public let webURL: String?
  public let embedURL: String?
  /// The columns of a grid.
  public let columns: [ColumnRecord]?
  /// What is attached to a grid.
  public let metadata: JSONText?
  /// The figure of a plot.
  public let figure: JSONText?
  /// The content of a dashboard or a presentation: JSON in a string.
  public let content: String?
  /// What the user may do with it: `admin` and others.
  public let permission: String?

  public init(json: JSONText) {
    self = json.withView { view in
      let inner = view["file"]
      if let inner, inner.kind == .object { return FileRecord(inner.text, inner) }
      return FileRecord(json, view)
    }
  }

  private init(_ json: JSONText, _ view: JSONView) {
    self.json = json
    id = view["fid"]?.string.flatMap { try? FileID($0) }
    owner = view["owner"]?.string
    filename = view["filename"]?.string
    filetype = view["filetype"]?.string.map(FileType.init(rawValue:))
    parent = view["parent"]?.int
    isWorldReadable = view["world_readable"]?.bool
    isShareKeyEnabled = view["share_key_enabled"]?.bool
    shareKey = view["share_key"]?.string.flatMap { $0.isEmpty ? nil : Secret($0) }
    isDeleted = view["deleted"]?.bool
    created = view["creation_time"]?.string
    modified = view["date_modified"]?.string
    title = view["title"]?.string
    views = view["views"]?.int
    webURL = view["web_url"]?.string
    embedURL = view["embed_url"]?.string
    columns = view["cols"].map { ColumnRecord.columns($0) }
    metadata = view["metadata"]?.text
    figure = view["figure"]?.text
    content = view["content"]?.string
    permission = view["current_user_permission"]?.string
  }

  /// Who can see it, as far as the record tells.
  public var sharing: Sharing? {
    isWorldReadable.flatMap { Sharing(worldReadable: $0, shareKeyEnabled: isShareKeyEnabled ?? false) }
  }

  /// The address of its page, for a secret file with its key.
  public var address: String? {
    guard let webURL else { return nil }
    guard sharing == .secret, let shareKey else { return webURL }
    let page = webURL.hasSuffix("/") ? String(webURL.dropLast()) : webURL
    return page + "?share_key=" + shareKey.text
  }

  // What is secret does not come out of a description.
}

extension FileRecord: CustomStringConvertible, CustomReflectable {
  public var description: String { "\(filetype?.rawValue ?? "file") \(id?.description ?? "?") '\(filename ?? "")'" }
  public var customMirror: Mirror { Mirror(self, children: []) }
}

/// The type of a file; those that are not known here keep their code.
public struct FileType: RawRepresentable, Hashable, Sendable {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }

  public static let folder = FileType(rawValue: "fold")
  public static let grid = FileType(rawValue: "grid")
  public static let plot = FileType(rawValue: "plot")
  public static let dashboard = FileType(rawValue: "dashboard")
  public static let presentation = FileType(rawValue: "spectacle_presentation")
  public static let notebook = FileType(rawValue: "jupyter_notebook")
  public static let externalImage = FileType(rawValue: "external_image")
}

/// A column of a grid: its name and its uid, which stays when the column is updated.
public struct ColumnRecord: Hashable, Sendable {
  public let name: String
  public let uid: String
  /// Where it stands; nil where the answer does not tell.
  public let order: Int?
  /// The cells, a JSON array; nil where the answer has none.
  public let cells: JSONText?

  public init(name: String, uid: String, order: Int? = nil, cells: JSONText? = nil) {
    self.name = name
    self.uid = uid
    self.order = order
    self.cells = cells
  }

  /// Reads `cols`, an array of columns with their names, or an object by name, also as a string that holds such JSON. By `order`
  /// where there is one.
  static func columns(_ view: JSONView) -> [ColumnRecord] {
    let columns: [ColumnRecord]
    if let text = view.string {
      columns = (try? JSONText(parsing: text)).map { $0.withView { ColumnRecord.columns($0) } } ?? []
    } else if let elements = view.elements {
      columns = elements.compactMap { ColumnRecord($0["name"]?.string, $0) }
    } else {
      columns = (view.members ?? []).compactMap { ColumnRecord($0.name, $0.value) }
    }
    return columns.enumerated().inOrder {
      ($0.element.order ?? $0.offset, $0.offset) < ($1.element.order ?? $1.offset, $1.offset)
    }
    .map(\.element)
  }

  private init?(_ name: String?, _ view: JSONView) {
    guard let name, let uid = view["uid"]?.string else { return nil }
    self.init(
      name: name, uid: uid, order: view["order"]?.int, cells: view["data"].flatMap { $0.kind == .array ? $0.text : nil }
    )
  }
}
