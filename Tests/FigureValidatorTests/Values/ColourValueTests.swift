import JSONCore
import Testing
import ValidationTree

@testable import FigureValidator

@Suite struct ColourValueTests {
  @Test(arguments: [
    #"{"r": 1, "g": 2, "b": 3}"#, #"{"h": 1, "s": "50%", "v": 3, "a": null}"#, #"{"h": 1, "s": 2, "l": 3}"#,
    #"{"r": "x1", "g": [1], "b": ["a", [[0]]]}"#,  // a digit anywhere in its text will do
    #"{"r": null, "r": 1, "g": 2, "b": 3}"#,  // the last of equal keys counts
    #"{"r": "\u0031", "g": 2, "b": 3, "more": [{}]}"#,
  ])
  func isAColourForTinycolorOnly(json: String) throws {
    #expect(try isColour(json, .tinycolor))
    #expect(try !isColour(json, .modern))
  }

  @Test(arguments: [
    "null", "true", "5", "16711680", "[]", #"["red"]"#, "{}", #"{"r": 1, "g": 2}"#, #"{"R": 1, "G": 2, "B": 3}"#,
    #"{"r": "x", "g": 2, "b": 3}"#, #"{"r": true, "g": 2, "b": 3}"#, #"{"r": {"1": 1}, "g": 2, "b": 3}"#,
    #"{"r": 1e400, "g": 2, "b": 3}"#, #"{"r": 1, "r": null, "g": 2, "b": 3}"#, #"{"r": [null, [{}]], "g": 2, "b": 3}"#,
  ])
  func isNoColour(json: String) throws {
    #expect(try !isColour(json, .tinycolor))
    #expect(try !isColour(json, .modern))
  }

  @Test func readsEscapes() throws {
    #expect(try isColour(#""\u0072ed""#, .modern))
    #expect(try !isColour(#""\\u0072ed""#, .modern))
  }

  @Test(arguments: [
    (#"["red"]"#, true, true), (##"["red", "#00f"]"##, true, true), (#"["red", "f00"]"#, true, false),
    (#"["red", {"r": 1, "g": 2, "b": 3}]"#, true, false), ("[]", false, false), (#""red""#, false, false),
    (#"["red", null]"#, false, false), (#"["nope", "red"]"#, false, false), (#"[["red"]]"#, false, false),
    ("null", false, false),
  ])
  func takesListsOfColoursAlone(json: String, tinycolor: Bool, modern: Bool) throws {
    #expect(try scan(json) { (s) throws(ScanError) in try ColourValue.scanList(&s, grammar: .tinycolor) } == tinycolor)
    #expect(try scan(json) { (s) throws(ScanError) in try ColourValue.scanList(&s, grammar: .modern) } == modern)
  }

  private func isColour(_ json: String, _ grammar: ColourGrammar) throws -> Bool {
    try scan(json) { (scanner) throws(ScanError) in try ColourValue.scan(&scanner, grammar: grammar) }
  }
}
