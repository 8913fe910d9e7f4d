import Foundation
import Testing

/// Files of `Tests/Fixtures/Reports`.
enum Fixture {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/Reports")

  static func bytes(_ name: String) -> [UInt8] {
    guard let data = try? Data(contentsOf: folder.appending(path: name)) else { fatalError("no fixture \(name)") }
    return Array(data)
  }
}

/// Expects `output` to be what `name.expected` holds, with escape characters written `␛` there so that it can be read.
///
/// Golden files are never edited by hand: FIGLINT_UPDATE_GOLDENS=1 writes them anew, and their diff is read.
func expectGolden(_ name: String, _ output: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) throws {
  let text = String(decoding: output, as: UTF8.self).replacing("\u{1b}", with: "␛")
  let url = Fixture.folder.appending(path: name + ".expected")
  if ProcessInfo.processInfo.environment["FIGLINT_UPDATE_GOLDENS"] == "1" {
    try Data(text.utf8).write(to: url)
    return
  }
  let expected = try #require(
    try? String(contentsOf: url, encoding: .utf8), "no \(name).expected: run with FIGLINT_UPDATE_GOLDENS=1",
    sourceLocation: sourceLocation)
  // Scalars, because `==` on strings takes canonically equal ones for the same.
  let isSame = Array(text.utf8) == Array(expected.utf8)
  #expect(isSame, "\(name).expected differs from:\n\(text)", sourceLocation: sourceLocation)
}
