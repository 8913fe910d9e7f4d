import Diagnostics
import Testing

@testable import Figlint

/// Paths are found again by a pass that leaves out arrays of data in which nothing is wrong.
@Suite struct PlainArrayPathTests {
  private func places(_ figure: String) throws -> [String] {
    try FigureChecker().check(figure).findings.map { "\($0.rule) \($0.pointer)" }
  }

  @Test func areRightBeforeInAndBehindArraysOfData() throws {
    let figure = #"""
      {"data": [{"x": [1, 2, 3], "colour": 1, "y": [1, NaN, 3], "z": ["a", "b"], "marker": {"size": [1, -2, 3]}}],
       "layout": {"titel": ["a", [1, {"b": NaN}]], "xaxis": {"range": [1, "x", 3]}}}
      """#
    #expect(
      try places(figure) == [
        "S001 /data/0/colour", "J002 /data/0/y/1", "S001 /data/0/z", "S008 /data/0/marker/size/1", "S001 /layout/titel",
        "J002 /layout/titel/1/1/b", "S014 /layout/xaxis/range",
      ])
  }

  @Test func areRightWhereTheTextBreaksInAnArrayOfData() throws {
    #expect(try places(#"{"data": [{"x": [1, 2], "y": [1, 2 3]}]}"#) == ["J001 /data/0/y"])
    #expect(try places(#"{"data": [{"x": [1, 2], "y": [1, 2"#) == ["J001 /data/0/y"])
    #expect(try places(#"{"data": [{"x": [1, 2] "y": 1}]}"#) == ["J001 /data/0"])
  }
}
