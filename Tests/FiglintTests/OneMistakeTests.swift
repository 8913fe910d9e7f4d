import Testing

@testable import Figlint

/// One mistake is one finding, at the place where it was made.
@Suite struct OneMistakeTests {
  @Test(arguments: ["NaN", "Infinity", "-Infinity"]) func isATokenThatIsNoJSONWhereverItStands(token: String) {
    expect(#"{"data":[{"opacity":\#(token)}]}"#, gives: ["J002 /data/0/opacity"])
    expect(#"{"data":[{"type":\#(token),"mode":"lines"}]}"#, gives: ["J002 /data/0/type"])
    expect(
      #"{"data":[{"x":[1,\#(token)],"marker":\#(token),"line":{"color":\#(token)}}]}"#,
      gives: ["J002 /data/0/x/1", "J002 /data/0/marker", "J002 /data/0/line/color"])
    expect(
      #"{"data":[\#(token)],"layout":\#(token),"frames":\#(token),"config":\#(token)}"#,
      gives: ["J002 /data/0", "J002 /layout", "J002 /frames", "J002 /config"])
    expect(#"{"data":\#(token)}"#, gives: ["J002 /data"])
    expect(
      #"{"data":[{"marker":{"size":[\#(token)]}}],"layout":{"xaxis":{"range":[\#(token),1]}}}"#,
      gives: ["J002 /data/0/marker/size/0", "J002 /layout/xaxis/range/0"])
    expect(token, gives: ["J002 "])
    expect(
      #"{"data":[{"transforms":[{"type":\#(token)}]}]}"#, against: [.version("2.35.2")],
      gives: ["J002 /data/0/transforms/0/type"])
    expect(
      #"{"layout":{"template":{"data":{"bar":[{"type":\#(token)}]}}}}"#,
      gives: ["J002 /layout/template/data/bar/0/type"])
  }

  @Test func isANumberThatIsTooLarge() {
    expect(#"{"data":[{"opacity":1e400}]}"#, gives: ["S002 /data/0/opacity"])
    expect(#"{"data":[{"x":[1e400],"meta":1e400}]}"#, gives: ["J004 /data/0/x/0", "J004 /data/0/meta"])
    expect(#"{"data":[{"marker":{"size":1e400}}]}"#, gives: ["S002 /data/0/marker/size"])
    expect(#"{"data":[{"x":[9007199254740993]}]}"#, gives: ["J004 /data/0/x/0"])
  }

  @Test func isAKeyThatComesTwice() {
    expect(#"{"data":[{"x":[1],"y":[1],"x":[2],"x":[3]}]}"#, gives: ["J003 /data/0/x", "J003 /data/0/x"])
    expect(#"{"data":[],"data":[]}"#, gives: ["J003 /data"])
    expect(
      #"{"layout":{"xaxis":{"title":{"text":"a","text":"b"}},"xaxis2":{},"xaxis2":{}}}"#,
      gives: ["J003 /layout/xaxis/title/text", "J003 /layout/xaxis2"])
    expect(#"{"data":[{"meta":{"a":1,"\u0061":2}}]}"#, gives: ["J003 /data/0/meta/a"])
    expect(
      #"{"data":[{"nothing":1,"nothing":1}]}"#,
      gives: ["S001 /data/0/nothing", "J003 /data/0/nothing", "S001 /data/0/nothing"])
    // What the schema knows, what it does not, and what it knows again.
    expect(
      #"{"data":[{"x":[1],"q":1,"x":[2],"y":[1],"q":1,"y":[2]}]}"#,
      gives: ["S001 /data/0/q", "J003 /data/0/x", "J003 /data/0/q", "S001 /data/0/q", "J003 /data/0/y"])
  }

  @Test func isAKeyOfAnotherVersion() {
    // Newer than the target, gone in it, and of no version at all.
    expect(
      #"{"data":[{"type":"bar"}],"layout":{"barcornerradius":3}}"#, against: [.version("2.26.0")],
      gives: ["V007 /layout/barcornerradius"])
    expect(
      #"{"data":[{"legend":"legend2","legende":1}]}"#, against: [.version("2.20.0")],
      gives: ["V007 /data/0/legend", "S001 /data/0/legende"])
    expect(
      #"{"data":[{"legend":"legend2"}]}"#, against: [.version("1.58.4"), .version("4.1.1")],
      gives: ["V007 /data/0/legend @1.58.4"])
    expect(#"{"layout":{"titlefont":{}}}"#, against: [.version("3.7.0")], gives: ["V001 /layout/titlefont"])
    expect(
      #"{"layout":{"hidesources":true}}"#, against: [.version("3.7.0"), .version("4.1.1")],
      gives: ["V005 /layout/hidesources @4.1.1"])
  }

  @Test func standsAtAPointerThatIsEscaped() {
    expect(
      #"{"a/b":1,"c~d":1,"":1,"e\u002ff":1,"g\"h":1,"/́~́":1}"#,
      gives: ["S001 /a~1b", "S001 /c~0d", "S001 /", "S001 /e~1f", "S001 /g\"h", "S001 /~1\u{301}~0\u{301}"])
  }
}
