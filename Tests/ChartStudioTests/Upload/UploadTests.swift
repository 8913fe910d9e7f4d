import Figlint
import Foundation
import StudioDouble
import TestSupport
import Testing

@testable import ChartStudio
@testable import ChartStudioUpload

/// Figures into grids and plots, and what is there afterwards.
@Suite struct UploadTests {
  private let double: StudioDouble
  private let client: StudioClient

  init() throws {
    double = try StudioDouble()
    client = try StudioClient.ofAda(double)
  }

  static let figure = """
    {"layout": {"xaxis": {"tickvals": [0, 1.0]}}, "frames": [{"data": [{"y": [5, 6]}], "name": "f"}],
     "data": [{"y": [1.10, 2e0, null], "x": ["a", "b", "c"], "marker": {"size": [1, 2, 3], "color": "red"}, "type": "scatter"},
              {"type": "heatmap", "z": [[1, 2], [3, 4]]}, {"type": "parcoords", "dimensions": [{"values": [1, 2]}]}]}
    """

  private func plan(
    _ figure: String = figure, at path: String = "lab/iv", _ change: (inout UploadOptions) -> Void = { _ in }
  ) throws -> UploadPlan {
    var options = UploadOptions(try RemotePath(path))
    change(&options)
    return try UploadPlan(figure: JSONText(parsing: figure), options)
  }

  private func upload(_ plan: UploadPlan, _ journal: UploadJournal = .none) async throws -> UploadResult {
    try await Uploader(client, journal: journal, sleep: { _ in }).run(plan)
  }

