import Diagnostics
import FigureValidator
import JSONCore
import LintRules
import TestSupport
import Testing

@testable import Figlint

/// Figures checked together with the grids that they draw.
@Suite struct ReferenceTests {
  private static let grid = #"""
    {"fid": "ada:85", "cols": {
      "t": {"data": [1, 2, 3], "order": 0, "uid": "4b1f0c"}, "V": {"data": [4, 5, 6], "order": 1, "uid": "9ad27e"},
      "short": {"data": [1], "order": 2, "uid": "77aa00"}, "note": {"data": ["a", "b", null], "order": 3, "uid": "0000ff"},
      "data.1.y": {"data": [7, 8, 9], "order": 4, "uid": "123456"}}}
    """#

  private func found(_ json: String, grids: [String] = [grid], rules: RuleSet? = nil) throws -> [String] {
    var settings = CheckSettings()
    if let rules { settings.rules = rules }
    var collection = GridCollection()
    for (index, grid) in grids.enumerated() {
      Array(grid.utf8).withInputBytes { bytes in
        var walker = GridWalker(bytes, range: 0..<bytes.count, rules: [])
        walker.walk()
        collection.add(walker.contents, in: bytes, fileID: walker.contents.fileID, label: "grid \(index)")
      }
    }
    settings.grids = grids.isEmpty ? nil : collection
    let checker = try FigureChecker(targets: [.chartStudio], settings: settings)
    return checker.check(json).findings.map { "\($0.rule) \($0.pointer)" }
  }

  /// The examples in the documentation of the rules.
  @Test(arguments: RuleRegistry.metadata.map(\.id).filter { "\($0)".hasPrefix("U") || $0 == .orphanColumnName })
  func theWrongExampleHasTheFlaw(id: RuleID) throws {
    let rule = try #require(RuleRegistry.rule(id)).metadata
    func rules(_ json: String) throws -> [String] {
      guard id != .gridVisibility else {
        return try FigureChecker().check(grid: json).findings.map { "\($0.rule)" }
      }
      return try found(json, rules: [id]).map { String($0.prefix(4)) }
    }
    #expect(try rules(rule.wrong) == ["\(id)"])
    #expect(try rules(rule.right) == [])
  }

  @Test func referencesThatFitAreSilent() throws {
    let json = #"""
      {"data": [{"type": "scatter", "xsrc": "ada:85:4b1f0c", "ysrc": "ada:85:9ad27e", "textsrc": "ada:85:0000ff",
                 "marker": {"sizesrc": "ada:85:9ad27e", "colorsrc": "ada:85:0000ff"}},
                {"type": "heatmap", "zsrc": "ada:85:4b1f0c,9ad27e", "ysrc": "ada:85:77aa00"}],
       "layout": {"xaxis": {"tickvals": [1, 2]}}, "frames": [{"data": [{"ysrc": "ada:85:9ad27e"}]}]}
      """#
    #expect(try found(json) == [])
    #expect(try found(json, grids: []) == [])
  }

  @Test func lengthsAndKindsAreCompared() throws {
    let json = #"""
      {"data": [{"xsrc": "ada:85:4b1f0c", "ysrc": "ada:85:77aa00", "marker": {"sizesrc": "ada:85:0000ff"}}, {}]}
      """#
    #expect(try found(json) == ["U011 /data/0/ysrc", "U011 /data/0/marker/sizesrc"])
  }

  @Test func aSingleGridWithoutNameStandsForAnyOfThem() throws {
    let nameless = Self.grid.replacing(#""fid": "ada:85", "#, with: "")
    let json = #"{"data": [{"ysrc": "bob:7:9ad27e"}, {"ysrc": "bob:7:9ad27f"}]}"#
    #expect(try found(json, grids: [nameless]) == ["U006 /data/1/ysrc"])
    #expect(try found(json) == ["U011 /data/0/ysrc"])
  }

  @Test func aUidThatIsMissingIsToldWithItsNearest() throws {
    var settings = CheckSettings()
    var collection = GridCollection()
    Array(Self.grid.utf8).withInputBytes { bytes in
      var walker = GridWalker(bytes, range: 0..<bytes.count, rules: [])
      walker.walk()
      collection.add(walker.contents, in: bytes, fileID: nil, label: "-")
    }
    settings.grids = collection
    let checker = try FigureChecker(targets: [.chartStudio], settings: settings)
    let finding = checker.check(#"{"data": [{"ysrc": "ada:85:9ad27f"}, {}]}"#).findings.first
    #expect(finding?.message == "the grid has no column with the uid '9ad27f'")
    #expect(finding?.help == "did you mean '9ad27e'?")
  }

  @Test func nothingIsSaidWhereThereAreNoReferences() throws {
    let checker = try FigureChecker()
    let json = #"{"data": [{"ysrc": "ada"}]}"#
    #expect(checker.check(json).findings.allSatisfy { !"\($0.rule)".hasPrefix("U") })
  }

  @Test(arguments: [
    ("ada:85.json", "ada:85"), ("grids/ada-85.json", "ada:85"), ("ada_b_85.json", "ada_b:85"), ("85.json", nil),
    ("ada-085.json", nil), ("voltages.json", nil), ("-5.json", nil),
  ]) func filesAreNamedByTheirID(name: String, id: String?) {
    #expect(FileIDText.fileID(ofFileNamed: name) == id)
  }

  @Test(arguments: [
    ("ada:0", true), ("ada.b-c_d:1234", true), ("20240:14", true), ("ada:-1", false), ("ada:1.5", false),
    ("ada:", false),
    (":3", false), ("ada", false), ("ada:3:1c9e07", false), ("a b:1", false), ("ada:01", false),
  ]) func fileIDs(text: String, isOne: Bool) {
    #expect(FileIDText.isFileID(text) == isOne)
  }
}
