import Testing

@testable import Figlint

/// Values of attributes: one case or two for each way in which a value is taken or refused. What plotly.js says about
/// thousands of values stands in the corpus.
@Suite struct AttributeValueTests {
  private func expectScatter(
    _ members: String, against targets: [Target] = [.version("4.1.1")], withNulls: Bool = false,
    gives expected: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    expect(
      #"{"data":[{\#(members)}]}"#, against: targets, withNulls: withNulls,
      gives: expected.map { $0.replacing(" ", with: " /data/0/", maxReplacements: 1) }, sourceLocation: sourceLocation)
  }

  @Test func haveBoundsAndKinds() {
    expectScatter(#""opacity":0.5,"visible":"legendonly","mode":"lines+markers","name":5,"xaxis":"x2""#, gives: [])
    expectScatter(
      #""opacity":1.5,"visible":"no","mode":"line","showlegend":"true","xaxis":"xaxis2""#,
      gives: ["S002 opacity", "S002 visible", "S002 mode", "S002 showlegend", "S002 xaxis"])
    expectScatter(#""mode":"lines+none+lines""#, gives: ["S015 mode"])
  }

  @Test func mayBeArraysWhereTheSchemaSaysSo() {
    expectScatter(#""marker":{"size":[1,2],"color":["red",1],"line":{"width":[1]}}"#, gives: [])
    expectScatter(#""opacity":[0.5],"line":{"color":["red"]}"#, gives: ["S007 opacity", "S007 line/color"])
    expectScatter(
      #""marker":{"size":[1,"x",-1],"color":["red","rde"]}"#, gives: ["S008 marker/size/1", "S008 marker/color/1"])
    expectScatter(#""x":1,"y":"a","text":{"a":1}"#, gives: ["S002 x", "S002 y", "S002 text"])
  }

  @Test func mayBeAnythingWhereTheSchemaSaysSo() {
    expectScatter(#""meta":{"a":[{"b":null}]},"customdata":[{"x":1}],"uid":"u""#, gives: [])
  }

  @Test func areListsWithAMeaningForEachPlace() {
    expect(#"{"layout":{"xaxis":{"range":[0,null],"domain":[0,1]}}}"#, gives: [])
    expect(
      #"{"layout":{"xaxis":{"domain":[0,2]},"yaxis":{"domain":[0]}}}"#,
      gives: ["S002 /layout/xaxis/domain/1", "S014 /layout/yaxis/domain"])
    // Of any length, and of two dimensions.
    expectScatter(
      #""type":"parcoords","dimensions":[{"constraintrange":[[1,2],[3,4]]},{"constraintrange":[1,2]}]"#, gives: [])
    expectScatter(
      #""type":"parcoords","dimensions":[{"constraintrange":[[1,2],3]}]"#,
      gives: ["S004 dimensions/0/constraintrange/1"])
  }

  @Test func areColoursAsTheVersionReadsThem() {
    let both: [Target] = [.version("3.7.0"), .version("4.1.1")]
    expectScatter(##""line":{"color":"#123456"},"fillcolor":"hsl(10,20%,30%)""##, against: both, gives: [])
    expectScatter(#""line":{"color":"hsv(10,20%,30%)"}"#, against: both, gives: ["V006 line/color @4.1.1"])
    expectScatter(#""line":{"color":"nocolour"}"#, against: both, gives: ["S002 line/color @3.7.0,4.1.1"])
    expectScatter(#""line":{"color":{"r":1,"g":2,"b":3}}"#, against: both, gives: ["S002 line/color @4.1.1"])
    expectScatter(#""marker":{"colorscale":"Viridis","color":[1]}"#, against: both, gives: [])
    expectScatter(
      #""marker":{"colorscale":[[0,"hsv(10,20%,30%)"],[1,"red"]]}"#, against: both,
      gives: ["V006 marker/colorscale @4.1.1"])
    expectScatter(
      #""marker":{"colorscale":[[0,"red"],[0.5,"blue"]]}"#, against: both,
      gives: ["S010 marker/colorscale @3.7.0,4.1.1"])
  }

  @Test func areTypedArraysSinceVersion2_28() {
    let good = #"{"dtype":"f8","bdata":"AAAAAAAA8D8AAAAAAAAAQA=="}"#
    expectScatter(#""x":\#(good),"marker":{"size":\#(good)}"#, gives: [])
    expectScatter(#""x":\#(good)"#, against: [.version("2.27.0"), .version("2.29.1")], gives: ["V010 x @2.27.0"])
    expectScatter(#""opacity":\#(good)"#, gives: ["S007 opacity"])
    expectScatter(#""x":{"bdata":"AAAA","dtype":"i1"},"y":{"dtype":"i2","bdata":"AAAA"}"#, gives: ["S011 y"])
    expectScatter(
      #""x":{"dtype":"f9","bdata":""},"y":{"dtype":"f8","bdata":"*"},"customdata":{"dtype":"u1","bdata":"AAAA","shape":"2,2"}"#,
      gives: ["S011 x", "S011 y", "S011 customdata"])
    expectScatter(#""type":"heatmap","z":{"dtype":"u1","bdata":"AAECAwQF","shape":"2, 3"}"#, gives: [])
    expectScatter(#""x":{"dtype":"f8"}"#, gives: ["S002 x"])
  }

  @Test func areNotSetWhereTheyAreNull() {
    expectScatter(#""mode":null,"marker":{"size":null},"x":null"#, gives: [])
    expectScatter(#""mode":null,"marker":{"size":null}"#, withNulls: true, gives: ["S017 mode", "S017 marker/size"])
    expectScatter(#""marker":null"#, gives: ["S004 marker"])
  }

  @Test func passByAccidentWithAWarning() {
    expectScatter(#""type":"bar","marker":{"pattern":{"shape":"nothing"}}"#, gives: ["S016 marker/pattern/shape"])
    #expect(findings(#"{"data":[{"type":"bar","marker":{"pattern":{"shape":"q"}}}]}"#).first?.severity == .warning)
  }

  @Test func areTransformsUpToVersion2() {
    let targets: [Target] = [.version("2.35.2"), .version("3.7.0")]
    expectScatter(
      #""transforms":[{"type":"filter","target":"x","operation":">","value":1}]"#, against: targets,
      gives: ["V003 transforms @3.7.0"])
    expectScatter(
      #""transforms":[{"operaton":">","type":"filter"},{"type":"filtr","value":1},{},null]"#,
      against: [.version("2.35.2")],
      gives: [
        "S001 transforms/0/operaton", "S003 transforms/1/type", "S001 transforms/1/value", "S004 transforms/3",
      ])
    expectScatter(#""transforms":{}"#, against: [.version("2.35.2")], gives: ["S004 transforms"])
  }
}
