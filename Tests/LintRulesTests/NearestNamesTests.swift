import Testing

@testable import LintRules

@Suite struct NearestNamesTests {
  private static let names = [
    "mode", "name", "opacity", "size", "sizeref", "type", "visible", "x", "xaxis", "y", "yaxis",
  ]

  @Test(arguments: [
    ("Mode", "mode"), ("tpye", "type"), ("opacitys", "opacity"), ("visibel", "visible"), ("xaixs", "xaxis"),
    ("xx", "x"), ("Y", "y"), ("siz", "size"), ("sizereff", "sizeref"),
  ])
  func theRightNameComesFirst(typo: String, name: String) {
    #expect(NearestNames.matches(to: typo, among: Self.names).first?.name == name)
  }

  @Test(arguments: [
    "", "w", "moo", "xxx", "colour", "visual", "a name that is much too long to be any of these names at all, really",
  ])
  func noNameIsBetterThanASillyOne(typo: String) {
    #expect(NearestNames.matches(to: typo, among: Self.names).isEmpty)
  }

  @Test func equallyNearNamesAreShownTogetherAndNoneIsCertain() {
    let found = NearestNames.matches(to: "zaxis", among: Self.names)
    #expect(found.shown == ["xaxis", "yaxis"])
    #expect(found.certain == nil)
    #expect(NearestNames.matches(to: "xaxiss", among: Self.names).certain == "xaxis")
  }

  @Test func theMoreAlikeOfEquallyNearNamesComesFirst() {
    #expect(NearestNames.matches(to: "dticks", among: ["nticks", "ticks", "dtick"]).first?.name == "dtick")
  }
}
