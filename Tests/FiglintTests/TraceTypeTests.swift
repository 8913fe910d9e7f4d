import Testing

@testable import Figlint

/// The `type` of a trace, wherever it stands, and what it decides.
@Suite struct TraceTypeTests {
  @Test func isFoundFirstInTheMiddleAndLast() {
    expect(#"{"data":[{"type":"heatmap","z":[[1]],"zsmooth":"best"}]}"#, gives: [])
    expect(#"{"data":[{"z":[[1]],"type":"heatmap","zsmooth":"best"}]}"#, gives: [])
    expect(#"{"data":[{"z":[[1]],"zsmooth":"best","type":"heatmap"}]}"#, gives: [])
    expect(
      #"{"data":[{"z":[[1]],"zsmooth":"no","mode":"lines","type":"heatmap"}]}"#,
      gives: ["S002 /data/0/zsmooth", "S001 /data/0/mode"])
  }

  @Test func isScatterWhereItIsMissing() {
    expect(#"{"data":[{"mode":"lines"},{"z":[[1]]}]}"#, gives: ["S001 /data/1/z"])
  }

  /// The trace before is the guess, and must leave no trace of itself.
  @Test func doesNotDependOnTheTraceBefore() {
    expect(#"{"data":[{"type":"pie","values":[1]},{"mode":"lines"},{"values":[1],"type":"pie"}]}"#, gives: [])
    expect(#"{"data":[{"type":"pie"},{"values":[1]}]}"#, gives: ["S001 /data/1/values"])
    expect(
      #"{"data":[{"type":"nothing"},{"mode":"lines"},{"z":[[1]],"type":"heatmap"}]}"#, gives: ["S003 /data/0/type"])
  }

  @Test func isCheckedAsScatterWhereItIsUnknown() {
    expect(#"{"data":[{"type":"scater","mode":"lines","z":1}]}"#, gives: ["S003 /data/0/type", "S001 /data/0/z"])
    expect(#"{"data":[{"z":1,"mode":"lines","type":"scater"}]}"#, gives: ["S001 /data/0/z", "S003 /data/0/type"])
  }

  @Test(arguments: ["1", "true", "[]", "{}", #""""#, #""BAR""#, #""bar ""#]) func isATextOfTheSchema(value: String) {
    expect(#"{"data":[{"type":\#(value)}]}"#, gives: ["S003 /data/0/type"])
  }

  @Test func mayBeWrittenWithEscapes() {
    expect(#"{"data":[{"z":[[1]],"t\u0079pe":"h\u0065atmap","\u007asmooth":"best"}]}"#, gives: [])
  }

  @Test func isNotSetWhereItIsNull() {
    expect(#"{"data":[{"type":null,"mode":"lines"}]}"#, gives: [])
    expect(#"{"data":[{"type":null,"mode":"lines"}]}"#, withNulls: true, gives: ["S017 /data/0/type"])
  }

  @Test func isTheLastOneWhereItComesTwice() {
    expect(#"{"data":[{"type":"bar","z":[[1]],"type":"heatmap"}]}"#, gives: ["J003 /data/0/type"])
    expect(#"{"data":[{"type":"heatmap","z":[[1]],"type":"bar"}]}"#, gives: ["S001 /data/0/z", "J003 /data/0/type"])
  }

  /// What was noted while the type was guessed does not hold.
  @Test func isNotGuessedWhereTheTextBreaksBeforeIt() {
    expect(#"{"data":[{"z":[[1]],"zsmooth":"best""#, gives: ["J001 /data/0"])
    expect(#"{"data":[{"z":[[1]],"zsmooth":"no","type":"heatmap""#, gives: ["S002 /data/0/zsmooth", "J001 /data/0"])
    expect(#"{"data":[{"colour":1},{"z":[[1]],"zsmooth":"#, gives: ["S001 /data/0/colour", "J001 /data/1/zsmooth"])
  }

  @Test func mayBeKnownInOneTargetOnly() {
    let both: [Target] = [.version("2.35.2"), .version("4.1.1")]
    expect(
      #"{"data":[{"type":"scattermapbox","lat":[1],"mode":"lines"}]}"#, against: both,
      gives: ["V002 /data/0/type @4.1.1", "S001 /data/0/lat @4.1.1"])
    expect(
      #"{"data":[{"lat":[1],"mode":"lines","nothing":1,"type":"scattermapbox"}]}"#, against: both,
      gives: ["S001 /data/0/lat @4.1.1", "S001 /data/0/nothing @2.35.2,4.1.1", "V002 /data/0/type @4.1.1"])
  }

  @Test func mustBeThatOfTheListInATemplate() {
    expect(
      #"{"data":[],"layout":{"template":{"data":{"bar":[{"type":"bar"},{"type":"pie"},{"width":"x"},1]}}}}"#,
      gives: [
        "S003 /layout/template/data/bar/1/type", "S002 /layout/template/data/bar/2/width",
        "S004 /layout/template/data/bar/3",
      ])
  }
}
