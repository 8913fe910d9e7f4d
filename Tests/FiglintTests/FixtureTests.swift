import TestSupport
import Testing

@testable import Figlint

/// The figures of the repository that README's first command checks.
@Suite struct FixtureTests {
  @Test func areSilentWhereTheyAreRight() throws {
    let figures = try FixtureFigures.read("right")
    #expect(figures.count >= 12)
    for (name, text) in figures {
      let found = findings(String(decoding: text, as: UTF8.self), as: .auto)
      #expect(found.map { "\($0.rule) \($0.pointer)" } == [], "\(name)")
    }
  }

  @Test(arguments: [
    (
      "colorscales",
      [
        "S010 /data/0/colorscale", "S010 /data/1/colorscale", "V006 /data/2/colorscale",
        "S010 /data/3/marker/colorscale",
      ]
    ),
    (
      "containers",
      [
        "S004 /data", "S004 /layout/annotations", "S004 /layout/xaxis", "S004 /layout/shapes/0", "S004 /frames",
      ]
    ),
    (
      "cut-off",
      [
        "S001 /data/0/colourscale", "J001 /data/1/z/1",
      ]
    ),
    (
      "frames-and-config",
      [
        "S001 /frames/0/data/0/zsmooth", "S001 /frames/0/trace", "S001 /frames/1/data/0/mode",
        "S001 /frames/1/layout/hiddenlabels", "S009 /config/responsiv", "S002 /config/displayModeBar",
      ]
    ),
    (
      "misspelt-attributes",
      [
        "S015 /data/0/mode", "S001 /data/0/marker/colour", "S001 /data/0/marker/sise", "S001 /data/0/hovertemplat",
        "S001 /layout/titel", "S001 /layout/xaxis/titel", "S001 /layout/xaxis/showgird",
        "S002 /layout/legend/orientation",
      ]
    ),
    (
      "not-quite-json",
      [
        "J001 /data/0/y", "J003 /data/0/name", "J001 /data", "S002 /layout/width",
      ]
    ),
    (
      "old-attributes",
      [
        "V005 /data/0/xsrc", "V003 /data/0/transforms", "V001 /data/1/titlefont", "V004 /layout/title",
        "V001 /layout/titlefont", "V005 /layout/hidesources", "V001 /layout/xaxis/titlefont",
        "V001 /layout/xaxis/autotick",
      ]
    ),
    (
      "old-style.template",
      [
        "S003 /data/bar/0/type", "V002 /data/scattermapbox", "V002 /data/pointcloud", "S004 /data/scatter",
        "S002 /layout/annotationdefaults/arrowsize", "V001 /layout/mapbox", "S001 /layout/font/famly",
      ]
    ),
    (
      "python-notation",
      [
        "J002 /data/0/y/2", "S005 /data/0/marker_color", "S006 /data/0/marker.size", "J002 /data/1/y/1",
        "S012 /data/1/xaxis", "S012 /layout/xaxis1", "S005 /layout/xaxis_title", "S001 /layout/bar_gap",
      ]
    ),
    (
      "typed-arrays",
      [
        "S011 /data/0/y", "S011 /data/1/y", "S011 /data/2/y", "S011 /data/3/z", "S007 /data/4/opacity",
      ]
    ),
    (
      "unknown-trace-type",
      [
        "S003 /data/0/type", "S003 /data/1/type", "S003 /data/2/type",
      ]
    ),
    (
      "wrong-values",
      [
        "S002 /data/0/opacity", "S002 /data/0/orientation", "S008 /data/0/marker/color/1",
        "S002 /data/0/marker/line/width", "S002 /data/0/textposition", "S002 /data/0/showlegend",
        "S002 /layout/barmode", "S002 /layout/width", "S002 /layout/xaxis/type", "S002 /layout/xaxis/domain/1",
      ]
    ),
  ]) func giveTheirFindingsWhereTheyAreBroken(name: String, expected: [String]) throws {
    let text = try #require(try FixtureFigures.read("broken").first { $0.name == name + ".json" }).text
    expect(String(decoding: text, as: UTF8.self), as: .auto, gives: expected)
  }
}
