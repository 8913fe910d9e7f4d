import Testing

@testable import Figlint

/// Texts with which a careless walk would be at it for hours.
@Suite struct LinearWorkTests {
  /// Each repeated key, looked for from the beginning of its object, would pass the long array again.
  @Test func staysLinearForRepeatedAttributesBehindALongArray() {
    let long = Array(repeating: "1", count: 200_000).joined(separator: ",")
    let repeated = Array(repeating: #""y":1"#, count: 10_000).joined(separator: ",")
    let found = findings(#"{"data":[{"meta":[[\#(long)],0],\#(repeated)}]}"#)
    #expect(found.count { $0.rule == RuleID("J003") } == 9_999)
  }

  @Test func staysLinearForManyTracesOfAlternatingTypes() {
    let traces = (0..<5_000).map { $0 % 2 == 0 ? #"{"z":[[1]],"type":"heatmap"}"# : #"{"values":[1],"type":"pie"}"# }
    #expect(findings(#"{"data":[\#(traces.joined(separator: ","))]}"#).isEmpty)
  }

  @Test func staysLinearForManyLayoutsBeforeTheData() {
    let layouts = Array(repeating: #""layout":{"bargap":0.1}"#, count: 5_000).joined(separator: ",")
    let found = findings(#"{\#(layouts),"data":[{"type":"bar"}]}"#)
    #expect(found.count == 4_999)
  }

  @Test func endsAHundredThousandBracketsInAFinding() {
    for place in ["", #"{"data":"#, #"{"layout":{"meta":"#, #"{"data":[{"x":"#, #"{"layout":{"template":"#] {
      let found = findings(place + String(repeating: "[", count: 100_000))
      #expect(found.map(\.rule) == [RuleID("J005")])
    }
    let found = findings(String(repeating: #"[{"":"#, count: 50_000))
    #expect(found.map(\.rule) == [RuleID("J005")])
  }

  /// What suggestions ask of an object, the keys beside one, would be read again for each mistake in it.
  @Test func staysLinearForManyMistakesInObjectsWithinOneAnother() {
    let long = Array(repeating: "1", count: 100_000).joined(separator: ",")
    let mistakes = (0..<5_000).map { #""colur\#($0)":1,"marker":{"colr":1}"# }
    let found = findings(#"{"data":[{"y":[\#(long)],\#(mistakes.joined(separator: ","))}]}"#)
    #expect(found.count { $0.rule == RuleID("S001") } == 10_000)
  }
}
