import Foundation
import TestSupport
import Testing

/// `figlint check --compat`: which plotly.js versions take each figure.
@Suite struct CompatibilityTests {
  private static let figures: [(name: String, text: String)] = [
    ("all.json", #"{"data": [{"type": "bar", "y": [1, 2]}], "layout": {}}"#),
    (
      "broken.json",
      #"{"data": [{"type": "bar", "y": [1, 2], "opacty": 1, "ysrc": "a"}], "layout": {"mapbox": {}, "legend2": {}}}"#
    ),
    ("map.json", #"{"data": [{"type": "scattermap", "lat": [1], "lon": [2]}], "layout": {"hidesources": true}}"#),
    ("new.json", #"{"data": [{"type": "bar", "y": [1, 2]}], "layout": {"barcornerradius": 3, "legend2": {"x": 1}}}"#),
    ("old.json", #"{"data": [{"type": "pointcloud", "x": [1], "y": [1]}], "layout": {}}"#),
    (
      "sources.json",
      #"{"data": [{"y": [1], "ysrc": "a"}, {"y": [1], "ysrc": "b"}, {"y": [1], "ysrc": "c", "xsrc": "d", "idssrc": "e"}], "layout": {}}"#
    ),
    ("text.json", #"{"data": [{"y": [1, NaN]}], "layout": {}}"#),
    ("typo.json", #"{"data": [{"y": [1, 2], "mode": "lines+marker"}], "layout": {}}"#),
  ]

  private func directory() throws -> TemporaryDirectory {
    let directory = try TemporaryDirectory()
    for (name, text) in Self.figures { try directory.write(text, to: name) }
    return directory
  }

  @Test func readsWell() throws {
    let directory = try directory()
    let text = try Program.run(["check", "--compat"] + Self.figures.map(\.name), in: directory.path)
    #expect(text.code == 0)
    #expect(text.errors == "checked 8 figures\n")
    try expectGolden("compatibility", text.output)
    let concise = try Program.run(
      ["check", "--compat", "--format", "concise"] + Self.figures.map(\.name), in: directory.path)
    #expect(concise.lines.count == Self.figures.count)
    #expect(text.output.hasPrefix(concise.lines[0]))
  }

  @Test func tellsTheSameAsJSON() throws {
    let directory = try directory()
    let arguments = Self.figures.map(\.name)
    let report = try Program.run(["check", "--compat", "--format", "json"] + arguments, in: directory.path).json()
    let lines = try Program.run(["check", "--compat", "--format", "jsonl"] + arguments, in: directory.path).jsonLines()
    #expect((report["figures"] as? NSArray) == lines as NSArray)
    #expect(
      report["summary"] as? [String: Int] == ["figures": 8, "fittingNewest": 3, "fittingNone": 2, "unreadable": 0])
    let map = lines[2]
    #expect(map["lowest"] as? String == "2.35.2" && map["highest"] as? String == "3.7.0")
    #expect((lines[1]["lowest"] as? NSNull) != nil)
  }

  @Test func failsOnlyForWhatCannotBeRead() throws {
    let directory = try directory()
    #expect(try Program.run("check", "--compat", "missing.json", "all.json", in: directory.path).code == 2)
    for line in [
      "--compat --target 4", "--compat --fail-on warning", "--compat --statistics", "--compat --max-findings 1",
      "--compat --as lines",
    ] {
      #expect(
        try Program.run(["check"] + line.split(separator: " ").map(String.init) + ["all.json"], in: directory.path).code
          == 2)
    }
  }

  /// One check against all versions says what a check against each of them says.
  @Test func agreesWithEachVersionAlone() throws {
    let directory = try TemporaryDirectory()
    var random = SeededRandom(seed: 5)
    let sources = try FixtureFigures.read("right") + FixtureFigures.read("broken")
    for (index, source) in sources.enumerated() {
      try directory.write(source.text, to: "\(index).json")
      for copy in 0..<4 { try directory.write(random.mutated(source.text), to: "\(index)-\(copy).json") }
    }
    let report = try Program.run("check", "--compat", "--as", "figure", "--format", "json", ".", in: directory.path)
      .json()
    let figures = try #require(report["figures"] as? [[String: Any]])
    #expect(figures.count == sources.count * 5)
    for version in try #require(report["checked"] as? [String]) {
      let findings = try Program.run(
        "check", "-t", version, "--as", "figure", "--format", "jsonl", ".", in: directory.path
      ).jsonLines()
      let refused = Set(findings.filter { $0["severity"] as? String == "error" }.compactMap { $0["file"] as? String })
      let accepting = Set(
        figures.filter { ($0["versions"] as? [String])?.contains(version) == true }.compactMap { $0["file"] as? String }
      )
      #expect(accepting.isDisjoint(with: refused), "\(version)")
      #expect(accepting.count + refused.count == figures.count, "\(version)")
    }
  }
}
