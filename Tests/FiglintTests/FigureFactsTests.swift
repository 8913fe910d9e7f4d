import FigureValidator
import JSONCore
import SchemaCompiler
import Testing
import ValidationTree

@testable import Figlint

/// What the walk notes for rules: one line a member, indented by depth.
@Suite struct FigureFactsTests {
  private static let tree = ValidationTree.bundled
  private static let schema = SchemaFacts(tree)

  private func outline(_ json: String, targets: [String] = ["4.1.1"], noting: Bool = true) -> [String] {
    view(json, targets: targets, noting: noting) { view in lines(view.facts, view) }
  }

  private func view<R>(
    _ json: String, targets: [String] = ["4.1.1"], noting: Bool = true, memory: WalkMemory = WalkMemory(),
    _ body: (FigureView) -> R
  ) -> R {
    Array(json.utf8).withInputBytes { bytes in
      var versions = VersionSet.none
      for name in targets {
        versions.insert(VersionSet(version: Self.tree.versionNames.firstIndex(of: name) ?? 0))
      }
      var walker = FigureWalker(
        bytes, range: 0..<bytes.count, tree: Self.tree, facts: Self.schema, targets: versions, rules: .all,
        notingFacts: noting, memory: memory)
      walker.walk(as: .figure)
      return body(
        FigureView(
          facts: walker.noted, template: walker.notedTemplate, bytes: bytes, tree: Self.tree, targets: versions,
          rules: .all))
    }
  }

  private func lines(_ facts: FigureFacts, _ view: FigureView) -> [String] {
    var lines: [String] = []
    func add(_ index: Int, _ indent: String) {
      let member = facts.members[index]
      let key = facts.keyRange(of: index)
      let name = member.traits.contains(.isItem) ? "[\(member.number)]" : view.bytes.text(key)
      var line = "\(indent)\(name) \(member.kind)"
      if member.number > 1, !member.traits.contains(.isItem) { line += " #\(member.number)" }
      if member.traits.contains(.isWrong) { line += " wrong" }
      if member.traits.contains(.isItemDefaults) { line += " defaults" }
      if member.traits.contains(.isTrace), facts.members.count == view.facts.members.count {
        line += " \(view.typeName(of: index))"
      }
      if let survey = facts.survey(of: index) {
        line += " \(survey.count)"
        if survey.rowCount > 0 { line += " rows \(survey.shortestRow)...\(survey.longestRow)" }
      }
      lines.append(line)
      for child in facts.children(of: index) { add(child, indent + "  ") }
    }
    for part in [facts.data, facts.layout, facts.frames, facts.config] { if let part { add(part, "") } }
    return lines
  }

