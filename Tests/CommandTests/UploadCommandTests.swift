import Dispatch
import Foundation
import StudioDouble
import Synchronization
import TestSupport
import Testing

/// `figlint upload` and its relatives, as users run them.
@Suite struct UploadCommandTests {
  private let folder: TemporaryDirectory
  private let double: StudioDouble

  init() throws {
    folder = try TemporaryDirectory()
    double = try StudioDouble()
    try folder.write(#"{"data": [{"y": [1.50, 2]}], "layout": {}}"#, to: "fig.json")
  }

  private var variables: [String: String] {
    [
      "HOME": folder.path, "XDG_STATE_HOME": folder.path + "/state", "PLOTLY_USERNAME": "ada",
      "PLOTLY_API_KEY": StudioDouble.keyOfAda, "PLOTLY_API_DOMAIN": double.url,
    ]
  }

  private func run(_ arguments: String..., change: [String: String] = [:]) throws -> Ending {
    try Program.run(arguments, in: folder.path, variables: variables.merging(change) { $1 })
  }

  @Test func storesChecksAndFetches() throws {
    let stored = try run("upload", "fig.json", "--folder", "lab")
    #expect(stored.code == 0 && stored.output == "\(double.url)/~ada/2/\n" && stored.errors == "")
    #expect(double.files("plot").map(\.path) == ["lab/fig"])
    let again = try run("upload", "fig.json", "--folder", "lab", "--json")
    #expect(again.output.contains(#""status":"unchanged""#) && double.files.count == 3)
    let fetched = try run("download", "\(double.url)/~ada/2/", "-o", "back.json")
    #expect(fetched.code == 0 && folder.contents("back.json")?.contains(#""y":[1.50,2]"#) == true)
    let listed = try run("plots", "list")
    #expect(listed.output.contains("ada:2") && listed.output.contains("private"))
    #expect(try run("api", "GET", "users/current", "--pointer", "/username").output == "ada\n")
    #expect(try run("plots", "delete", "ada:2").code == 2)
    #expect(try run("plots", "delete", "ada:2", "--yes").code == 0 && double.files("plot").isEmpty)
  }

  @Test func sendsNothingOfAFigureWithErrors() throws {
    try folder.write(#"{"data": [{"y": [1], "colour": "red"}]}"#, to: "wrong.json")
    let refused = try run("upload", "wrong.json")
    #expect(refused.code == 1 && refused.output == "" && double.requests.isEmpty)
    let checked = try run("check", "--target", "chart-studio", "wrong.json")
    #expect(refused.errors.hasPrefix(checked.output) && checked.output.contains("^^^^^^^^"))
    #expect(
      refused.errors.hasSuffix("error: 'wrong.json' is not sent: it has 1 error\n  help: --force sends it as it is\n"))
    #expect(try run("upload", "fig.json", "--dry-run").output.contains("store the private grid 'fig_grid'"))
    #expect(double.requests.isEmpty)
  }

  @Test func sendsNothingOfAGridOrMetadataWithErrors() throws {
    try folder.write(#"{"cols": {"a": {"data": [1, [2]], "order": 0}}}"#, to: "grid.json")
    let grid = try run("upload-grid", "grid.json")
    #expect(grid.code == 1 && grid.output == "" && grid.errors.contains("grid.json:1:29: error G008 cols.a.data[1]"))
    try folder.write(#"{"gain": NaN}"#, to: "metadata.json")
    let metadata = try run("upload", "fig.json", "--metadata", "metadata.json")
    #expect(metadata.code == 1 && metadata.errors.contains("metadata.json:1:10: error M001 gain"))
    #expect(double.requests.isEmpty)
    #expect(try run("upload-grid", "grid.json", "--force").code == 0)
    try folder.write(#"{"password": "x"}"#, to: "metadata.json")
    let warned = try run("upload", "fig.json", "--metadata", "metadata.json", "--json")
    #expect(warned.code == 0 && warned.errors.contains("warning M006 password"))
    #expect(double.files("grid").map(\.metadata) == ["null", #"{"password":"x"}"#])
  }

  @Test func tellsWhatStandsInTheWay() throws {
    let wrongKey = try run("api", "GET", "users/current", change: ["PLOTLY_API_KEY": "topsecret"])
    #expect(wrongKey.code == 4 && !(wrongKey.errors + wrongKey.output).contains("topsecret"))
    #expect(try run("download", "ada:99").code == 5)
    let closed = try run("upload", "fig.json", "--server", "https://api.plot.ly")
    #expect(closed.code == 2 && closed.errors.contains("closed on 31 October 2025"))
    let none = try run("upload", "fig.json", change: ["PLOTLY_API_DOMAIN": ""])
    #expect(none.code == 2 && none.errors.contains("--server"))
    try folder.write(#"{"cols": {"a": {"data": [1], "order": 0}}}"#, to: "grid.json")
    double.stop()
    for arguments in [
      ["upload", "fig.json"], ["upload-grid", "grid.json"], ["download", "ada:1"],
      ["image", "fig.json", "-o", "a.png"], ["api", "GET", "files/ada:1"], ["files", "list"],
      ["plots", "get", "ada:1"], ["grids", "trash", "ada:1"],
      ["folders", "delete", "ada:1", "--yes"], ["schema", "fetch", "9.9.9", "--url", double.url + "/s.json"],
    ] {
      let ending = try Program.run(arguments + ["--timeout", "1"], in: folder.path, variables: variables)
      #expect(ending.code == 3 && ending.output == "", "\(arguments): \(ending.errors)")
      #expect(ending.errors.split(separator: "\n").filter { $0.hasPrefix("error:") }.count == 1, "\(ending.errors)")
    }
  }

  @Test func storesFoldersAndCountsWhatBecameOfThem() throws {
    for name in ["a", "b", "sub/c"] {
      try folder.write(#"{"data": [{"y": [1]}], "layout": {}}"#, to: "figs/\(name).json")
    }
    try folder.write(#"{"data": [{"y": [1], "colour": 1}], "layout": {}}"#, to: "figs/wrong.json")
    try folder.write(#"{"name": "package"}"#, to: "figs/package.json")
    let first = try run("upload", "figs", "--folder", "lab")
    #expect(first.code == 1 && first.output.split(separator: "\n").count == 3)
    #expect(first.errors.hasSuffix("3 stored, 1 not sent, 1 passed over\n"))
    #expect(double.files("plot").map(\.path).sorted() == ["lab/a", "lab/b", "lab/sub/c"])
    #expect(try run("upload", "figs", "--folder", "lab").errors.hasSuffix("3 unchanged, 1 not sent, 1 passed over\n"))
    for change in [["PLOTLY_API_KEY": "wrong"], ["PLOTLY_API_KEY": ""]] {
      let refused = try run("upload", "figs", "--folder", "elsewhere", "-j", "2", change: change)
      #expect(refused.code == 4 && refused.output == "")
      #expect(refused.errors.components(separatedBy: "error: ").count <= 3)
    }
    double.stop()
    let lost = try run("upload", "figs", "--folder", "lab", "--timeout", "1", "--json")
    #expect(lost.code == 3 && lost.output.split(separator: "\n").count == 5)
    #expect(lost.output.contains(#""status":"not tried""#) && !lost.errors.contains("error S001"))
  }

  @Test func finishesWhatAKilledRunBegan() throws {
    let count = 5
    for step in 0..<count {
      for afterwards in [false, true] {
        let folder = try TemporaryDirectory()
        try folder.write(#"{"data": [{"y": [1.50, 2]}], "layout": {}}"#, to: "fig.json")
        let double = try StudioDouble()
        let process = Process()
        process.executableURL = Program.url
        process.arguments = ["upload", "fig.json", "--folder", "lab"]
        process.currentDirectoryURL = URL(filePath: folder.path)
        let variables = [
          "HOME": folder.path, "XDG_STATE_HOME": folder.path + "/state", "PLOTLY_USERNAME": "ada",
          "PLOTLY_API_KEY": StudioDouble.keyOfAda, "PLOTLY_API_DOMAIN": double.url,
        ]
        process.environment = ProcessInfo.processInfo.environment.merging(variables) { $1 }
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let killer = Killer()
        double.interrupt(step, afterwards: afterwards) { killer.strike() }
        try process.run()
        killer.arm(process.processIdentifier)
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal, "step \(step)")
        let ending = try Program.run(["upload", "fig.json", "--folder", "lab"], in: folder.path, variables: variables)
        #expect(ending.code == 0, "step \(step): \(ending.errors)")
        #expect(double.files("grid").map(\.columns.first?.cells) == ["[1.50,2]"], "step \(step)")
        #expect(double.files("plot").map(\.path) == ["lab/fig"], "step \(step)")
      }
    }
  }

  /// Ends a process as nothing else does, once it is known.
  private final class Killer: Sendable {
    private let isKnown = DispatchSemaphore(value: 0)
    private let number = Mutex<Int32>(0)

    func arm(_ number: Int32) {
      self.number.withLock { $0 = number }
      isKnown.signal()
    }

    func strike() {
      isKnown.wait()
      _ = kill(number.withLock { $0 }, SIGKILL)
      usleep(200_000)
    }
  }
}
