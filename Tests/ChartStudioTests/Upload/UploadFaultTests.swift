import Foundation
import StudioDouble
import TestSupport
import Testing

@testable import ChartStudio
@testable import ChartStudioUpload

/// Uploads in which every request goes wrong in every way, and that are run again.
@Suite struct UploadFaultTests {
  /// How an upload begins: what is on the server before.
  enum Case: String, CaseIterable {
    case new
    case overwrite
    case beside
    case secret
    case gridAlone
  }

  private static let second =
    #"{"data": [{"x": ["a", "b"], "y": [7, 8], "text": ["new", "n"]}, {"type": "heatmap", "z": [[1], [2]]}]}"#

  private func plan(_ name: Case) throws -> UploadPlan {
    var options = UploadOptions(try RemotePath("lab/iv"))
    options.metadata = ["operator": "ada"]
    switch name {
    case .new: break
    case .overwrite: options.existing = .update
    case .beside: options.existing = .beside
    case .secret: options.sharing = .secret
    case .gridAlone:
      return try UploadPlan(grid: JSONText(parsing: #"{"cols": {"a": {"data": [1, 2.50], "order": 0}}}"#), options)
    }
    return try UploadPlan(figure: JSONText(parsing: Self.second), options)
  }

  /// A double with what is there before the upload.
  private func double(_ name: Case) async throws -> StudioDouble {
    let double = try StudioDouble()
    if name == .overwrite || name == .beside {
      let options = UploadOptions(try RemotePath("lab/iv"))
      let client = try StudioClient.ofAda(double)
      _ = try await Uploader(client, journal: .none, sleep: { _ in }).run(
        UploadPlan(figure: JSONText(parsing: UploadTests.figure), options))
    }
    return double
  }

  private func run(_ double: StudioDouble, _ plan: UploadPlan, _ folder: String) async throws -> UploadResult {
    let client = try StudioClient.ofAda(double, retries: true, silence: .seconds(1))
    return try await Uploader(client, journal: UploadJournal(folder: folder), sleep: { _ in }).run(plan)
  }

  private func steps(_ name: Case) async throws -> [String] {
    let folder = try TemporaryDirectory()
    let double = try await double(name)
    let before = double.calls.count
    _ = try await run(double, plan(name), folder.path)
    return Array(double.calls.dropFirst(before))
  }

  @Test(arguments: Case.allCases) func everyFaultAtEveryStepEndsWithOneGridAndOnePlot(name: Case) async throws {
    let steps = try await steps(name)
    #expect(steps.count >= (name == .gridAlone ? 4 : 6))
    for step in steps.indices {
      for fault in Fault.allCases where fault != .silent || step % 3 == 0 {
        let journal = try TemporaryDirectory()
        let double = try await double(name)
        let comment = "\(name): \(fault) at \(step), \(steps[step])"
        double.fail(step, fault)
        // It may recover by itself, or say what is wrong.
        _ = try? await run(double, plan(name), journal.path)
        try await expectRight(double, name, journal.path, comment)
      }
    }
  }

  /// Runs the upload again and looks at what is there.
  private func expectRight(_ double: StudioDouble, _ name: Case, _ journal: String, _ comment: String) async throws {
    let result: UploadResult
    do {
      result = try await run(double, plan(name), journal)
    } catch {
      Issue.record("\(comment): \(error)")
      return
    }
    let grids = double.files("grid")
    let plots = double.files("plot")
    let others = name == .beside ? 1 : 0
    if name == .gridAlone {
      #expect(grids.count == 1 && plots.isEmpty && grids[0].columns.map(\.cells) == ["[1,2.50]"], "\(comment)")
      return
    }
    // A run that recovered is no interrupted one: the next one with --new stores again.
    let twice = name == .beside && grids.count == 3 && plots.count == 3
    #expect(grids.count == 1 + others && plots.count == 1 + others || twice, "\(comment): \(double.files.map(\.path))")
    let grid = try #require(grids.last)
    #expect(
      grid.columns.map(\.name) == ["data.0.x", "data.0.y", "data.0.text", "data.1.z.0", "data.1.z.1"], "\(comment)")
    #expect(grid.metadata == #"{"operator":"ada"}"#, "\(comment)")
    let id = try #require(result.plot?.id)
    let content = try await Downloader(StudioClient.ofAda(double)).fetch(id).content
    #expect(JSONComparison.areEqual(content, try JSONText(parsing: Self.second)), "\(comment): \(content)")
    #expect(plots.last?.isShareKeyEnabled == (name == .secret), "\(comment)")
  }

  @Test func resumesWithoutAJournalWhereTheContentTellsWhoseItIs() async throws {
    let double = try StudioDouble()
    double.fail(5, .cutAfter)
    let client = try StudioClient.ofAda(double)
    let plan = try plan(.new)
    _ = try? await Uploader(client, journal: .none, sleep: { _ in }).run(plan)
    _ = try await Uploader(client, journal: .none, sleep: { _ in }).run(plan)
    #expect(double.files("grid").count == 1 && double.files("plot").count == 1)
  }

  @Test func doesNotTakeFilesOfOthersForItsOwn() async throws {
    let journal = try TemporaryDirectory()
    let double = try await double(.overwrite)
    let before = double.files
    for _ in 0..<2 { _ = try? await run(double, plan(.new), journal.path) }
    #expect(double.files == before)
  }
}
