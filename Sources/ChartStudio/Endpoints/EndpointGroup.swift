/// A group of endpoints with a path segment of its own.
public protocol EndpointGroup {
  /// The first segment below `/v2`.
  static var segment: String { get }
}

/// A group for one type of file (or for all): the routes that they share.
public protocol FileGroup: EndpointGroup {}

extension FileGroup {
  /// What the service tells about a file.
  ///
  /// `GET /v2/GROUP/{fid}`
  ///
  /// - Parameter shareKey: The key of a secret file of somebody else.
  public static func retrieve(_ id: FileID, shareKey: Secret? = nil) -> Endpoint<FileRecord> {
    Endpoint(.get, [segment, id.description], query: [QueryItem("share_key", shareKey)])
  }

  /// Moves a file to the trash, a folder with all it holds; ``restore(_:)`` undoes it.
  ///
  /// `POST /v2/GROUP/{fid}/trash`
  public static func trash(_ id: FileID) -> Endpoint<Nothing> {
    Endpoint(.post, [segment, id.description, "trash"], repetition: .safe)
  }

  /// Takes a file out of the trash.
  ///
  /// `POST /v2/GROUP/{fid}/restore`
  public static func restore(_ id: FileID) -> Endpoint<Nothing> {
    Endpoint(.post, [segment, id.description, "restore"], repetition: .safe)
  }

  /// Deletes a file that is in the trash. Nothing brings it back; only its owner may do it.
  ///
  /// `DELETE /v2/GROUP/{fid}/permanent_delete`
  public static func permanentlyDelete(_ id: FileID) -> Endpoint<Nothing> {
    Endpoint(.delete, [segment, id.description, "permanent_delete"])
  }

  /// Finds a file by its path. 404 is a normal answer: there is none.
  ///
  /// `GET /v2/GROUP/lookup`
  ///
  /// - Parameters:
  ///   - path: `lab/iv`, relative to `parent` if that is given, else to the home folder.
  ///   - parent: The number of a folder.
  ///   - user: Whose files are meant; the one who asks, if nil.
  ///   - exists: Whether to answer with no more than whether there is one. What such an answer looks like is not known.
  public static func lookup(
    _ path: String, parent: Int? = nil, user: String? = nil, exists: Bool? = nil
  ) -> Endpoint<FileRecord> {
    Endpoint(
      .get, [segment, "lookup"],
      query: [
        QueryItem("path", path), QueryItem("parent", parent), QueryItem("user", user), QueryItem("exists", exists),
      ])
  }

  /// Sets all writable fields of a file's record.
  ///
  /// `PUT /v2/GROUP/{fid}`
  public static func update(_ id: FileID, _ fields: JSONText) -> Endpoint<FileRecord> {
    Endpoint(.put, [segment, id.description], body: fields)
  }

  /// Sets some fields of a file's record.
  ///
  /// `PATCH /v2/GROUP/{fid}`
  public static func change(_ id: FileID, _ fields: JSONText) -> Endpoint<FileRecord> {
    Endpoint(.patch, [segment, id.description], body: fields)
  }
}

/// The groups that there are, by their segments: the 18 of the service's overview, and three that clients know besides.
public enum EndpointGroups {
  public static var overview: [any EndpointGroup.Type] {
    [
      Search.self, Files.self, Grids.self, Plots.self, Extras.self, Folders.self, Images.self, Comments.self,
      PlotSchemas.self,
      Users.self, Memberships.self, Organizations.self, Subscriptions.self, JupyterNotebooks.self, Shapefiles.self,
      ExternalImages.self, Dashboards.self, Analysis.self,
    ]
  }
  public static var others: [any EndpointGroup.Type] { [SpectaclePresentations.self, DashApps.self, OAuthApps.self] }
  public static var all: [any EndpointGroup.Type] { overview + others }
}
