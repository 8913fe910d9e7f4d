import Testing

@testable import Figlint

/// The layout: what traces contribute to it, subplot objects, lists, before or behind the data.
@Suite struct LayoutTests {
  /// A figure with the layout before the data and one with it behind.
  private func expectEitherWay(
    data: String, layout: String, against targets: [Target] = [.version("4.1.1")], gives expected: [String],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for figure in [#"{"data":\#(data),"layout":\#(layout)}"#, #"{"layout":\#(layout),"data":\#(data)}"#] {
      expect(figure, against: targets, gives: expected, sourceLocation: sourceLocation)
    }
  }

  @Test func hasWhatThePresentTraceTypesContribute() {
    expectEitherWay(data: #"[{"type":"bar"}]"#, layout: #"{"bargap":0.1,"barmode":"stack"}"#, gives: [])
    expectEitherWay(data: #"[{"type":"histogram"}]"#, layout: #"{"bargap":0.1}"#, gives: [])
    expectEitherWay(data: #"[{"type":"pie"}]"#, layout: #"{"bargap":0.1}"#, gives: ["S001 /layout/bargap"])
    expectEitherWay(data: "[]", layout: #"{"bargap":0.1}"#, gives: ["S001 /layout/bargap"])
    expectEitherWay(data: #"[{"y":[1],"type":"bar"}]"#, layout: #"{"bargap":2}"#, gives: ["S002 /layout/bargap"])
    expect(#"{"layout":{"bargap":0.1}}"#, gives: ["S001 /layout/bargap"])
  }

  @Test func hasContributionsInsideSubplots() {
    for polar in ["polar", "polar2", "polar17"] {
      let layout = #"{"\#(polar)":{"bargap":0.1,"barmode":"stack"}}"#
      expectEitherWay(data: #"[{"type":"barpolar"}]"#, layout: layout, gives: [])
      expectEitherWay(
        data: #"[{"type":"scatterpolar"}]"#, layout: layout,
        gives: ["S001 /layout/\(polar)/bargap", "S001 /layout/\(polar)/barmode"])
    }
    expectEitherWay(data: #"[{"type":"barpolar"}]"#, layout: #"{"bargap":0.1}"#, gives: ["S001 /layout/bargap"])
    expectEitherWay(
      data: #"[{"type":"barpolar"}]"#, layout: #"{"polar":{"radialaxis":{"bargap":0.1}}}"#,
      gives: ["S001 /layout/polar/radialaxis/bargap"])
  }

  @Test(arguments: [
    "xaxis", "xaxis2", "xaxis9", "xaxis10", "xaxis12", "yaxis99", "scene2", "geo3", "legend2", "coloraxis4",
  ])
  func hasSubplotsWithCounters(name: String) { expect(#"{"data":[],"layout":{"\#(name)":{}}}"#, gives: []) }

  @Test(arguments: [
    "xaxis0", "xaxis01", "xaxis02", "xaxis2x", "xaxis-2", "xaxis 2", "xaxis²", "axis2", "2", "title2",
    "font2",
    "annotations2", "xaxis2.5", "margin2", "Xaxis2",
  ]) func hasNoOtherNamesWithDigits(name: String) {
    expect(#"{"data":[],"layout":{"\#(name)":{}}}"#, gives: ["S001 /layout/\(name)"])
  }

  @Test func hasNoFirstSubplotWithACounter() {
    expect(#"{"data":[],"layout":{"xaxis1":{},"scene1":{}}}"#, gives: ["S012 /layout/xaxis1", "S012 /layout/scene1"])
  }

  @Test func readsCountersBehindEscapes() {
    expect(#"{"data":[],"layout":{"xaxis\u0032":{"titel":1}}}"#, gives: ["S001 /layout/xaxis2/titel"])
  }

  /// Several legends came with plotly.js 2.22, several colour axes earlier.
  @Test func allowsCountersWhereTheVersionDoes() {
    let targets: [Target] = [.version("2.20.0"), .version("4.1.1")]
    expectEitherWay(
      data: "[]", layout: #"{"legend":{},"legend2":{"x":0},"xaxis2":{}}"#, against: targets,
      gives: ["V007 /layout/legend2 @2.20.0"])
  }

  @Test func hasListsOfObjects() {
    expect(
      #"{"data":[],"layout":{"annotations":[{"text":"a"},{"txt":"b"},null,1,[]],"shapes":{},"images":[[]]}}"#,
      gives: [
        "S001 /layout/annotations/1/txt", "S004 /layout/annotations/2", "S004 /layout/annotations/3",
        "S004 /layout/annotations/4", "S004 /layout/shapes", "S004 /layout/images/0",
      ])
  }

  @Test func hasTheAttributesOfContainersInContainers() {
    expect(
      #"{"data":[],"layout":{"xaxis3":{"title":{"text":"t","font":{"siez":1}},"rangeslider":{"yaxis":{"x":1}}}}}"#,
      gives: ["S001 /layout/xaxis3/title/font/siez", "S001 /layout/xaxis3/rangeslider/yaxis/x"])
  }
}
