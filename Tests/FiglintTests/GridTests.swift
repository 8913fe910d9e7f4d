import Diagnostics
import JSONCore
import TestSupport
import Testing

@testable import Figlint

/// Grids and metadata as users of the library check them.
@Suite struct GridTests {
  private let checker: FigureChecker

  init() throws { checker = try FigureChecker() }

  private func found(_ json: String) -> [String] {
    checker.check(grid: json).findings.map { "\($0.rule) \($0.pointer)" }
  }

  private func column(_ cells: String) -> String { #"{"data": {"cols": {"V": {"data": \#(cells), "order": 0}}}}"# }

  /// What is said of a column with these cells.
  private func judged(_ cells: [String]) -> [String] {
    checker.check(grid: column("[" + cells.joined(separator: ", ") + "]")).findings.map {
      "\($0.rule) \($0.path.last.map { step in "\(step)" } ?? "")"
    }
  }

  // MARK: - Forms

  @Test(arguments: [
    #"{"data": {"cols": {"x": {"data": [1], "order": 0}}}}"#,
    #"{"data": {"cols": {"x": {"data": [1], "order": 0}}}, "filename": "run 7", "parent": 84, "world_readable": false}"#,
    #"{"data": "{\"cols\": {\"x\": {\"data\": [1], \"order\": 0}}}", "filename": "run 7"}"#,
    #"{"cols": {"x": {"data": [1, 2.5, -3e2], "order": 0, "uid": "4b1f0c"}, "y": {"data": ["a", null, "b"], "order": 1, "uid": "9ad27e"}}}"#,
    #"{"cols": [{"name": "x", "uid": "4b1f0c"}, {"name": "y", "uid": "9ad27e"}], "fid": "ada:85", "filetype": "grid"}"#,
    #"{"file": {"fid": "ada:85", "filetype": "grid", "cols": [{"name": "x", "uid": "4b1f0c"}]}, "warnings": []}"#,
    #"{"cols": [{"name": "I", "data": [1, 2], "order": 2}]}"#,
    #"{"rows": [[3, "a"], [4, null]]}"#,
    #"{"metadata": {"operator": "ada"}}"#,
    #"{"fid": "ada:85", "filetype": "grid", "metadata": null}"#,
  ]) func takesEveryFormOfAGrid(json: String) {
    #expect(found(json) == [])
  }

  @Test(arguments: [
    ("[]", ["G001 "]), ("7", ["G001 "]), ("{}", ["G001 "]), (#"{"data": {}}"#, ["G001 /data"]),
    (#"{"data": [1]}"#, ["G001 /data"]), (#"{"cols": 7}"#, ["G001 /cols"]),
    (#"{"cols": {"x": [1]}}"#, ["G001 /cols/x"]),
    (#"{"cols": [7]}"#, ["G001 /cols/0"]), ("", ["J001 "]), (#"{"cols": {"x": {"data": [1,"#, ["J001 /cols/x/data/1"]),
    (#"{"data": {"cols": {"x": {}}}}"#, ["G002 /data/cols/x"]),
    (
      #"{"data": {"cols": {"x": {"data": {"dtype": "f8"}, "order": -1}}}}"#,
      ["G002 /data/cols/x/data", "G002 /data/cols/x/order"]
    ),
    (#"{"cols": [{"data": [1]}]}"#, ["G002 /cols/0"]), (#"{"rows": 7}"#, ["G014 /rows"]),
    (#"{"rows": [[1, 2], 3, [4]]}"#, ["G014 /rows/1", "G014 /rows/2"]),
    (#"{"cols": {"x": {"data": [1], "order": 0}}}"#, ["G003 /cols/x"]),
    (#"{"cols": {"x": {"data": [1], "order": 0, "uid": ""}}}"#, ["G003 /cols/x/uid"]),
  ]) func saysWhatIsNoGrid(json: String, expected: [String]) {
    #expect(found(json) == expected)
  }

  @Test func findsRepeatedNamesThatParsersHide() {
    let json = #"{"data": {"cols": {"a": {"data": [1], "order": 0}, "\u0061": {"data": [2], "order": 1}}}}"#
    #expect(found(json) == ["G004 /data/cols/a"])
    let finding = checker.check(grid: json).findings.first
    #expect(finding?.container == .figure)
    #expect(finding?.attribute == "data.cols.a")
    #expect(finding?.code == nil)
  }

  @Test func otherRepeatedKeysStayWhatTheyAre() {
    #expect(found(#"{"data": {"cols": {"a": {"data": [1], "order": 0, "order": 0}}}}"#) == ["J003 /data/cols/a/order"])
  }

  @Test func unequalOrdersAndUIDs() {
    let json = #"""
      {"cols": {"a": {"data": [1], "order": 0, "uid": "aa"}, "b": {"data": [1], "order": 0, "uid": "aa"},
                "c": {"data": [1], "order": 5, "uid": "bb"}}}
      """#
    #expect(found(json) == ["G006 /cols/b/order", "G005 /cols/b/uid", "G007 /cols/c/order"])
  }

  // MARK: - Columns

  @Test func numbersAreSilentHoweverTheyAreWritten() {
    #expect(judged((0..<300).map { "\(Double($0) / 7)" } + ["1e5", "-0", "null", "-12345678901234"]) == [])
    #expect(judged(["\"a\"", "\"7\"", "null", "\"b\""]) == [])
    #expect(judged((0..<200).map { "\"word \($0)\"" }) == [])
    #expect(judged(["\"01234\"", "\"00012\""]) == [])
  }

  @Test(arguments: [4, 40, 400]) func theFirstRowThatDiffersIsFound(count: Int) {
    let numbers = (0..<count).map { "\($0)" }
    #expect(judged(numbers + ["\"high\""] + numbers) == ["G011 index(\(count))"])
    #expect(judged(numbers + ["\"7\""] + numbers) == ["G011 index(\(count))"])
    #expect(judged(numbers.map { "\"2024-01-01T00:00:0\($0.last ?? "0")\"" } + ["5"]) == ["G011 index(\(count))"])
    #expect(judged(numbers.map { "\"word \($0)\"" } + ["5"]) == ["G011 index(\(count))"])
    #expect(judged(numbers + ["[1]", "true"] + numbers) == ["G008 index(\(count))", "G008 index(\(count + 1))"])
    #expect(judged(numbers + ["NaN", "-Infinity"] + numbers) == ["G009 index(\(count))"])
  }

  @Test func cellsAreCounted() {
    let cells = (0..<1000).map { $0 % 100 == 37 ? "\"bad\"" : "\($0)" }
    let finding = checker.check(grid: column("[" + cells.joined(separator: ",") + "]")).findings.first
    #expect(
      finding?.message == "column 'V' mixes 990 numbers and 10 texts; the first of another kind is cell 37, 'bad'")
  }

  @Test func numbersAsStrings() {
    #expect(judged((0..<100).map { "\"\($0).5\"" }) == ["G011 index(0)"])
    #expect(judged((0..<100).map { _ in "\"1.25\"" }) == ["G011 index(0)"])
  }

  @Test func markersForNothing() {
    let numbers = (0..<100).map { "\($0)" }
    for marker in ["n/a", "-", "", "NA", "NaN", "--", "#N/A", "null"] {
      #expect(judged(numbers + ["\"\(marker)\""]) == ["G020 index(100)"], "\(marker)")
      #expect(judged(["1", "2", "\"\(marker)\""]) == ["G011 index(2)"], "\(marker)")
    }
  }

  @Test(arguments: ["1,5", "1,234", "1,234,567.8", "1.234,5", "-0,25"]) func commas(number: String) {
    #expect(judged(["\"2,5\"", "\"\(number)\"", "null", "1"]) == ["G021 index(0)"])
  }

  @Test(arguments: [
    (["2024-05-26", "27/05/2024"], 1), (["2024-05-26", "2024-05-27", "26 May 2024"], 2),
    (["2024-05-26T10:00:00Z", "2024-05-26T10:00:00"], 1),
    (["2024-05-26T10:00:00+01:00", "2024-05-26T10:00:00+02:00"], 1), (["26/05/2024", "05/26/2024"], 1),
    (["01/02/2024", "26/05/2024", "05/26/2024"], 2), (["26.05.2024", "26-05-2024"], 1),
  ]) func datesOfSeveralForms(dates: [String], row: Int) {
    #expect(judged(dates.map { "\"\($0)\"" }) == ["G019 index(\(row))"])
  }

  @Test(arguments: [
    ["2024-05-26", "2024-05-27T10:00", "2024-05-27 10:00:00.5", "2024-05"],
    ["01/02/2024", "26/05/2024", "27/5/24"], ["26 May 2024", "3 Jan 2023", "May 2024", "Sept. 3, 2024"],
    ["2024-05-26T10:00:00Z", "2024-05-26T10:00:00+00:00", "2024-05-26 10:00 UTC"],
    ["junction 2024", "May be", "2024-05-26", "Market 5", "x"],
  ]) func datesOfOneForm(dates: [String]) {
    #expect(judged(dates.map { "\"\($0)\"" }) == [])
  }

  @Test func columnsOfOtherLengthThanMost() {
    let json = #"""
      {"data": {"cols": {"a": {"data": [1, 2, 3], "order": 0}, "b": {"data": [1, 2], "order": 1},
                         "c": {"data": [1, 2, 3], "order": 2}}}}
      """#
    #expect(found(json) == ["G010 /data/cols/b"])
    #expect(found(json.replacing("\"a\"", with: "\"data.0.x\"").replacing("\"b\"", with: "\"data.1.x\"")) == [])
  }

  @Test func namesThatLookAlike() {
    func named(_ names: [String]) -> String {
      let columns = names.enumerated().map { #""\#($1)": {"data": [1], "order": \#($0)}"# }
      return #"{"data": {"cols": {\#(columns.joined(separator: ", "))}}}"#
    }
    #expect(found(named(["Volt", "volt"])) == ["G012 /data/cols/volt"])
    #expect(found(named(["a b", "ab"])) == ["G012 /data/cols/ab"])
    #expect(found(named([" a"])) == ["G012 /data/cols/ a"])
    #expect(found(named(["a\\tb"])) == ["G012 /data/cols/a\tb"])
    #expect(found(named([""])) == ["G004 /data/cols/"])
    #expect(
      found(named(["Unnamed: 0", "level_1", "Unnamed: 2_level_0"])).map { $0.prefix(4) } == ["G023", "G023", "G023"])
    #expect(found(named(["caf\u{e9}", "cafe\u{301}"])).map { $0.prefix(4) } == ["G024"])
    #expect(found(named(["a\u{200B}b"])).map { $0.prefix(4) } == ["G024"])
    #expect(found(named(["voltage [V]", "time [s]", "Stra\u{df}e", "levels", "Unnamed"])) == [])
  }

  @Test func severitiesOfCellsDiffer() {
    let report = checker.check(grid: column("[1, true, [2]]"))
    #expect(report.findings.map(\.severity) == [.warning, .error])
    #expect(!report.isClean)
    #expect(checker.check(grid: column("[1, true]")).isClean)
  }

  @Test func nothingCanBeFixedButWhatIsNoJSON() {
    let finding = checker.check(grid: column("[1, NaN, 2, Infinity]")).findings.first
    #expect(finding?.fix?.isSafe == true)
    #expect(finding?.fix?.edits.map(\.text) == ["null", "null"])
  }

  // MARK: - Metadata

  @Test(arguments: [
    (#"{"operator": "ada", "settings": {"gain": 4, "range": "10V"}, "day": "2024-05-26"}"#, []),
    (#"{"metadata": {"gain": 4}}"#, []), ("[1]", ["M002 "]),
    (#"{"a b": 1, "a:b": 2, "a\"b": 3}"#, ["M004 /a b", "M004 /a:b", "M004 /a\"b"]),
    (#"{"a": [[1]], "b": [1, 2], "c": [[[1]]]}"#, ["M005 /a", "M005 /c"]),
    (#"{"a": {"api_key": "x", "Password": "y", "token": "", "tokens": 5}}"#, ["M006 /a/api_key", "M006 /a/Password"]),
    (#"{"a": NaN, "b": "NaN", "c": "26/05/2024"}"#, ["M001 /a", "M008 /b", "M008 /c"]),
    (#"{"runs": [{"n": 1}, {"n": "1"}, {"n": null}]}"#, ["M008 /runs/1/n"]), (#"{"a": 1"#, ["J001 "]),
  ]) func metadata(json: String, expected: [String]) {
    #expect(checker.check(metadata: json).findings.map { "\($0.rule) \($0.pointer)" } == expected)
  }

  @Test func secretsAreNotShown() {
    for finding in checker.check(metadata: #"{"password": "hunter2"}"#).findings {
      #expect(finding.excerpt == nil)
      #expect(!"\(finding)".contains("hunter2"))
    }
  }

  @Test func metadataStandsInGrids() {
    let json = #"{"data": {"cols": {"x": {"data": [1], "order": 0}}, "metadata": [1]}, "metadata": {"a b": 1}}"#
    #expect(found(json) == ["M002 /data/metadata", "M004 /metadata/a b"])
    #expect(found(#"{"fid": "ada:7", "filetype": "plot", "metadata": {}}"#) == ["M003 /metadata"])
  }

  // MARK: - What an input is

  private func content(_ json: String) -> InputContent {
    Array(json.utf8).withInputBytes { checker.check($0, name: "-", as: .auto).content }
  }

  @Test func gridsAreToldByTheirContent() {
    #expect(content(#"{"data": {"cols": {"x": {"data": [1]}}}}"#) == .grid)
    #expect(content(#"{"filename": "a", "data": {"cols": {}}}"#) == .grid)
    #expect(content(#"{"cols": {"x": {"uid": "4b1f0c", "data": [1]}}}"#) == .grid)
    #expect(content(#"{"cols": [{"name": "x", "uid": "4b1f0c"}]}"#) == .grid)
    #expect(content(#"{"fid": "ada:85", "filetype": "grid"}"#) == .grid)
    #expect(content(#"{"file": {"fid": "ada:85", "filetype": "grid", "cols": []}}"#) == .grid)
    #expect(content(#"{"cols": {"x": {"data": [1, 2"#) == .grid)
    #expect(content(#"{"cols": {"a": {"width": 3}}}"#) == .otherJSON)
    #expect(content(#"{"cols": 80, "rows": 25}"#) == .otherJSON)
    #expect(content(#"{"fid": "ada:7", "filetype": "plot"}"#) == .otherJSON)
    #expect(content(#"{"data": {"rows": []}}"#) == .otherJSON)
    #expect(content(#"{"data": [{"y": [1]}], "layout": {}}"#) == .figure)
    #expect(content(#"{"layout": {}, "data": [{"y": [1]}]}"#) == .figure)
    // Much comes before what tells.
    let long = String(repeating: "x", count: 1 << 17)
    #expect(content(#"{"metadata": {"note": "\#(long)"}, "cols": {"x": {"uid": "4b1f0c", "data": [1]}}}"#) == .grid)
    #expect(content(#"{"note": "\#(long)"}"#) == .otherJSON)
  }
}

/// Whatever stands where a grid should.
@Suite struct GridRobustnessTests {
  @Test func anyJSONIsAGridWithFindingsOrWithout() throws {
    let checker = try FigureChecker()
    var random = SeededRandom(seed: 5)
    let seeds = [
      #"{"data": {"cols": {"x": {"data": [1, "2", null, "2024-01-01"], "order": 0}, "y": {"data": ["1,5"], "order": 1}}}, "rows": [[1]], "metadata": {"a": [[1]], "b": {"token": "x"}}}"#,
      #"{"file": {"fid": "ada:85", "filetype": "grid", "cols": [{"name": "x", "uid": "4b1f0c", "data": [NaN, true, {}]}]}}"#,
    ].map { Array($0.utf8) }
    for _ in 0..<3000 {
      guard var text = seeds.randomElement(using: &random) else { continue }
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let place = Int.random(in: 0..<text.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: text.remove(at: place)
        case 1: text[place] = UInt8.random(in: 0...255, using: &random)
        default: text.insert(contentsOf: Array("{[\",:1]}".utf8.shuffled(using: &random)).prefix(2), at: place)
        }
      }
      for finding in checker.check(grid: text).findings + checker.check(metadata: text).findings {
        #expect(finding.range.lowerBound >= 0 && finding.range.upperBound <= text.count)
        #expect(!finding.message.isEmpty)
      }
    }
  }

  @Test func manyColumnsAndDeepNesting() throws {
    let checker = try FigureChecker()
    let columns = (0..<100_000).map { #""c\#($0)":{"data":[1],"order":\#($0)}"# }.joined(separator: ",")
    #expect(checker.check(grid: #"{"data":{"cols":{\#(columns)}}}"#).findings == [])
    let deep = String(repeating: "[", count: 100_000)
    #expect(checker.check(grid: #"{"cols":{"x":{"data":\#(deep)"#).findings.map { "\($0.rule)" } == ["J005"])
    #expect(checker.check(metadata: deep).findings.map { "\($0.rule)" } == ["J005"])
  }
}
