import Foundation
import Testing

@testable import Figlint

/// What figures are checked against.
@Suite struct TargetTests {
  private func snapshot(_ version: String) throws -> [UInt8] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return Array(try Data(contentsOf: root.appending(path: "SchemaSnapshots/\(version).json")))
  }

  @Test func areNamedByVersionLineOrWord() throws {
    #expect(try FigureChecker(targets: [.version("4.1.1")]).targets == ["4.1.1"])
    #expect(try FigureChecker(targets: [.version("4.1")]).targets == ["4.1.1"])
    #expect(try FigureChecker(targets: [.version("2")]).targets == ["2.35.2"])
    #expect(try FigureChecker(targets: [.chartStudio]).targets == ["3.7.0"])
    #expect(
      try FigureChecker(targets: [.latest, .version("1.58.4"), .version("latest")]).targets == ["1.58.4", "4.1.1"])
    #expect(try FigureChecker().targets == FigureChecker(targets: [.latest]).targets)
  }

  @Test(arguments: ["", "4.9.9", "four", "5", "4.1.1.1", "-1", "４"]) func areRefusedWhereTheyAreUnknown(text: String)
    throws
  {
    let error = try #require(throws: TargetError.self) { try FigureChecker(targets: [.version(text)]) }
    #expect(error.target == text)
    #expect(!error.message.isEmpty && error.help != nil)
  }

  @Test func areNeeded() {
    #expect(throws: TargetError.self) { try FigureChecker(targets: []) }
  }

  @Test func mayBeASchemaOfOnesOwn() throws {
    let own = Target.schema(try snapshot("3.7.0"), name: "my-schema.json")
    #expect(try FigureChecker(targets: [own]).targets == ["3.7.0"])
    let figures = [
      #"{"data":[{"type":"scattermapbox","line":{"color":"hsv(1,2%,3%)"},"xsrc":"a","z":1}]}"#,
      #"{"data":[{"type":"barpolar"}],"layout":{"polar2":{"bargap":3},"mapbox":{"style":"x"},"titl":1}}"#,
    ]
    for figure in figures {
      let expected = findings(figure, against: [.version("3.7.0")])
      let found = findings(figure, against: [own])
      #expect(found == expected)
      #expect(!found.isEmpty)
    }
  }

  @Test func areOneFindingTogetherWithBundledOnes() throws {
    let own = Target.schema(try snapshot("3.7.0"), name: "own")
    expect(
      #"{"data":[{"type":"scattermapbox","z":1,"visible":NaN,"visible":true}]}"#, against: [.version("4.1.1"), own],
      gives: [
        "V002 /data/0/type @4.1.1", "S001 /data/0/z @4.1.1,3.7.0", "J002 /data/0/visible @4.1.1,3.7.0",
        "J003 /data/0/visible @4.1.1,3.7.0",
      ])
  }

  @Test(arguments: ["", "{}", "[]", "x", #"{"traces":1}"#, #"{"data":[]}"#]) func refuseWhatIsNoSchema(text: String)
    throws
  {
    let error = try #require(throws: TargetError.self) {
      try FigureChecker(targets: [.schema(Array(text.utf8), name: "mine.json")])
    }
    #expect(error.target == "mine.json" && error.message.contains("mine.json"))
  }
}
