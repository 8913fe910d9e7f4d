import Foundation
import StudioDouble
import Testing

/// The double for clients that no one here wrote: `Tests/Interop/chart-studio.py`.
@Suite struct ServingTests {
  private static let file = ProcessInfo.processInfo.environment["FIGLINT_SERVE_DOUBLE"]

  /// Serves as long as the file is there that says where.
  @Test(.enabled(if: file != nil)) func servesAsLongAsItsFileIsThere() async throws {
    let file = try #require(Self.file)
    let double = try StudioDouble()
    try Data(double.url.utf8).write(to: URL(fileURLWithPath: file), options: .atomic)
    while FileManager.default.fileExists(atPath: file) { try await Task.sleep(for: .milliseconds(50)) }
    #expect(!double.requests.isEmpty)
  }
}
