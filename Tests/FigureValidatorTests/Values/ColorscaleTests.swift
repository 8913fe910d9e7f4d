import JSONCore
import Testing
import ValidationTree

@testable import FigureValidator

@Suite struct ColorscaleTests {
  @Test func knowsItsEighteenNames() {
    let names = ColorscaleNames.all.description.split(separator: " ").map(String.init)
    #expect(names.count == 18)
    #expect(names == Set(names).sorted { $0.lowercased() < $1.lowercased() })
    for name in names { #expect(lend(name) { ColorscaleNames.contains($0, $1) }, "\(name)") }
  }

  @Test(arguments: [
    #""Viridis""#,
    #"[[0, "red"], [1, "blue"]]"#, #"[[0, "red"], [0.5, "green"], [0.5, "white"], [1, "blue"]]"#,
    #"[["0.0", "red"], [" 1 ", "blue"]]"#, #"[["", "red"], ["0x1", "blue"]]"#,  // positions go through `Number`
    #"[[null, "red"], [true, "blue"]]"#, #"[[[], "red"], [[["1"]], "blue"]]"#, #"[[-0, "red"], [1.0, "blue"]]"#,
    #"[[0, "red"], ["x", "green"], [1, "blue"]]"#,  // nothing is below NaN
    #"[[0, "red"], ["x", "green"], [-5, "white"], [1, "blue"]]"#,
    #""[[0, \"red\"], [1, \"blue\"]]""#, #"" [[0,\"red\"],[1,\"blue\"]]\n""#,  // text is parsed as JSON
    #""\"Viridis\"""#, #""\"[[0,\\\"red\\\"],[1,\\\"blue\\\"]]\"""#,  // and once more
  ])
  func isAColorscale(json: String) throws {
    #expect(try isColorscale(json, .tinycolor))
    #expect(try isColorscale(json, .modern))
  }

  @Test(arguments: [
    "null", "5", "{}", "[]", #""""#, #""viridis""#, #""Viridis_r""#, #""Viridis ""#, #""constructor""#,
    #"["red", "blue"]"#, #"[[0, "red"]]"#, #"[[1, "red"]]"#,
    #"[[0.1, "red"], [1, "blue"]]"#, #"[[0, "red"], [0.9, "blue"]]"#, #"[[1, "red"], [0, "blue"]]"#,
    #"[[0, "red"], [0.7, "red"], [0.5, "red"], [1, "blue"]]"#, #"[[0, "red"], [2, "red"], [1, "blue"]]"#,
    #"[["x", "red"], [1, "blue"]]"#, #"[[[0, 0], "red"], [1, "blue"]]"#, #"[[[true], "red"], [1, "blue"]]"#,
    #"[[0, "nope"], [1, "blue"]]"#, #"[[0, 5], [1, "blue"]]"#, #"[[0, "red", 1], [1, "blue"]]"#,
    #"[[0], [1, "blue"]]"#, #"[[], [1, "blue"]]"#, #"[null, [0, "red"], [1, "blue"]]"#,
    #"[[0, "red"], null, [1, "blue"]]"#,  // plotly.js throws
    #"[[{}, "red"], [1, "blue"]]"#,
    #""[[0, \"red\"], [1, \"blue\"],]""#, #""[[0, 'red'], [1, 'blue']]""#, #""[[0,\"red\"],[1,\"blue\"]] x""#,
    #""\"\\\"Viridis\\\"\"""#,  // parsed twice, not three times
    #""\u00a0[[0,\"red\"],[1,\"blue\"]]""#,  // JSON has fewer kinds of white space
  ])
  func isNoColorscale(json: String) throws {
    #expect(try !isColorscale(json, .tinycolor))
    #expect(try !isColorscale(json, .modern))
  }

  @Test func followsTheColoursOfTheVersion() throws {
    #expect(try isColorscale(#"[[0, "f00"], [1, {"r": 1, "g": 2, "b": 3}]]"#, .tinycolor))
    #expect(try !isColorscale(#"[[0, "f00"], [1, "blue"]]"#, .modern))
    #expect(try isColorscale(#"[[0, "oklch(1 0 0)"], [1, "blue"]]"#, .modern))
    #expect(try !isColorscale(#"[[0, "oklch(1 0 0)"], [1, "blue"]]"#, .tinycolor))
  }

  private func isColorscale(_ json: String, _ grammar: ColourGrammar) throws -> Bool {
    try scan(json) { (scanner) throws(ScanError) in try Colorscale.scan(&scanner, grammar: grammar) }
  }
}
