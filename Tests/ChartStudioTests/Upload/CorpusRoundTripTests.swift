import Figlint
import Foundation
import StudioDouble
import Testing

@testable import ChartStudio

/// Real figures, uploaded and downloaded again. They lie beside the package (`../shared/corpus`), which no clone has.
@Suite struct CorpusRoundTripTests {
  private static let corpus = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appending(
      path: "shared/corpus")
  private static let isHere = FileManager.default.fileExists(atPath: corpus.appending(path: "figures").path)

  /// The figures that are right for `chart-studio`, those of up to `size` bytes.
  private func figures(upTo size: Int) throws -> [(name: String, text: [UInt8])] {
    let checker = try FigureChecker(targets: [.chartStudio])
    var found: [(name: String, text: [UInt8])] = []
    for folder in ["figures", "python/figures"] {
      let place = Self.corpus.appending(path: folder)
      for name in try FileManager.default.contentsOfDirectory(atPath: place.path).sorted() where name.hasSuffix(".json")
      {
        let text = Array(try Data(contentsOf: place.appending(path: name)))
        if text.count <= size, checker.accepts(text) { found.append((name, text)) }
      }
    }
    return found
  }

  /// The original without what a download leaves out: references beside their arrays, and private tokens.
  private func expected(_ text: [UInt8]) throws -> JSONText {
    ReferenceFiller().filled(try JSONText(parsing: text)).figure
  }

  @Test(.enabled(if: isHere)) func columnsAndReferencesMakeTheSameFigureAgain() throws {
    let grid = try FileID("ada:1")
    let all = try figures(upTo: 60_000)
    #expect(all.count > 300)
    for (name, text) in all {
      let figure = try JSONText(parsing: text)
      let extracted = figure.withView { ColumnExtractor.extract($0) }
      let uids = Dictionary(
        uniqueKeysWithValues: extracted.columns.enumerated().map { ($0.element.name, "u\($0.offset)") })
      let stored = try #require(extracted.figure(grid: grid, uids: uids), "\(name)")
      var filler = ReferenceFiller()
      filler.add(
        extracted.columns.map { ColumnRecord(name: $0.name, uid: uids[$0.name] ?? "", cells: $0.cells) }, of: grid)
      let filled = filler.filled(stored).figure
      #expect(try JSONComparison.areEqual(filled, expected(text)), "\(name)")
    }
  }

  @Test(.enabled(if: isHere)) func comesBackFromTheServerAsItWas() async throws {
    let double = try StudioDouble()
    let client = try StudioClient.ofAda(double)
    let uploader = Uploader(client, journal: .none, sleep: { _ in })
    for (index, (name, text)) in try figures(upTo: 20_000).enumerated() where index % 7 == 0 {
      let plan = try UploadPlan(figure: JSONText(parsing: text), UploadOptions(RemotePath("\(index)")))
      let id = try #require(try await uploader.run(plan).plot?.id, "\(name)")
      let content = try await Downloader(client).fetch(id).content
      #expect(try JSONComparison.areEqual(content, expected(text)), "\(name)")
    }
  }
}
