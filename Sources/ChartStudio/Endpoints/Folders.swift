/// Folders, and lists of files. The service documents creation and retrieval; the other lists are known from clients.
public enum Folders: FileGroup {
  public static let segment = "folders"

  /// What a list of files is limited to.
  public struct Filter: Sendable {
    public var types: [FileType] = []
    /// `filename` or `date_modified`; a minus in front turns it round.
    public var orderBy: String?
    public var pageSize: Int?
    public var shareKey: Secret?
    /// Whose files are meant (``home(_:)`` and ``all(_:)``); the one who asks, if nil.
    public var user: String?

    public init() {}

    fileprivate var query: [QueryItem?] {
      [QueryItem("user", user)] + types.map { QueryItem("filetype", $0.rawValue) }
        + [QueryItem("order_by", orderBy), QueryItem("page_size", pageSize), QueryItem("share_key", shareKey)]
    }
  }

  /// Makes a folder, and without `parent` also those above it. One that is there is refused as a name that is taken.
  ///
  /// `POST /v2/folders`
  ///
  /// - Parameters:
  ///   - path: `lab/2024`; with `parent` one name without a slash.
  ///   - parent: The number of a folder, -1 for the home folder.
  public static func create(_ path: String, parent: Int? = nil) -> Endpoint<Created> {
    var fields: [(String, JSONText)] = [("path", .string(path))]
    if let parent { fields.append(("parent", JSONText(integerLiteral: parent))) }
    return Endpoint(.post, [segment], body: .object(fields))
  }

  /// A folder with the first page of what is in it.
  ///
  /// `GET /v2/folders/{fid}`
  public static func listing(_ id: FileID, shareKey: Secret? = nil) -> Endpoint<FolderListing> {
    Endpoint(.get, [segment, id.description], query: [QueryItem("share_key", shareKey)])
  }

  /// What is in a folder.
  ///
  /// `GET /v2/folders/{fid}`
  public static func children(_ id: FileID, _ filter: Filter = Filter()) -> Endpoint<Page<FileRecord>> {
    Endpoint(.get, [segment, id.description], query: filter.query)
  }

  /// What is in a user's home folder.
  ///
  /// `GET /v2/folders/home`
  public static func home(_ filter: Filter = Filter()) -> Endpoint<Page<FileRecord>> { list("home", filter) }

  /// All files of a user, in whatever folder.
  ///
  /// `GET /v2/folders/all`
  public static func all(_ filter: Filter = Filter()) -> Endpoint<Page<FileRecord>> { list("all", filter) }

  /// Files that others share with the one who asks.
  ///
  /// `GET /v2/folders/shared`
  public static func shared(_ filter: Filter = Filter()) -> Endpoint<Page<FileRecord>> { list("shared", filter) }

  /// `GET /v2/folders/starred`
  public static func starred(_ filter: Filter = Filter()) -> Endpoint<Page<FileRecord>> { list("starred", filter) }

  /// What is in the trash.
  ///
  /// `GET /v2/folders/trashed`
  public static func trashed(_ filter: Filter = Filter()) -> Endpoint<Page<FileRecord>> { list("trashed", filter) }

  /// `GET /v2/folders/themes_shared`
  public static func sharedThemes() -> Endpoint<Page<FileRecord>> { list("themes_shared", Filter()) }

  private static func list(_ route: String, _ filter: Filter) -> Endpoint<Page<FileRecord>> {
    Endpoint(.get, [segment, route], query: filter.query)
  }
}