  @Test func movesArraysIntoColumnsAsTheOldClientsDid() throws {
    let plan = try plan()
    #expect(
      plan.columns.map(\.name) == [
        "data.0.y", "data.0.x", "data.0.marker.size", "data.1.z.0", "data.1.z.1", "frames.0.data.0.y",
      ])
    #expect(
      plan.columns.map(\.cells.description) == [
        "[1.10, 2e0, null]", #"["a", "b", "c"]"#, "[1, 2, 3]", "[1, 2]", "[3, 4]", "[5, 6]",
      ])
  }

  @Test func storesAGridAndAPlotThatRefersToIt() async throws {
    let result = try await upload(try plan())
    #expect(
      double.calls == [
        "POST /v2/folders", "GET /v2/files/lookup", "POST /v2/grids", "GET /v2/files/lookup", "POST /v2/plots",
      ])
    let grid = try #require(double.files("grid").first)
    let plot = try #require(double.files("plot").first)
    #expect(grid.path == "lab/iv_grid" && plot.path == "lab/iv" && !grid.isWorldReadable && !plot.isWorldReadable)
    let uids = Dictionary(uniqueKeysWithValues: grid.columns.map { ($0.name, $0.uid) })
    #expect(plot.figure.contains(#""ysrc":"\#(grid.fid):\#(uids["data.0.y"] ?? "")""#))
    #expect(plot.figure.contains(#""zsrc":"\#(grid.fid):\#(uids["data.1.z.0"] ?? ""),\#(uids["data.1.z.1"] ?? "")""#))
    #expect(plot.figure.contains(#""tickvals":[0,1.0]"#) && plot.figure.contains(#""dimensions":[{"values":[1,2]}]"#))
    #expect(result.address == double.url + "/~ada/2/" && !result.wasThere)
  }

  @Test func downloadsWhatWasUploaded() async throws {
    let result = try await upload(try plan())
    let id = try #require(result.plot?.id)
    let download = try await Downloader(client).fetch(id)
    #expect(download.unresolved.isEmpty)
    #expect(JSONComparison.areEqual(download.content, try JSONText(parsing: Self.figure)))
    #expect(download.content.description.contains("1.10") && download.content.description.contains("2e0"))
    let kept = try await Downloader(client).fetch(id, keepsReferences: true)
    #expect(kept.content.description.contains("ysrc") && !kept.content.description.contains("1.10"))
  }

  @Test func findsThatNothingIsToBeDone() async throws {
    _ = try await upload(try plan())
    let before = double.files
    let again = try await upload(try plan())
    #expect(again.wasThere && double.files == before && again.plot?.id?.description == "ada:2")
  }

  @Test func leavesOtherFilesAlone() async throws {
    _ = try await upload(try plan())
    let before = double.files
    do throws(any Error) {
      _ = try await upload(try plan(#"{"data": [{"y": [9]}]}"#))
      Issue.record("overwritten")
    } catch {
      guard case UploadError.nameTaken(let path, .grid, true) = error else { throw error }
      #expect(path == "lab/iv_grid" && (error as? UploadError)?.help?.contains("--overwrite") == true)
    }
    #expect(double.files == before)
  }

  @Test func overwritesInPlace() async throws {
    _ = try await upload(try plan())
    let before = try #require(double.files("grid").first)
    let changed =
      #"{"data": [{"x": ["a", "b"], "y": [7, 8], "text": ["new", "n"]}], "layout": {"title": {"text": "t"}}}"#
    let result = try await upload(try plan(changed) { $0.existing = .update })
    #expect(double.files("grid").count == 1 && double.files("plot").count == 1)
    let grid = try #require(double.files("grid").first)
    #expect(grid.fid == before.fid && grid.columns.map(\.name) == ["data.0.x", "data.0.y", "data.0.text"])
    for column in grid.columns.prefix(2) {
      #expect(before.columns.first { $0.name == column.name }?.uid == column.uid)
    }
    let download = try await Downloader(client).fetch(try #require(result.plot?.id))
    #expect(JSONComparison.areEqual(download.content, try JSONText(parsing: changed)))
  }

  @Test func storesBesideWhatIsThere() async throws {
    _ = try await upload(try plan())
    _ = try await upload(try plan { $0.existing = .beside })
    #expect(double.files("plot").map(\.path) == ["lab/iv", "lab/iv (2)"])
    #expect(double.files("grid").map(\.path) == ["lab/iv_grid", "lab/iv (2)_grid"])
  }

  @Test func neverReplacesAFileOfAnotherType() async throws {
    _ = try await client.send(Folders.create("lab/iv"))
    for existing in [UploadOptions.ExistingFiles.keep, .update] {
      do throws(any Error) {
        _ = try await upload(try plan { $0.existing = existing })
        Issue.record("replaced a folder")
      } catch {
        guard case UploadError.nameTaken("lab/iv", .folder, false) = error else { throw error }
      }
    }
  }

  @Test(arguments: Sharing.allCases) func sharesAsAskedFor(sharing: Sharing) async throws {
    double.setDelays(shareKey: 3)
    let result = try await upload(try plan { $0.sharing = sharing })
    let plot = try #require(double.files("plot").first)
    #expect(plot.isWorldReadable == (sharing == .public) && plot.isShareKeyEnabled == (sharing == .secret))
    #expect(double.files("grid").first?.isWorldReadable == (sharing == .public))
    #expect(result.address?.contains("?share_key=") == (sharing == .secret))
  }

  @Test func attachesMetadataToTheGrid() async throws {
    _ = try await upload(try plan { $0.metadata = ["operator": "ada", "gain": 4] })
    #expect(double.files("grid").first?.metadata == #"{"operator":"ada","gain":4}"#)
    #expect(throws: MalformedValue.self) { try plan(#"{"data": []}"#) { $0.metadata = ["a": 1] } }
  }

  @Test func storesAFigureWithoutArraysWithoutAGrid() async throws {
    _ = try await upload(try plan(#"{"data": [{"type": "indicator", "value": 1}], "layout": {}}"#, at: "one"))
    #expect(double.files.map(\.type) == ["plot"])
  }

  @Test func storesGridsAlone() async throws {
    let grid = try JSONText(
      parsing: #"{"cols": {"V [V]": {"data": [3.30, null], "order": 1}, "t": {"data": [0, 1], "order": 0}}}"#)
    let plan = try UploadPlan(grid: grid, UploadOptions(try RemotePath("run 7")))
    _ = try await upload(plan)
    #expect(double.files("grid").first?.columns.map(\.name) == ["t", "V [V]"])
    #expect(double.files("grid").first?.columns.map(\.cells) == ["[0,1]", "[3.30,null]"])
    #expect(try await upload(plan).wasThere)
    for text in [
      "{}", #"{"cols": {}}"#, #"{"cols": {"a": {}}}"#, #"{"cols": {"a": {"data": []}, "a": {"data": []}}}"#,
      #"{"cols": 3}"#,
    ] {
      #expect(throws: MalformedValue.self, "\(text)") {
        try UploadPlan(grid: JSONText(parsing: text), UploadOptions(RemotePath("g")))
      }
    }
  }

  @Test func refusesAFigureWithErrorsBeforeAByteIsSent() throws {
    let checker = try FigureChecker(targets: [.chartStudio])
    let options = try UploadOptions(RemotePath("wrong"))
    #expect(throws: UploadRefusal.self) {
      try UploadPlan(
        checking: Array(#"{"data": [{"y": [1], "colour": "red"}]}"#.utf8), named: "fig.json", checker, options)
    }
    #expect(throws: UploadRefusal.self) {
      try UploadPlan(checking: Array(#"{"data": ["#.utf8), named: "fig.json", checker, options, isForced: true)
    }
    let forced = try UploadPlan(
      checking: Array(#"{"data": [{"y": [1, NaN], "colour": "red"}]}"#.utf8), named: "fig.json", checker, options,
      isForced: true)
    #expect(forced.columns.map(\.cells.description) == ["[1,null]"])
    #expect(double.requests.isEmpty)
  }

  @Test func findsInArraysWhatGridsDoNotTakeWell() throws {
    let checker = try FigureChecker(targets: [.chartStudio])
    let figure = """
      {"frames": [{"data": [{"x": ["2024-01-01", "02/03/2024"]}]}],
       "data": [{"y": [1, 2]}, {"type": "heatmap", "z": [[1, 2]]}, {"y": [4, {"a": 1}], "x": [1, 2]}]}
      """
    let plan = try UploadPlan(
      checking: Array(figure.utf8), named: "fig.json", checker, UploadOptions(RemotePath("fig")))
    let found = plan.findings.filter { $0.rule.group == UInt8(ascii: "G") }
    #expect(
      found.map { "\($0.rule) \($0.severity) \($0.start.line):\($0.start.column) \($0.attribute)" } == [
        "G019 warning 1:44 frames[0].data[0].x[1]", "G008 warning 2:52 data[1].z[0]", "G008 warning 2:72 data[2].y[1]",
      ])
    #expect(
      found.map { Array(figure.utf8)[$0.range] }.map { String(decoding: $0, as: UTF8.self) } == [
        #""02/03/2024""#, "[1, 2]", #"{"a": 1}"#,
      ])
  }

  @Test(arguments: [
    #"{"cols": {"a": {"data": [1, [2]], "order": 0}}}"#,
    #"{"cols": {"a": {"data": [1], "order": 0}, "b": {"data": [2], "order": 0}}}"#,
    #"{"data": {"cols": {"a": {"data": [1, NaN], "order": 0}}}}"#,
  ])
  func refusesAGridWithErrors(text: String) throws {
    let checker = try FigureChecker(targets: [.chartStudio])
    let options = UploadOptions(try RemotePath("g"))
    #expect {
      try UploadPlan(checkingGrid: Array(text.utf8), named: "g.json", checker, options)
    } throws: { error in
      (error as? UploadRefusal)?.report?.findings.contains { $0.rule.group == UInt8(ascii: "G") } == true
    }
    _ = try UploadPlan(checkingGrid: Array(text.utf8), named: "g.json", checker, options, isForced: true)
  }

  @Test func takesAGridThatWasDownloadedOrIsNew() throws {
    let checker = try FigureChecker(targets: [.chartStudio])
    for text in [
      #"{"cols": {"a": {"data": [1], "order": 0, "uid": "1c9e07"}}}"#, #"{"cols": {"a": {"data": [1], "order": 0}}}"#,
      #"{"cols": [{"name": "a", "data": [1]}]}"#,
      #"{"data": {"cols": {"a": {"data": [1], "order": 0}}}, "metadata": {"gain": 4}}"#,
    ] {
      let plan = try UploadPlan(
        checkingGrid: Array(text.utf8), named: "g.json", checker, UploadOptions(RemotePath("g")))
      #expect(plan.columns.map(\.name) == ["a"] && plan.findings.isEmpty, "\(text)")
      #expect((plan.options.metadata != nil) == text.contains("gain"))
    }
  }

  @Test func checksMetadata() throws {
    let checker = try FigureChecker(targets: [.chartStudio])
    let secret = try CheckedMetadata(checking: Array(#"{"password": "x"}"#.utf8), named: "m.json", checker)
    #expect(secret.findings.map(\.rule.description) == ["M006"])
    let wrong = Array(#"{"a": NaN}"#.utf8)
    #expect(throws: UploadRefusal.self) { try CheckedMetadata(checking: wrong, named: "m.json", checker) }
    #expect(
      try CheckedMetadata(checking: wrong, named: "m.json", checker, isForced: true).json.description
        == #"{"a":null}"#)
    #expect(throws: UploadRefusal.self) {
      try CheckedMetadata(checking: Array("{".utf8), named: "m.json", checker, isForced: true)
    }
  }

  @Test func keepsStreamTokensOnThisSide() throws {
    let checker = try FigureChecker(targets: [.chartStudio])
    #expect {
      try UploadPlan(
        checking: Array(#"{"data": [{"y": [1], "stream": {"token": "private"}}]}"#.utf8), named: "fig.json", checker,
        UploadOptions(RemotePath("p")))
    } throws: { error in
      !"\(error)".contains("private")
    }
  }
}
