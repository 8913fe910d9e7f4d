import Foundation
import TestSupport
import Testing

/// Runs with several jobs: the same results, and an end at once when a signal says so.
@Suite struct JobsTests {
  private let directory: TemporaryDirectory

  /// Figures of different sizes, some wrong, among other files.
  init() throws {
    directory = try TemporaryDirectory()
    var random = SeededRandom(seed: 1)
    for index in 0..<300 {
      let numbers = (0..<random.number(1...3000)).map { _ in "\(random.number(0...999))" }.joined(separator: ",")
      let wrong = (0..<max(0, random.number(-9...9))).map { "\"wrong\($0)\":1," }.joined()
      let text =
        switch random.number(0...9) {
        case 0: "5"
        case 1: #"{"data":[{"type":"bar","y":[1,"#
        default: #"{"data":[{\#(wrong)"type":"bar","y":[\#(numbers)]}],"layout":{}}"#
        }
      try directory.write(text, to: "d\(index % 7)/\(index).json")
    }
  }

  @Test(arguments: [["--format", "text"], ["--format", "json"], ["--statistics"], ["--max-findings", "50", "-v"]])
  func findsTheSameWithAnyNumber(arguments: [String]) throws {
    let paths = ["d3", "none.json", ".", "d1/1.json", "empty"]
    try directory.makeDirectory("empty")
    let one = try Program.run(["check", "--jobs", "1"] + arguments + paths, in: directory.path)
    #expect(one.code == 2)
    #expect(one.errorLines.count >= 5)
    for jobs in ["2", "7", "7"] {
      let other = try Program.run(["check", "-j" + jobs] + arguments + paths, in: directory.path)
      #expect(other == one)
    }
    #expect(try Program.run(["check"] + arguments + paths, in: directory.path) == one)
  }

  @Test func answersLinesTheSameWithAnyNumber() throws {
    let text = try (0..<300).map { try #require(directory.contents("d\($0 % 7)/\($0).json")) }.joined(separator: "\n")
    let one = try Program.run("check", "--as", "lines", "-j1", "-", input: text.utf8)
    #expect(one.lines.count == 300)
    for jobs in ["-j2", "-j7"] {
      #expect(try Program.run("check", "--as", "lines", jobs, "-", input: text.utf8) == one)
    }
  }

  @Test(arguments: [SIGINT, SIGTERM]) func endsAtOnceBySignalAndLeavesNoHalfReport(number: Int32) throws {
    try directory.makePipe("never.json")
    try directory.write("old", to: "report")
    let before = try directory.names()
    // Nobody ever writes to the pipe, so the run would not end.
    let process = Program.process(
      ["check", "--format", "json", "--output", "report", "--jobs", "2", "d1", "never.json", "d2"], in: directory.path)
    process.standardError = FileHandle.nullDevice
    try withSignals { try process.run() }
    let start = ContinuousClock.now
    while try directory.names().count == before.count, start.duration(to: .now) < .seconds(20) { usleep(1000) }
    #expect(try directory.names().count == before.count + 1)
    usleep(50_000)
    kill(process.processIdentifier, number)
    while process.isRunning, start.duration(to: .now) < .seconds(40) { usleep(1000) }
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(process.terminationStatus == number)
    #expect(try directory.names() == before)
    #expect(directory.contents("report") == "old")
  }

  /// Runs `body` with all signals let through. A process starts with what its maker's thread holds back, and the threads of
  /// tests hold back nearly all.
  private func withSignals(_ body: () throws -> Void) rethrows {
    var none = sigset_t()
    var previous = sigset_t()
    unsafe sigemptyset(&none)
    unsafe pthread_sigmask(SIG_SETMASK, &none, &previous)
    defer { unsafe pthread_sigmask(SIG_SETMASK, &previous, nil) }
    try body()
  }
}
