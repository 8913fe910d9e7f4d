import Figlint
import Foundation
import StudioDouble
import Testing

@testable import ChartStudio
@testable import ChartStudioUpload

/// Real figures, uploaded and downloaded again. They lie beside the package (`../shared/corpus`), which no clone has.
@Suite struct CorpusRoundTripTests {
  private static let corpus = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appending(
      path: "shared/corpus")
  private static let isHere = FileManager.default.fileExists(atPath: corpus.appending(path: "figures").path)

  /// The original without what a download leaves out: references beside their arrays, and private tokens.
  private func expected(_ text: [UInt8]) -> JSONText {
    ReferenceFiller().filled(JSONText(trusted: text)).figure
  }

  /// All figures of the corpus in groups of about the same size.
  private func groups(_ count: Int) throws -> [[URL]] {
    var files: [(url: URL, size: Int)] = []
    for folder in ["figures", "python/figures"] {
      let place = Self.corpus.appending(path: folder)
      for name in try FileManager.default.contentsOfDirectory(atPath: place.path) where name.hasSuffix(".json") {
        let url = place.appending(path: name)
        files.append((url, try url.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0))
      }
    }
    files.sort { ($0.size, $0.url.path) > ($1.size, $1.url.path) }
    var groups: [[URL]] = Array(repeating: [], count: count)
    for (index, file) in files.enumerated() { groups[index % count].append(file.url) }
    return groups
  }

  /// Uploads and downloads those figures that are right for `chart-studio`, and says how many that were.
  private func roundTrips(of files: [URL], _ checker: FigureChecker) async throws -> Int {
    let double = try StudioDouble()
    let client = try StudioClient.ofAda(double)
    let uploader = Uploader(client, journal: .none, sleep: { _ in })
    var count = 0
    for file in files {
      let text = Array(try Data(contentsOf: file))
      let options = UploadOptions(try RemotePath("\(count)"))
      guard let plan = try? UploadPlan(checking: text, named: file.lastPathComponent, checker, options) else {
        continue
      }
      count += 1
      let id = try #require(try await uploader.run(plan).plot?.id, "\(file.path)")
      let content = try await Downloader(client).fetch(id).content
      #expect(JSONComparison.areEqual(content, expected(text)), "\(file.path)")
    }
    return count
  }

  @Test(.enabled(if: isHere)) func comeBackFromTheServerAsTheyWere() async throws {
    let checker = try FigureChecker(targets: [.chartStudio])
    // A double is slow when it has much.
    let count = try await withThrowingTaskGroup(of: Int.self) { group in
      for files in try groups(16) { group.addTask { try await roundTrips(of: files, checker) } }
      return try await group.reduce(0, +)
    }
    #expect(count > 1300)
  }
}
