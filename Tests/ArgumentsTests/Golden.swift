import Foundation
import Testing

/// Compares with a file under `Tests/Fixtures/Arguments`; with UPDATE_GOLDENS=1 in the environment writes it instead.
func expectGolden(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/Arguments")
  let file = folder.appendingPathComponent(name)
  if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    return
  }
  let expected = try String(decoding: Data(contentsOf: file), as: UTF8.self)
  guard text != expected else { return }
  let lines = { (text: String) in text.split(separator: "\n", omittingEmptySubsequences: false) }
  let (found, wanted) = (lines(text), lines(expected))
  let line = zip(found, wanted).prefix { $0 == $1 }.count
  let (actual, should) = (line < found.count ? found[line] : "(end)", line < wanted.count ? wanted[line] : "(end)")
  Issue.record(
    "\(name):\(line + 1) is '\(actual)' and not '\(should)'; if that is right, run the tests with UPDATE_GOLDENS=1",
    sourceLocation: sourceLocation)
}
