import Testing

@testable import SchemaStore

@Suite struct VersionNameTests {
  @Test(arguments: ["4.2.0", "3.0.0-rc.2", "4.2.0-custom", "studio.example.com", "127.0.0.1-8080", "mine", "a_b+c"])
  func isAVersionOrAWord(text: String) {
    #expect(VersionName(text)?.description == text)
  }

  @Test(arguments: [
    "", "4", "4.2", "latest", "chart-studio", "Latest", ".", "..", ".hidden", "-x", "a/b", "a b", "é", "a\u{0}",
    "x.json",
    "x.JSON", String(repeating: "a", count: 65),
  ]) func isNothingThatMeansSomethingElse(text: String) {
    #expect(VersionName(text) == nil)
  }

  @Test func doesNotTellCaseApart() {
    #expect(VersionName("3.0.0-RC.2") == VersionName("3.0.0-rc.2"))
  }

  @Test(arguments: [
    ("/plotly/plotly.js/v4.2.0/dist/plot-schema.json", "4.2.0"), ("plot-schema-2.35.2.json", "2.35.2"),
    ("/npm/plotly.js@4.2.0/dist/plot-schema.json", "4.2.0"), ("/4.1.0/plot-schema-4.2.0.json", "4.2.0"),
    ("/4.2.0/x/4.2.0/plot-schema.json", "4.2.0"), ("4.2.0.json", "4.2.0"), ("plot-schema.json", nil), ("", nil),
    ("/3.0.1/and/4.0.0/plot-schema.json", nil), ("/4.2.0.1/plot-schema.json", nil), ("/04.2.0/x.json", nil),
  ]) func isToldByAPath(path: String, expected: String?) {
    #expect(VersionName.told(byPath: path)?.description == expected)
  }
}
