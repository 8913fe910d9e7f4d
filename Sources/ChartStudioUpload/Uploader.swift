public import ChartStudio

/// Stores figures and grids. Each step can be repeated: an upload that is interrupted anywhere, be it by a fault of the server or by the
/// end of the process, is run again and ends with one grid and one plot.
///
/// Three things see to it. Before a file is created its name is looked up, and again when the answer to the creation was lost. What
/// is found there with just the right content is taken as it is. And the journal says which creations this upload began.
public struct Uploader: Sendable {
  let client: StudioClient
  let journal: UploadJournal
  let folders = FolderCache()
  /// Waits between a look and the next one.
  let sleep: @Sendable (Duration) async throws -> Void

  /// How often a creation whose answer was lost, or whose name is still taken by a file that was deleted, is tried.
  static let attempts = 4

  public init(_ client: StudioClient, journal: UploadJournal = .none) {
    self.init(client, journal: journal, sleep: { try await Task.sleep(for: $0) })
  }

  package init(
    _ client: StudioClient, journal: UploadJournal, sleep: @escaping @Sendable (Duration) async throws -> Void
  ) {
    self.client = client
    self.journal = journal
    self.sleep = sleep
    journal.prune()
  }

  /// Carries out a plan.
  public func run(_ plan: UploadPlan) async throws(UploadError) -> UploadResult {
    var run = UploadRun(self, plan)
    return try await run.run()
  }
}

/// The folders that this process has made sure of.
actor FolderCache {
  private var known: Set<String> = []

  func contains(_ path: String) -> Bool { known.contains(path) }
  func insert(_ path: String) { known.insert(path) }
}
