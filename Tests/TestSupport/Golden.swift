package import Foundation

/// Files in `Tests/Fixtures` that hold what output should be.
///
/// They are never edited by hand: `FIGLINT_UPDATE_GOLDENS=1 swift test` writes them anew, and their diff is read.
package struct Golden {
  /// `Tests/Fixtures/FOLDER`.
  package let folder: URL

  package init(folder: String) {
    self.folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures").appending(path: folder)
  }

  /// How `text` differs from the file called `name`; nil if it does not, or if the file was written anew. Escape characters are
  /// `␛` in the file, so that it can be read.
  package func difference(_ name: String, _ text: String) throws -> String? {
    let text = text.replacing("\u{1b}", with: "␛")
    let file = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["FIGLINT_UPDATE_GOLDENS"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      return nil
    }
    let expected = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    // Bytes, because `==` on strings takes canonically equal ones for the same.
    guard Array(text.utf8) != Array(expected.utf8) else { return nil }
    let found = text.split(separator: "\n", omittingEmptySubsequences: false)
    let wanted = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(found, wanted).prefix { $0 == $1 }.count
    let actual = line < found.count ? "'\(found[line])'" : "the end"
    let should = line < wanted.count ? "'\(wanted[line])'" : "the end"
    return
      "\(name):\(line + 1) is \(actual), not \(should); if that is right, run the tests with FIGLINT_UPDATE_GOLDENS=1"
  }
}
