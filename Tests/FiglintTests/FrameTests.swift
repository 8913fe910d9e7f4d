import Testing

@testable import Figlint

/// Frames: their traces have the types of those that they update.
@Suite struct FrameTests {
  private let data = #""data":[{"type":"bar"},{"z":[[1]],"type":"heatmap"}]"#

  private func expectEitherWay(
    _ frames: String, gives expected: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    expect(#"{\#(data),"frames":\#(frames)}"#, gives: expected, sourceLocation: sourceLocation)
    expect(#"{"frames":\#(frames),\#(data)}"#, gives: expected, sourceLocation: sourceLocation)
  }

  @Test func updateTheTracesInOrder() {
    expectEitherWay(#"[{"data":[{"width":1},{"zsmooth":"best"}]}]"#, gives: [])
    expectEitherWay(
      #"[{"data":[{"zsmooth":"best"},{"width":1}]}]"#,
      gives: ["S001 /frames/0/data/0/zsmooth", "S001 /frames/0/data/1/width"])
  }

  @Test func updateTheTracesThatTheyName() {
    expectEitherWay(#"[{"traces":[1],"data":[{"zsmooth":"best"}]}]"#, gives: [])
    expectEitherWay(#"[{"data":[{"zsmooth":"best"}],"traces":[1]}]"#, gives: [])
    expectEitherWay(#"[{"data":[{"zsmooth":"best"},{"width":1}],"name":"a","traces":["1","0"]}]"#, gives: [])
    expectEitherWay(#"[{"data":[{"width":1}],"traces":[1]}]"#, gives: ["S001 /frames/0/data/0/width"])
  }

  /// A trace that there is not is scatter.
  @Test(arguments: ["7", "-1", "0.5", #""x""#, #""""#, #""01""#, "1e400", "{}"]) func nameNoOtherTraces(index: String) {
    let found = findings(#"{\#(data),"frames":[{"data":[{"mode":"lines","width":1}],"traces":[\#(index)]}]}"#)
    #expect(found.contains { $0.pointer == "/frames/0/data/0/width" && $0.rule.description == "S001" })
    #expect(!found.contains { $0.pointer == "/frames/0/data/0/mode" })
  }

  @Test func nameTheirOwnTypesIfTheyLike() {
    expectEitherWay(#"[{"data":[{"zsmooth":"best","type":"heatmap"}],"traces":[0]}]"#, gives: [])
    expectEitherWay(#"[{"data":[{"values":[1],"type":"pie"}]}]"#, gives: [])
  }

  @Test func haveLayoutsWithTheContributionsOfAllTraces() {
    expectEitherWay(#"[{"layout":{"bargap":0.1,"barpolar":1}}]"#, gives: ["S001 /frames/0/layout/barpolar"])
    expectEitherWay(#"[{"layout":{"hiddenlabels":[]},"data":[{"type":"pie"}]}]"#, gives: [])
    expectEitherWay(#"[{"data":[{"type":"pie"}],"layout":{"hiddenlabels":[]}}]"#, gives: [])
    // The pie of one frame says nothing for the next one, nor for the layout of the figure.
    expectEitherWay(
      #"[{"data":[{"type":"pie"}]},{"layout":{"hiddenlabels":[]}}]"#, gives: ["S001 /frames/1/layout/hiddenlabels"])
    expect(
      #"{"data":[],"frames":[{"data":[{"type":"pie"}]}],"layout":{"hiddenlabels":[]}}"#,
      gives: ["S001 /layout/hiddenlabels"])
  }

  @Test func haveAttributesOfTheirOwn() {
    expectEitherWay(
      #"[{"name":"a","group":"g","baseframe":"b","nam":1,"data":{},"layout":[]}]"#,
      gives: ["S001 /frames/0/nam", "S004 /frames/0/data", "S004 /frames/0/layout"])
  }

  @Test func reportTheTextOnceHoweverOftenTheyAreRead() {
    expectEitherWay(
      #"[{"layout":{"width":NaN},"data":[{"zsmooth":"best","z":[NaN,],"x":1e400,"x":1}],"traces":[1]}]"#,
      gives: [
        "J002 /frames/0/layout/width", "J002 /frames/0/data/0/z/0", "J001 /frames/0/data/0/z",
        "S002 /frames/0/data/0/x", "J003 /frames/0/data/0/x", "S002 /frames/0/data/0/x",
      ])
  }
}
