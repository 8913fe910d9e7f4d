import Foundation
import Testing

@testable import SystemIO

@Suite struct EnvironmentTests {
  @Test func findsVariables() {
    unsafe setenv("SYSTEMIO_TESTS", "väl=ue", 1)
    #expect(Environment["SYSTEMIO_TESTS"] == "väl=ue")
    #expect(Environment["SYSTEMIO_TESTS_NOT_SET"] == nil)
  }

  @Test func knowsItsSurroundings() {
    #expect(Environment.currentDirectory == FileManager.default.currentDirectoryPath)
    #expect(Environment.processorCount >= 1)
    #expect(Platform.executablePath.map { FileManager.default.isExecutableFile(atPath: $0) } == true)
  }

  @Test func measuresTime() {
    let stopwatch = Stopwatch()
    let first = stopwatch.nanoseconds
    #expect(stopwatch.nanoseconds >= first)
  }

  @Test func saysThatAProgramIsMissing() {
    #expect(
      SiblingProgram.run("none/such", []) == FileError(.run, "none/such", .notFound))
  }

  @Test func becomesAnotherProgram() async {
    await #expect(processExitsWith: .exitCode(7)) {
      _ = SiblingProgram.run("sh", ["-c", "exit $1", "sh", "7"])
    }
  }
}
