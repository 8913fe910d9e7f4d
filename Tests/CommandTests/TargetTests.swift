import Foundation
import TestSupport
import Testing

/// What figures are checked against.
@Suite struct TargetTests {
  private static let snapshots = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "SchemaSnapshots").path

  /// The targets for which the type `heatmapgl` and the attribute `titlefont` are findings; nil where there is no finding.
  private func targets(_ arguments: String...) throws -> [[String]?] {
    let findings = try Program.run(["check", "--format", "jsonl"] + arguments + ["old.json"]).jsonLines()
    return ["data[0].type", "layout.titlefont"].map { attribute in
      findings.first { $0["attribute"] as? String == attribute }?["targets"] as? [String]
    }
  }

  @Test func checksAgainstSeveralVersionsAtOnce() throws {
    #expect(try targets() == [["4.1.1"], ["4.1.1"]])
    #expect(try targets("--target", "2") == [nil, ["2.35.2"]])
    #expect(try targets("--target", "4,2.35.2") == [["4.1.1"], ["2.35.2", "4.1.1"]])
    #expect(try targets("-t", "chart-studio", "-t", "latest") == [["3.7.0", "4.1.1"], ["3.7.0", "4.1.1"]])
  }

  @Test func takesTheSchemaOfAFile() throws {
    #expect(try targets("--target", Self.snapshots + "/2.35.2.json") == [nil, ["2.35.2"]])
    #expect(try targets("--target", "4.1.1," + Self.snapshots + "/2.35.2.json") == [["4.1.1"], ["4.1.1", "2.35.2"]])
  }

  @Test func checksTemplatesAsWhatTheyAre() throws {
    let directory = try TemporaryDirectory()
    try directory.write(#"{"data": {"bar": [{"opacty": 1}]}, "layout": {"titel": {}}}"#, to: "template.json")
    let expected = ["layout.template.data.bar[0].opacty", "layout.template.layout.titel"]
    for kind in ["template", "auto"] {
      let ending = try Program.run(
        "check", "--as", kind, "--format", "jsonl", "template.json", in: directory.path)
      #expect(ending.code == 1)
      #expect(try ending.jsonLines().compactMap { $0["attribute"] as? String } == expected)
    }
  }
}
