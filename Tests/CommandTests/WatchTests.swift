import Foundation
import TestSupport
import Testing

/// `--watch`, run as users run it: until it is ended.
@Suite struct WatchTests {
  private let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
    try directory.write(Figure.clean, to: "figs/a.json")
    try directory.write(Figure.misspelt, to: "figs/b.json")
  }

  @Test func checksAgainWhatChanges() throws {
    let watch = try Watched(["figs"], in: directory.path)
    #expect(try watch.until("watching") == ["checked 2 figures: 1 error in 1 file", "watching 2 files; Ctrl-C ends"])
    #expect(try watch.report().hasPrefix("figs/b.json:1:40: error S001"))

    try directory.write(Figure.badValue, to: "figs/a.json")
    var said = try watch.until("in all")
    #expect(said[1].wholeMatch(of: /\d\d:\d\d:\d\d figs\/a.json changed/) != nil, "\(said)")
    #expect(said.suffix(2) == ["checked 1 figure: 1 error in 1 file", "in all 2 figures: 2 errors in 2 files"])
    #expect(try watch.report().hasPrefix("figs/a.json:1:51: error S002"))

    // A new one in a new directory, as some editors write it: beside, and then renamed.
    try directory.write(Figure.misspelt, to: "figs/new/c.tmp")
    try FileManager.default.moveItem(
      atPath: directory.path + "/figs/new/c.tmp", toPath: directory.path + "/figs/new/c.json")
    said = try watch.until("in all")
    #expect(said[1].hasSuffix(" figs/new/c.json changed") && said.last == "in all 3 figures: 3 errors in 3 files")
    #expect(try watch.report().hasPrefix("figs/new/c.json:1:40: error S001"))

    try FileManager.default.removeItem(atPath: directory.path + "/figs/new")
    said = try watch.until("in all")
    #expect(said[1].hasSuffix(" figs/new/c.json is gone") && said.last == "in all 2 figures: 2 errors in 2 files")

    // With settings everything changes.
    try directory.write(#"{"ignore": ["S001"]}"#, to: "figs/figlint.json")
    said = try watch.until("checked")
    #expect(said[1].hasSuffix(" settings changed") && said.last == "checked 2 figures: 1 error in 1 file")
    try directory.write(#"{"ignore": ["S001""#, to: "figs/figlint.json")
    said = try watch.until("checked")
    #expect(said.contains { $0.hasPrefix("error: figs/figlint.json:1:") }, "\(said)")

    #expect(watch.interrupt() == SIGINT)
  }

  @Test func goesOnWhereANamedFileIsGoneForAWhile() throws {
    let watch = try Watched(["figs/a.json", "figs/none.json"], in: directory.path)
    #expect(try watch.until("watching").last == "watching 1 file; Ctrl-C ends")
    try FileManager.default.removeItem(atPath: directory.path + "/figs/a.json")
    #expect(try watch.until("in all")[1].hasSuffix(" figs/a.json is gone"))
    try directory.write(Figure.clean, to: "figs/a.json")
    #expect(try watch.until("in all").last == "in all 1 figure: no findings; 1 input not checked")
    try directory.write(Figure.clean, to: "figs/none.json")
    #expect(try watch.until("in all").last == "in all 2 figures: no findings")
    #expect(watch.interrupt() == SIGINT)
  }

  @Test func endsWhenNobodyReads() throws {
    let ending = try Program.shell(#""$figlint" check --watch -f concise figs | head -1"#, in: directory.path)
    #expect(ending.lines.count == 1)
  }

  @Test(arguments: [
    (["-"], "--watch cannot watch standard input"), (["--as", "lines", "a"], "--watch does not go with --as lines"),
    (["-f", "sarif", "figs"], "--watch does not go with --format sarif"), (["--fix", "figs"], "'--watch'"),
    (["-o", "report", "figs"], "'--watch'"), (["--no-config", "--target", "9", "figs"], "--target"),
  ])
  func refusesWhatHasNoEnd(arguments: [String], message: String) throws {
    let ending = try Program.run(["check", "--watch"] + arguments, in: directory.path)
    #expect(ending.code == 2 && ending.output.isEmpty)
    #expect(ending.errors.contains(message), "\(ending.errors)")
  }
}

/// A run of `figlint check --watch`.
private final class Watched {
  private let process: Process
  private let reports = Pipe()
  private let errors = Pipe()
  private var text = Data()

  init(_ arguments: [String], in folder: String) throws {
    process = Program.process(["check", "--watch", "--format", "concise"] + arguments, in: folder)
    process.standardOutput = reports
    process.standardError = errors
    try process.run()
    // A run that says nothing ends the test, which then fails, and not the patience of whoever waits for it.
    let process = process
    DispatchQueue.global().asyncAfter(deadline: .now() + 60) {
      if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }
  }

  /// What it says up to the line that begins with `start`.
  func until(_ start: String) throws -> [String] {
    var lines: [String] = []
    while true {
      guard let end = text.firstIndex(of: UInt8(ascii: "\n")) else {
        let more = errors.fileHandleForReading.availableData
        try #require(!more.isEmpty, "it ended after \(lines)")
        text += more
        continue
      }
      lines.append(String(decoding: text[..<end], as: UTF8.self))
      text = Data(text[(end + 1)...])
      if lines[lines.count - 1].hasPrefix(start) { return lines }
    }
  }

  /// What has come on standard output.
  func report() throws -> String { String(decoding: reports.fileHandleForReading.availableData, as: UTF8.self) }

  /// Interrupts it as Ctrl-C does; returns the signal that ended it.
  func interrupt() -> Int32? {
    process.interrupt()
    process.waitUntilExit()
    return process.terminationReason == .uncaughtSignal ? process.terminationStatus : nil
  }
}
