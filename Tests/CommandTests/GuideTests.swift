import Foundation
import TestSupport
import Testing

/// README and the guides: what they show is what happens.
///
/// A block of `console` is run, a line behind a `$` at a time, in a folder like `Tests/Fixtures/Guide`; what stands below the line is what
/// it prints, with `…` on a line of its own for whatever else it prints. `FIGLINT_UPDATE_GOLDENS=1` writes the answers anew where there is
/// no `…`.
@Suite struct GuideTests {
  private static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").standardizedFileURL

  static let pages: [String] = {
    let catalogue = "Sources/Figlint/Figlint.docc"
    let names = try? FileManager.default.contentsOfDirectory(atPath: repository.appending(path: catalogue).path())
    return ["README.md"] + (names ?? []).filter { $0.hasSuffix(".md") }.sorted().map { "\(catalogue)/\($0)" }
  }()

  @Test func findsThePages() { #expect(Self.pages.count >= 5) }

  @Test(arguments: GuideTests.pages) func examplesPrintWhatThePageSays(page: String) throws {
    let file = Self.repository.appending(path: page)
    let text = try String(contentsOf: file, encoding: .utf8)
    let directory = try TemporaryDirectory()
    let fixtures = Self.repository.appending(path: "Tests/Fixtures/Guide")
    try FileManager.default.copyItem(atPath: fixtures.path(), toPath: directory.path + "/work")
    try directory.makeDirectory("bin")
    try directory.link("bin/figlint", to: Program.url.path())
    var lines: [Substring] = []
    var isConsole = false
    var answer: Answer?
    func finish() {
      guard let last = answer else { return }
      answer = nil
      lines += last.written
      let isRight = last.isRight
      #expect(isRight, "\(page): '\(last.command)' prints\n\(last.printed.joined(separator: "\n"))")
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        if isConsole { finish() }
        isConsole = line == "```console"
        lines.append(line)
      } else if isConsole, line.hasPrefix("$ ") {
        finish()
        lines.append(line)
        let command = "PATH='\(directory.path)/bin':$PATH; export PATH; { \(line.dropFirst(2))\n} 2>&1"
        let output = try Program.shell(command, in: directory.path + "/work").output
        answer = Answer(command: String(line.dropFirst(2)), output: output)
      } else if answer != nil {
        answer?.expected.append(line)
      } else {
        lines.append(line)
      }
    }
    if ProcessInfo.processInfo.environment["FIGLINT_UPDATE_GOLDENS"] == "1" {
      try Data(lines.joined(separator: "\n").utf8).write(to: file)
    }
  }

  private struct Answer {
    let command: String
    let printed: [Substring]
    var expected: [Substring] = []

    init(command: String, output: String) {
      self.command = command
      var printed = output.split(separator: "\n", omittingEmptySubsequences: false)
      if printed.last == "" { printed.removeLast() }
      self.printed = printed
    }

    private var isUpdated: Bool {
      ProcessInfo.processInfo.environment["FIGLINT_UPDATE_GOLDENS"] == "1" && !expected.contains("…")
    }

    /// What the page has from now on.
    var written: [Substring] { isUpdated ? printed : expected }

    var isRight: Bool {
      if isUpdated { return true }
      var rest = printed[...]
      let parts = expected.split(separator: "…", omittingEmptySubsequences: false)
      for (index, part) in parts.enumerated() {
        if index == 0 {
          guard rest.starts(with: part) else { return false }
          rest = rest.dropFirst(part.count)
        } else if index == parts.count - 1 {
          return rest.count >= part.count && rest.suffix(part.count).elementsEqual(part)
        } else {
          guard let start = rest.firstRange(of: part)?.upperBound else { return false }
          rest = rest[start...]
        }
      }
      return rest.isEmpty
    }
  }

  /// The lines of Swift in the pages are lines that the tests compile and run.
  @Test(arguments: GuideTests.pages) func swiftExamplesAreThoseOfTheTests(page: String) throws {
    let tests = try String(
      contentsOf: Self.repository.appending(path: "Tests/FiglintTests/GuideExampleTests.swift"), encoding: .utf8)
    let compiled = Self.codeLines(tests)
    let text = try String(contentsOf: Self.repository.appending(path: page), encoding: .utf8)
    for block in text.components(separatedBy: "```swift\n").dropFirst() {
      let lines = Self.codeLines(block.components(separatedBy: "```")[0]).filter { $0 != "import Figlint" }
      let isCompiled = compiled.firstRange(of: lines) != nil
      #expect(isCompiled, "\(page): no test has these lines one after the other:\n\(lines.joined(separator: "\n"))")
    }
  }

  /// Lines without indentation, comments and empty ones.
  private static func codeLines(_ text: String) -> [String] {
    text.split(separator: "\n").map { line in
      let code = line.firstRange(of: "  // ").map { line[..<$0.lowerBound] } ?? line
      return code.trimmingCharacters(in: .whitespaces)
    }.filter { !$0.isEmpty && !$0.hasPrefix("//") }
  }

  /// `Rules.md` is made of the rules.
  @Test func theReferenceIsThatOfTheRules() throws {
    let printed = try Program.run("rules", "--format", "markdown").output
    let file = Self.repository.appending(path: "Sources/Figlint/Figlint.docc/Rules.md")
    if ProcessInfo.processInfo.environment["FIGLINT_UPDATE_GOLDENS"] == "1" {
      return try Data(printed.utf8).write(to: file)
    }
    let isSame = try String(contentsOf: file, encoding: .utf8) == printed
    #expect(
      isSame, "Rules.md is not what 'figlint rules --format markdown' prints: FIGLINT_UPDATE_GOLDENS=1 writes it anew")
  }

  /// Links to files of the repository lead somewhere, and those to other pages of the catalogue too.
  @Test(arguments: GuideTests.pages) func linksLeadSomewhere(page: String) throws {
    let text = try String(contentsOf: Self.repository.appending(path: page), encoding: .utf8)
    let folder = Self.repository.appending(path: page).deletingLastPathComponent()
    for match in text.matches(of: /\]\((?<path>[^)#:]+)\)/) {
      let target = folder.appending(path: String(match.path)).path()
      #expect(FileManager.default.fileExists(atPath: target), "\(page): \(match.path)")
    }
    for match in text.matches(of: /<doc:(?<name>\w+)>/) {
      let target = folder.appending(path: "\(match.name).md").path()
      #expect(FileManager.default.fileExists(atPath: target), "\(page): \(match.name)")
    }
  }
}
