import Foundation
import TestSupport
import Testing

/// The executable, run as users run it.
enum Program {
  /// Beside the test bundle, where `swift test` puts all that it builds.
  static let url: URL = {
    #if os(macOS)
      let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
      let products = (bundle ?? .main).bundleURL.deletingLastPathComponent()
    #else
      let products = Bundle.main.bundleURL
    #endif
    return products.appending(path: "figlint")
  }()

  /// Runs `figlint` with `arguments` to its end.
  ///
  /// - Parameters:
  ///   - folder: The working directory.
  ///   - input: What is on standard input.
  static func run(
    _ arguments: String..., in folder: String = Fixture.folder.path, input: some Sequence<UInt8> = []
  ) throws -> Ending {
    try run(arguments, in: folder, input: input)
  }

  /// - Parameters:
  ///   - program: Another copy of the executable.
  ///   - variables: What the environment has besides.
  static func run(
    _ arguments: [String], program: URL = url, in folder: String = Fixture.folder.path,
    input: some Sequence<UInt8> = [],
    variables: [String: String] = [:]
  ) throws -> Ending {
    // Files, and not pipes, so that nothing waits for anything.
    let streams = try TemporaryDirectory()
    let process = process(arguments, in: folder)
    process.executableURL = program
    process.environment = environment.merging(variables) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: URL(filePath: streams.write(input, to: "in")))
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: streams.write("", to: "out")))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: streams.write("", to: "err")))
    try process.run()
    process.waitUntilExit()
    return Ending(
      code: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
      output: streams.contents("out") ?? "", errors: streams.contents("err") ?? "")
  }

  /// A copy of the executable in a folder where nothing else of figlint is.
  static func alone(in directory: TemporaryDirectory) throws -> URL {
    try directory.makeDirectory("alone")
    let copy = URL(filePath: directory.path + "/alone/figlint")
    try FileManager.default.copyItem(at: url, to: copy)
    return copy
  }

  /// The executable, ready to be run.
  static func process(_ arguments: [String], in folder: String = Fixture.folder.path) -> Process {
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = environment
    return process
  }

  /// Runs a line of a shell in which `$figlint` is the executable.
  static func shell(_ line: String, in folder: String = Fixture.folder.path) throws -> Ending {
    let streams = try TemporaryDirectory()
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = environment.merging(["figlint": url.path]) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: streams.write("", to: "out")))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: streams.write("", to: "err")))
    try process.run()
    process.waitUntilExit()
    return Ending(
      code: process.terminationStatus, output: streams.contents("out") ?? "", errors: streams.contents("err") ?? "")
  }

  /// That of the tests without what would colour the output, lead to another computer, or keep what one test makes for the next.
  private static let environment = ProcessInfo.processInfo.environment.filter { name, _ in
    !["NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS", "FIGLINT_SCHEMA_URL"].contains(name)
      && !name.lowercased().hasSuffix("_proxy")
  }.merging(["XDG_CACHE_HOME": "/dev/null/none"]) { $1 }
}

/// How a run ended, and what it said.
struct Ending: Equatable {
  /// The exit code; the negative number of the signal that ended the process, if one did.
  var code: Int32
  /// What stood on standard output and on standard error.
  var output: String
  var errors: String

  /// The lines of standard output.
  var lines: [Substring] { output.split(separator: "\n") }
  var errorLines: [Substring] { errors.split(separator: "\n") }

  /// The value in standard output, which is one JSON text.
  func json() throws -> [String: Any] { try object(of: output) }

  /// The value in each line of standard output.
  func jsonLines() throws -> [[String: Any]] { try lines.map { try object(of: String($0)) } }

  private func object(of text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }
}

/// Files of `Tests/Fixtures/Command`.
enum Fixture {
  static let golden = Golden(folder: "Command")
  static let folder = golden.folder
}

/// Figures that tests make.
enum Figure {
  static let clean = #"{"data": [{"type": "bar", "y": [1, 2]}], "layout": {}}"#
  /// One error, S001.
  static let misspelt = #"{"data": [{"type": "bar", "y": [1, 2], "opacty": 1}], "layout": {}}"#
  /// One error, S002.
  static let badValue = #"{"data": [{"type": "bar", "y": [1, 2], "opacity": 2}], "layout": {}}"#
}

/// Expects `output` to be what `name.expected` holds.
func expectGolden(_ name: String, _ output: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let difference = try Fixture.golden.difference(name + ".expected", output)
  #expect(difference == nil, sourceLocation: sourceLocation)
}
