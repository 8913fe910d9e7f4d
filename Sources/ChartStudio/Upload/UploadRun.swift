/// One upload on its way.
struct UploadRun {
  let uploader: Uploader
  let plan: UploadPlan
  private let key: UploadJournal.Key
  private(set) var entry: UploadJournal.Entry
  /// What the journal knew before.
  private let old: UploadJournal.Entry?
  /// Whether this upload was interrupted before: what it began is its own.
  private var resumes: Bool { old?.isFinished == false }
  var result = UploadResult()
  /// Whether a request changed something.
  var hasChanged = false

  var client: StudioClient { uploader.client }
  var options: UploadOptions { plan.options }
  /// Where it goes, under the name that was free.
  var path: RemotePath { options.path.named(entry.name) }

  init(_ uploader: Uploader, _ plan: UploadPlan) {
    self.uploader = uploader
    self.plan = plan
    let key = UploadJournal.Key(
      server: uploader.client.server.description, user: uploader.client.username ?? "",
      path: plan.options.path.description, kind: plan.content.isFigure ? "plot" : "grid")
    self.key = key
    entry = UploadJournal.Entry(digest: plan.digest, name: plan.options.path.name)
    old = uploader.journal.entry(key)
    if let old, resumes {
      entry.grid = old.grid
      entry.plot = old.plot
      // A name that was chosen then is that of the files that are there.
      if plan.options.existing == .beside { entry.name = old.name }
    }
  }

  mutating func run() async throws(UploadError) -> UploadResult {
    if let done = try await finishedBefore() { return done }
    try await ensureFolder()
    if options.existing == .beside, !resumes { entry.name = try await freeName() }
    var surplus: [String] = []
    if let gridPath = plan.gridPath(path) {
      let grid = try await storeGrid(at: gridPath)
      surplus = grid.surplus
      try await shareGridAsPlot(grid.id)
      if let metadata = options.metadata {
        _ = try await send(Grids.setMetadata(grid.id, metadata))
        hasChanged = true
      }
      try await storePlot(grid: grid.id, uids: grid.uids)
      // Only now does no plot of this upload refer to them any more.
      try await deleteColumns(surplus, of: grid.id)
    } else {
      try await storePlot(grid: nil, uids: [:])
    }
    let (grid, plot) = (result.grid?.id, result.plot?.id)
    try note { entry in
      entry.grid = grid.map { .stored($0) } ?? .nothing
      entry.plot = plot.map { .stored($0) } ?? .nothing
      entry.isFinished = true
    }
    result.wasThere = !hasChanged
    return result
  }

  /// What this same upload came to before, if its files are still there.
  private func finishedBefore() async throws(UploadError) -> UploadResult? {
    guard let old, old.isFinished, old.digest == plan.digest, options.existing == .keep else { return nil }
    var done = UploadResult()
    done.wasThere = true
    if case .stored(let id) = old.grid {
      done.grid = try await liveFile(id)
      if done.grid == nil { return nil }
    }
    if case .stored(let id) = old.plot {
      done.plot = try await liveFile(id)
      if done.plot == nil { return nil }
    }
    return done.grid == nil && done.plot == nil ? nil : done
  }

  private func liveFile(_ id: FileID) async throws(UploadError) -> FileRecord? {
    do throws(ClientError) {
      let record = try await client.send(Files.retrieve(id))
      return record.isDeleted == true ? nil : record
    } catch {
      if error.refusal?.kind == .notFound { return nil }
      throw .client(error)
    }
  }

  // MARK: - Journal

  mutating func note(_ change: (inout UploadJournal.Entry) -> Void) throws(UploadError) {
    change(&entry)
    do throws(JournalError) {
      try uploader.journal.write(entry, key)
    } catch {
      throw .journal(error)
    }
  }

  // MARK: - Requests

  func send<Success>(_ endpoint: Endpoint<Success>) async throws(UploadError) -> Success {
    do throws(ClientError) {
      return try await client.send(endpoint)
    } catch {
      throw .client(error)
    }
  }

  /// The file at a path; nil for none, and for one in the trash.
  func lookup(_ path: RemotePath) async throws(UploadError) -> FileRecord? {
    do throws(ClientError) {
      let record = try await client.send(Files.lookup(path.description))
      return record.isDeleted == true ? nil : record
    } catch {
      if error.refusal?.kind == .notFound { return nil }
      throw .client(error)
    }
  }

  func pause(_ duration: Duration) async throws(UploadError) {
    do {
      try await uploader.sleep(duration)
    } catch {
      throw .incomplete("the upload was cancelled")
    }
  }

  // MARK: - Folder, name, sharing

  /// A public plot over a private grid would show nothing to others.
  private mutating func shareGridAsPlot(_ id: FileID) async throws(UploadError) {
    guard plan.content.isFigure, let sharing = options.sharing, let isPublic = result.grid?.isWorldReadable,
      isPublic != sharing.worldReadable
    else { return }
    result.grid = try await send(Files.share(id, sharing.worldReadable ? .public : .private))
    hasChanged = true
  }

  private func ensureFolder() async throws(UploadError) {
    let folder = path.folder
    guard !folder.isEmpty, await !uploader.folders.contains(folder) else { return }
    var attempt = 1
    while true {
      do throws(ClientError) {
        _ = try await client.send(Folders.create(folder))
        break
      } catch {
        if error.refusal?.kind == .nameTaken { break }
        // If it was made all the same, the next attempt says that it is there.
        guard error.mayHaveActed, attempt < Uploader.attempts, !error.isLastWord else { throw .client(error) }
      }
      attempt += 1
      try await pause(.seconds(1))
    }
    await uploader.folders.insert(folder)
  }

  /// The name asked for, or with a number behind it, so that neither a plot nor a grid has it.
  private func freeName() async throws(UploadError) -> String {
    let name = options.path.name
    var number = 1
    while true {
      let candidate = number == 1 ? name : "\(name) (\(number))"
      let path = options.path.named(candidate)
      var isFree = try await lookup(path) == nil
      if isFree, plan.content.isFigure, let grid = plan.gridPath(path) { isFree = try await lookup(grid) == nil }
      if isFree { return candidate }
      number += 1
    }
  }
}

extension ClientError {
  /// Whether another attempt would be no use: the transport was told to stop.
  var isLastWord: Bool {
    if case .noAnswer(let error) = reason { error.reason == .cancelled } else { false }
  }
}
