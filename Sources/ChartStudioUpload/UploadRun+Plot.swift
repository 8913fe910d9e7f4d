import ChartStudio

/// The plot of an upload.
extension UploadRun {
  /// Stores the figure with its references; nothing for an upload of a grid alone.
  mutating func storePlot(grid: FileID?, uids: [String: String]) async throws(UploadError) {
    guard case .figure(let extracted) = plan.content else { return try await shareGrid() }
    guard let figure = extracted.figure(grid: grid, uids: uids) else {
      throw .incomplete("the server does not tell the uids of all columns")
    }
    try await untilSettled { run throws(UploadError) in
      if let found = try await run.lookup(run.path) {
        try await run.storePlot(figure, in: found)
      } else {
        try await run.createPlot(figure)
      }
    }
    try await ensureSharing()
  }

  private mutating func createPlot(_ figure: JSONText) async throws(UploadError) {
    let fields = [("figure", figure)] + UploadRun.fields(of: options.sharing ?? .private)
    result.plot = try await create(Plots.create, fields, at: path, \.plot).file
  }

  private mutating func storePlot(_ figure: JSONText, in found: FileRecord) async throws(UploadError) {
    guard found.filetype == .plot else {
      throw .nameTaken(path: path.description, type: found.filetype ?? FileType(rawValue: "file"), isOurType: false)
    }
    guard let id = found.id else { throw UploadError.withoutID(path) }
    result.plot = found
    if JSONComparison.areEqual(try await send(Plots.content(id)), figure) { return }
    guard options.existing == .update || isOurs(id, entry.plot) else {
      throw .nameTaken(path: path.description, type: .plot, isOurType: true)
    }
    var fields: [(String, JSONText)] = [("figure", figure), ("filename", .string(path.name))]
    if let sharing = options.sharing ?? found.sharing { fields += UploadRun.fields(of: sharing) }
    let record = try await send(Plots.update(id, .object(fields)))
    hasChanged = true
    if record.id != nil { result.plot = record }
  }

  // MARK: - Sharing

  private static func fields(of sharing: Sharing) -> [(String, JSONText)] {
    [
      ("share_key_enabled", JSONText(booleanLiteral: sharing.shareKeyEnabled)),
      ("world_readable", JSONText(booleanLiteral: sharing.worldReadable)),
    ]
  }

  /// Sees to it that the plot is shared as was asked for, and waits until a secret one has a key that works: servers take a while.
  private mutating func ensureSharing() async throws(UploadError) {
    guard let sharing = options.sharing, let id = result.plot?.id else { return }
    result.plot = try await ensure(sharing, result.plot, id)
  }

  /// A grid alone is shared itself.
  private mutating func shareGrid() async throws(UploadError) {
    guard let sharing = options.sharing, let id = result.grid?.id else { return }
    result.grid = try await ensure(sharing, result.grid, id)
  }

  private mutating func ensure(
    _ sharing: Sharing, _ record: FileRecord?, _ id: FileID
  ) async throws(UploadError) -> FileRecord? {
    func isDone(_ record: FileRecord?) -> Bool {
      record?.sharing == sharing && (sharing != .secret || record?.shareKey != nil)
    }
    guard !isDone(record) else { return record }
    _ = try await send(Files.share(id, sharing))
    hasChanged = true
    for wait in [0, 1, 2, 4, 4, 4, 4, 8, 8, 8] {
      if wait > 0 { try await pause(.seconds(wait)) }
      let record = try await send(Files.retrieve(id))
      if isDone(record) { return record }
      // Servers tell others than the owner nothing about keys.
      if sharing != .secret, record.isWorldReadable == sharing.worldReadable { return record }
    }
    throw .incomplete("'\(id)' is stored, but the server has not made it \(sharing.rawValue) yet")
  }
}
