import ChartStudio

/// The grid of an upload.
extension UploadRun {
  struct StoredGrid {
    let id: FileID
    /// The uids of the columns by their names.
    let uids: [String: String]
    /// Uids of columns that the grid has and the upload does not.
    let surplus: [String]
  }

  /// Stores the columns: creates the grid, or updates the one that is there, or finds that there is nothing to do.
  mutating func storeGrid(at path: RemotePath) async throws(UploadError) -> StoredGrid {
    try await untilSettled { run throws(UploadError) in
      if let found = try await run.lookup(path) { return try await run.storeGrid(in: found, path) }
      return try await run.createGrid(at: path)
    }
  }

  private mutating func createGrid(at path: RemotePath) async throws(UploadError) -> StoredGrid {
    let isPublic = JSONText(booleanLiteral: (options.sharing ?? .private).worldReadable)
    let grid = try await create(
      Grids.create, [("data", GridText.document(plan.columns)), ("world_readable", isPublic)], at: path, \.grid)
    result.grid = grid.file
    let id = grid.id
    let uids = uids(grid.file.columns ?? [])
    guard isComplete(uids) else { return try await updateGrid(id) }
    return StoredGrid(id: id, uids: uids, surplus: [])
  }

  private mutating func storeGrid(in found: FileRecord, _ path: RemotePath) async throws(UploadError) -> StoredGrid {
    guard found.filetype == .grid else {
      throw .nameTaken(path: path.description, type: found.filetype ?? FileType(rawValue: "file"), isOurType: false)
    }
    guard let id = found.id else { throw UploadError.withoutID(path) }
    result.grid = found
    let content = try await send(Grids.content(id))
    if hasSameContent(content.columns) {
      return StoredGrid(id: id, uids: uids(content.columns), surplus: [])
    }
    guard options.existing == .update || isOurs(id, entry.grid) else {
      throw .nameTaken(path: path.description, type: .grid, isOurType: true)
    }
    return try await updateGrid(id)
  }

  /// Brings a grid to the columns of the plan: those with the same names are replaced and keep their uids, others are added. It can be
  /// repeated at any point.
  private mutating func updateGrid(_ id: FileID) async throws(UploadError) -> StoredGrid {
    try await untilSettled { run throws(UploadError) in try await run.updateColumns(id) }
  }

  private mutating func updateColumns(_ id: FileID) async throws(UploadError) -> StoredGrid {
    let there = try await send(Grids.content(id)).columns
    let known = Dictionary(there.map { ($0.name, $0) }) { first, _ in first }
    let numbered = plan.columns.enumerated().map { (order: $0.offset, column: $0.element) }
    let changed = numbered.filter { order, column in
      guard let old = known[column.name] else { return false }
      return old.order != order || old.cells.map { !JSONComparison.areEqual($0, column.cells) } ?? true
    }
    hasChanged = true
    for batch in changed.batches {
      let uids = batch.compactMap { known[$0.column.name]?.uid }
      _ = try await send(Grids.updateColumns(id, uids: uids, GridText.list(batch)))
    }
    for batch in numbered.filter({ known[$0.column.name] == nil }).batches { try await addColumns(batch, to: id) }
    let columns = try await send(Grids.content(id)).columns
    let uids = uids(columns)
    guard isComplete(uids) else {
      throw .incomplete("the server does not tell the uids of all columns of '\(id)'")
    }
    let names = Set(plan.columns.map(\.name))
    return StoredGrid(id: id, uids: uids, surplus: columns.filter { !names.contains($0.name) }.map(\.uid))
  }

  /// Adds columns; servers that do not take them as an array take a string that holds its JSON.
  private func addColumns(_ columns: [(order: Int, column: GridColumn)], to id: FileID) async throws(UploadError) {
    let text = GridText.list(columns)
    do throws(ClientError) {
      _ = try await client.send(Grids.createColumns(id, text))
    } catch {
      guard error.refusal?.kind == .malformed else { throw .client(error) }
      _ = try await send(Grids.createColumns(id, .string(text.description)))
    }
  }

  /// Deletes columns that the upload has no more.
  mutating func deleteColumns(_ uids: [String], of id: FileID) async throws(UploadError) {
    for batch in uids.batches { _ = try await send(Grids.deleteColumns(id, uids: batch)) }
  }

  // MARK: - Comparing

  /// Whether a file is one that this upload made, before it was interrupted maybe.
  func isOurs(_ id: FileID, _ progress: UploadJournal.Progress) -> Bool {
    switch progress {
    case .nothing: false
    case .sent: true
    case .stored(let stored): stored == id
    }
  }

  private func hasSameContent(_ columns: [ColumnRecord]) -> Bool {
    columns.count == plan.columns.count
      && zip(columns, plan.columns).allSatisfy { there, column in
        there.name == column.name && there.cells.map { JSONComparison.areEqual($0, column.cells) } == true
      }
  }

  private func uids(_ columns: [ColumnRecord]) -> [String: String] {
    Dictionary(columns.map { ($0.name, $0.uid) }) { first, _ in first }
  }

  private func isComplete(_ uids: [String: String]) -> Bool { plan.columns.allSatisfy { uids[$0.name] != nil } }
}

extension UploadError {
  static func withoutID(_ path: RemotePath) -> UploadError {
    .incomplete("the server does not tell the id of '\(path)'")
  }
}

extension Array {
  /// The elements in groups small enough for a URL that names each of them.
  fileprivate var batches: [[Element]] {
    stride(from: 0, to: count, by: 100).map { Array(self[$0..<Swift.min($0 + 100, count)]) }
  }
}
