import Testing

@testable import Figlint

/// Templates, in a layout and as files of their own.
@Suite struct TemplateTests {
  private func expectBothWays(
    _ template: String, against targets: [Target] = [.version("4.1.1")], gives expected: [String],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    expect(template, against: targets, as: .template, gives: expected, sourceLocation: sourceLocation)
    expect(
      #"{"data":[],"layout":{"template":\#(template)}}"#, against: targets,
      gives: expected.map { $0.replacing(" /", with: " /layout/template/") }, sourceLocation: sourceLocation)
  }

  @Test func haveTracesOfEachType() {
    expectBothWays(#"{"data":{"bar":[{"width":1}],"pie":[{"hole":0.1},{}]}}"#, gives: [])
    expectBothWays(
      #"{"data":{"bar":[{"hole":1}],"brr":[{"x":1}],"pie":{}}}"#,
      gives: ["S001 /data/bar/0/hole", "S001 /data/brr", "S004 /data/pie"])
  }

  @Test func haveLayoutsWithTheContributionsOfAllTypes() {
    expectBothWays(
      #"{"layout":{"bargap":0.1,"hiddenlabels":[],"polar":{"barmode":"stack"},"barpolar":1}}"#,
      gives: ["S001 /layout/barpolar"])
  }

  @Test func haveDefaultsForTheItemsOfLists() {
    expectBothWays(
      #"{"layout":{"annotationdefaults":{"arrowhead":1},"xaxis":{"rangebreakdefaults":{},"tickformatstopdefaults":{}}}}"#,
      gives: [])
    expectBothWays(
      #"{"data":{"scatter":[{"marker":{"colorbar":{"tickformatstopdefaults":{"valu":1}}}}]}}"#,
      gives: ["S001 /data/scatter/0/marker/colorbar/tickformatstopdefaults/valu"])
    expectBothWays(
      #"{"layout":{"annotationdefaults":[],"defaults":1,"titledefaults":{},"annotationsdefaults":{}}}"#,
      gives: [
        "S004 /layout/annotationdefaults", "S001 /layout/defaults", "S001 /layout/titledefaults",
        "S001 /layout/annotationsdefaults",
      ])
    expect(#"{"layout":{"annotationdefaults":{}}}"#, gives: ["S001 /layout/annotationdefaults"])
  }

  @Test func haveNothingElse() {
    expectBothWays(#"{"data":[],"layout":[],"config":{}}"#, gives: ["S004 /data", "S004 /layout", "S001 /config"])
    expectBothWays(#"{"layout":{"template":"anything"}}"#, gives: [])
  }

  @Test func areKnownByTheirTraceTypes() {
    expect(#"{"data":{"bar":[{"hole":1}]},"layout":{}}"#, as: .auto, gives: ["S001 /data/bar/0/hole"])
  }

  @Test func mayBeANameOrNothing() {
    expect(#"{"layout":{"template":"plotly_dark"}}"#, gives: [])
    expect(#"{"layout":{"template":null}}"#, gives: [])
    expect(#"{"layout":{"template":"a","template":{}}}"#, gives: ["J003 /layout/template"])
    expect(#"{"layout":{"template":{},"template":{}}}"#, gives: ["J003 /layout/template"])
  }

  /// Old templates name trace types that are gone: one finding for each list, not for each trace in it.
  @Test func mayNameTypesThatOneTargetLacks() {
    expectBothWays(
      #"{"data":{"scattermapbox":[{"lat":[1]},{"lat":[1]}]}}"#, against: [.version("2.35.2"), .version("4.1.1")],
      gives: ["V002 /data/scattermapbox @4.1.1"])
  }
}