  @Test func theOutlineFollowsTheFigure() {
    let figure = #"""
      {"layout": {"xaxis2": {"title": {"text": "t"}, "range": [0, [1]]}, "annotations": [{"x": 1}, {"x": 2}]},
       "data": [{"y": [1, -2, "3"], "marker": {"opacity": 0.5, "nope": 1}, "type": "bar"}, {"z": [[1, 2], [3]], "type": "heatmap"}],
       "frames": [{"name": "a", "layout": {"width": 30}, "data": [{"y": [1]}]}], "config": {"responsive": true}}
      """#
    #expect(
      outline(figure) == [
        #""data" array"#,
        "  [0] object bar",
        #"    "y" array 3"#,
        #"    "marker" object"#,
        #"      "opacity" number"#,
        #"    "type" string"#,
        "  [1] object heatmap",
        #"    "z" array 2 rows 1...2"#,
        #"    "type" string"#,
        #""layout" object"#,
        #"  "xaxis2" object #2"#,
        #"    "title" object"#,
        #"      "text" string"#,
        #"    "range" array"#,
        #"  "annotations" array"#,
        "    [0] object",
        #"      "x" number"#,
        "    [1] object",
        #"      "x" number"#,
        #""frames" array"#,
        "  [0] object",
        #"    "name" string"#,
        #"    "data" array"#,
        "      [0] object bar",
        #"        "y" array 1"#,
        #"    "layout" object"#,
        #"      "width" number"#,
        #""config" object"#,
        #"  "responsive" true"#,
      ])
  }

  @Test func nothingIsNotedWhereNobodyAsks() {
    #expect(outline(#"{"data": [{"y": [1, 2]}], "layout": {"width": 30}}"#, noting: false) == [])
  }

  @Test func whatIsWrongIsMarked() {
    let figure = #"{"data": [{"mode": "lin", "y": 5, "line": {"width": null, "shape": "spline"}, "marker": 3}]}"#
    #expect(
      outline(figure) == [
        #""data" array"#,
        "  [0] object scatter",
        #"    "mode" string wrong"#,
        #"    "y" number wrong"#,
        #"    "line" object"#,
        #"      "width" null"#,
        #"      "shape" string"#,
        #"    "marker" number wrong"#,
      ])
  }

  /// A long array is read once, however often the trace is begun anew, and what is in it is known all the same.
  @Test func longArraysAreKnownAlsoWhenTheTypeComesLast() {
    let numbers = (0..<2000).map { "\($0 % 7 - 3).5" }.joined(separator: ", ")
    let words = (0..<2000).map { "\"w\($0)\"" }.joined(separator: ",")
    let figure = #"{"data": [{"z": [\#(numbers)], "labels": [\#(words)], "x": [\#(words)], "type": "pie"}]}"#
    view(figure) { view in
      let labels = view.array(view.member(view.traces[0], "labels"))
      #expect(labels?.count == 2000)
      #expect(labels?.kinds == [.words, .unseenTexts])
      #expect(view.isTrace(view.traces[0], "pie"))
    }
    let other = #"{"data": [{"z": [\#(numbers)], "x": [\#(words)], "type": "heatmap"}]}"#
    view(other) { view in
      let z = view.array(view.member(view.traces[0], "z"))
      #expect(z?.count == 2000)
      #expect(z?.kinds == [.numbers, .negatives, .leadingZeros])
      #expect(z?.numericCount == 2000)
    }
  }

  private static let arrays: [(json: String, count: Int, kinds: ElementKinds)] = [
    ("[]", 0, [] as ElementKinds), ("[1]", 1, .numbers), ("[0]", 1, [.numbers, .leadingZeros]),
    ("[-1, 2]", 2, [.numbers, .negatives]),
    (
      #"["a", "2024-01-02", "1e3", "", null, true]"#, 6,
      [.words, .dates, .numericTexts, .emptyTexts, .nulls, .booleans]
    ),
    (#"[{"a": 1}, [1, [2]]]"#, 2, [.objects, .arrays]), ("[1, 2, NaN, 4]", 4, [.numbers, .nonFinite]),
    (#"{"dtype": "f8", "bdata": "AAAAAAAA8D8AAAAAAAAAQA=="}"#, 2, [.numbers, .typed]),
    (#"{"dtype": "i1", "bdata": "AAAAAAAA", "shape": "2, 3"}"#, 2, [.arrays, .typed]),
  ]

  @Test func kindsOfElementsAreKnown() {
    for (array, count, kinds) in Self.arrays {
      view(#"{"data": [{"y": \#(array)}]}"#) { view in
        let survey = view.array(view.member(view.traces[0], "y"))
        #expect(survey?.count == count)
        #expect(survey?.kinds == kinds)
      }
    }
  }

  /// The fast passes of numbers and texts against the plain ones.
  @Test func countsOfLongArraysAreThoseOfTheirElements() {
    for count in [1, 2, 5, 9, 31, 64, 65, 257, 300, 1000] {
      for gap in [",", ", ", ",\n      "] {
        for element in ["1", "-1.5", "0", "12345678", "1e5", "-0.25e-3"] {
          let text = Array(repeating: element, count: count).joined(separator: gap)
          view(#"{"data": [{"y": [\#(text)], "x": [-7]}]}"#) { view in
            let survey = view.array(view.member(view.traces[0], "y"))
            #expect(survey?.count == count && survey?.numericCount == count, "\(count) times \(element)")
            #expect(survey?.kinds.contains(.negatives) == element.hasPrefix("-"), "\(count) times \(element)")
            #expect(
              survey?.kinds.contains(.leadingZeros) == element.drop { $0 == "-" }.hasPrefix("0"),
              "\(count) times \(element)")
          }
        }
        let words = (0..<count).map { "\"w\($0)\"" }.joined(separator: gap)
        view(#"{"data": [{"x": [\#(words)], "y": ["a"]}]}"#) { view in
          #expect(view.array(view.member(view.traces[0], "x"))?.count == count)
        }
      }
    }
  }

  @Test func aTemplateHasFactsOfItsOwnAlsoWhenItIsKnown() {
    let padding = String(repeating: "#1f77b4\", \"", count: 60)
    let template =
      #"{"data": {"bar": [{"marker": {"line": {"width": 1}}}]}, "layout": {"colorway": ["\#(padding)red"], "annotationdefaults": {"arrowsize": 2}}}"#
    let memory = WalkMemory()
    for name in ["a", "bcdef"] {
      let figure = #"{"data": [{"name": "\#(name)"}], "layout": {"template": \#(template), "width": 30}}"#
      view(figure, memory: memory) { view in
        #expect(
          lines(view.facts, view) == [
            #""data" array"#, "  [0] object scatter", #"    "name" string"#, #""layout" object"#,
            #"  "template" object"#, #"  "width" number"#,
          ])
        #expect(
          view.template.map { lines($0, view) } == [
            #""data" object"#, #"  "bar" array"#, "    [0] object", #"      "marker" object"#,
            #"        "line" object"#, #"          "width" number"#, #""layout" object"#, #"  "colorway" array"#,
            #"  "annotationdefaults" object defaults"#, #"    "arrowsize" number"#,
          ])
      }
    }
    #expect(memory.work.walkedTemplates == 1)
  }

  @Test func withSeveralTargetsTheFactsAreThoseOfTheNewest() {
    let figure = #"{"data": [{"type": "heatmapgl", "z": [[1]], "transforms": [], "zsmooth": "fast"}]}"#
    #expect(
      outline(figure, targets: ["2.35.2"]) == [
        #""data" array"#, "  [0] object heatmapgl", #"    "type" string"#, #"    "z" array 1 rows 1...1"#,
        #"    "transforms" array"#, #"    "zsmooth" string"#,
      ])
    #expect(
      outline(figure, targets: ["2.35.2", "4.1.1"]) == [
        #""data" array"#, "  [0] object scatter", #"    "type" string wrong"#,
      ])
  }

  @Test func aFigureWithTooManyMembersHasNoFacts() {
    let traces = Array(repeating: #"{"name":"a","x0":1}"#, count: FigureFacts.maximumMembers / 2).joined(separator: ",")
    view(#"{"data": [\#(traces)]}"#) { view in
      #expect(view.facts.isTooLarge)
      #expect(view.facts.members.isEmpty && view.facts.data == nil)
    }
  }
}
