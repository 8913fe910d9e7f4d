import ChartStudio

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

  /// Creates a file. The journal says so before, and afterwards which one it is.
  mutating func create(
    _ endpoint: (JSONText) -> Endpoint<Created>, _ fields: [(String, JSONText)], at path: RemotePath,
    _ progress: WritableKeyPath<UploadJournal.Entry, UploadJournal.Progress>
  ) async throws(UploadError) -> (file: FileRecord, id: FileID) {
    var fields = fields + [("filename", .string(path.name))]
    if !path.folder.isEmpty { fields.append(("parent_path", .string(path.folder))) }
    try note { $0[keyPath: progress] = .sent }
    let created = try await send(endpoint(.object(fields)))
    result.warnings += created.warnings
    hasChanged = true
    guard let id = created.file.id else { throw UploadError.withoutID(path) }
    try note { $0[keyPath: progress] = .stored(id) }
    return (created.file, id)
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

  /// Carries out a step that begins with a look at the server, and carries it out again where only another look tells what came of it:
  /// the answer was lost, or a name was taken by a file that goes.
  mutating func untilSettled<Result>(
    _ step: (inout UploadRun) async throws(UploadError) -> Result
  ) async throws(UploadError) -> Result {
    for _ in 1..<Uploader.attempts {
      do throws(UploadError) {
        return try await step(&self)
      } catch {
        guard error.asksForAnotherLook else { throw error }
        try await pause(.seconds(1))
      }
    }
    return try await step(&self)
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

  private mutating func ensureFolder() async throws(UploadError) {
    let folder = path.folder
    guard !folder.isEmpty, await !uploader.folders.contains(folder) else { return }
    try await untilSettled { run throws(UploadError) in
      do throws(ClientError) {
        _ = try await run.client.send(Folders.create(folder))
      } catch {
        // If it was made all the same, the next attempt says that it is there.
        if error.refusal?.kind != .nameTaken { throw .client(error) }
      }
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

extension UploadError {
  /// Whether the server may have done what was asked for, or a name may become free: only a look at the server tells. Not where the
  /// transport was told to stop.
  fileprivate var asksForAnotherLook: Bool {
    guard case .client(let error) = self else { return false }
    if case .noAnswer(let error) = error.reason, error.reason == .cancelled { return false }
    return error.mayHaveActed || error.refusal?.kind == .nameTaken
  }
}
