import Testing

@testable import Figlint

/// The root of a figure, and parts that are none.
@Suite struct FigureRootTests {
  @Test(arguments: [
    "{}", #"{"data":[]}"#, #"{"layout":{}}"#, #"{"data":[],"layout":{},"frames":[],"config":{}}"#,
    #"{"config":{},"frames":[],"layout":{},"data":[]}"#, #" { "data" : [ { } ] } "#,
  ]) func mayHaveAnyOfItsParts(figure: String) { expect(figure, gives: []) }

  @Test func hasNoOtherParts() {
    expect(#"{"data":[],"dat":[],"Layout":{"a":1},"x/y~z":0}"#, gives: ["S001 /dat", "S001 /Layout", "S001 /x~1y~0z"])
  }

  @Test(arguments: ["1", "[]", "null", "true", #""text""#]) func isAnObject(text: String) {
    expect(text, gives: ["S004 "])
    #expect(findings(text).first?.container == .figure)
    #expect(findings(text).first?.code == .object)
  }

  @Test func hasPartsOfTheRightKind() {
    expect(
      #"{"data":{},"layout":[],"frames":{},"config":[]}"#,
      gives: ["S004 /data", "S004 /layout", "S004 /frames", "S004 /config"])
    expect(
      #"{"data":[1,null,[],{}],"frames":[1,null]}"#,
      gives: ["S004 /data/0", "S004 /data/1", "S004 /data/2", "S004 /frames/0", "S004 /frames/1"])
    #expect(findings(#"{"data":{}}"#).first?.code == .array)
    #expect(findings(#"{"data":[],"layout":[]}"#).first?.code == .object)
  }

  @Test func knowsTheConfiguration() {
    expect(
      #"{"config":{"responsive":true,"responsiv":true,"scrollZoom":"x","plotGlPixelRatio":9,"edits":{"titleText":1}}}"#,
      gives: [
        "S009 /config/responsiv", "S002 /config/scrollZoom", "S002 /config/plotGlPixelRatio",
        "S002 /config/edits/titleText",
      ])
  }

  @Test func keepsTheOrderOfTheText() {
    let figure = #"{"layout":{"colour":1,"bargap":0.1},"frames":[{"x":1}],"config":{"y":1},"data":[{"z":1}]}"#
    expect(
      figure,
      gives: ["S001 /layout/colour", "S001 /layout/bargap", "S001 /frames/0/x", "S009 /config/y", "S001 /data/0/z"])
  }

  @Test func isReadBeforeTheTextBreaks() {
    expect(
      #"{"data":[{"colour":1}],"layout":{"colour":1} "#, gives: ["S001 /data/0/colour", "S001 /layout/colour", "J001 "])
    expect(#"{"data":[{"colour":1}]]"#, gives: ["S001 /data/0/colour", "J001 "])
    expect("", gives: ["J001 "])
    expect("  \n", gives: ["J001 "])
    expect(#"{"data":[]} x"#, gives: ["J001 "])
  }

  @Test func isTheSameBehindAByteOrderMark() {
    expect("\u{feff}" + #"{"data":[{"colour":1}]}"#, gives: ["J001 ", "S001 /data/0/colour"])
  }
}
