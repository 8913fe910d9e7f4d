import JSONCore
import SchemaCompiler
import Testing
import ValidationTree

@Suite struct PatternTests {
  /// Whether a text fits an expression, for a tree made with it.
  private func matches(_ expression: String, _ text: String) throws -> Bool {
    let (tree, pattern) = try compiled(expression)
    return Array("<\(text)>".utf8).withInputBytes { tree.matches(pattern, $0, 1..<$0.count - 1) }
  }

  private func compiled(_ expression: String) throws -> (ValidationTree, PatternID) {
    let escaped = expression.replacing("\\", with: "\\\\")
    let tree = try SmallSchema.tree(SmallSchema.text(dot: #""a":{"valType":"subplotid","regex":"\#(escaped)"}"#))
    return (tree, try #require(tree.definition("a")?.pattern))
  }

  private let counter = "([2-9]|[1-9][0-9]+)"

  @Test(arguments: [
    ("x", true), ("x2", true), ("x9", true), ("x10", true), ("x99", true), ("x1", false), ("x0", false), ("x02", false),
    ("x01", false), ("x2 domain", true), ("x domain", true), ("x10 domain", true), ("x1 domain", false),
    ("xdomain", false),
    ("x  domain", false), ("x domain ", false), ("y", false), ("", false), ("xx", false), ("x2x", false), ("ax", false),
  ])
  func namesOfAxes(text: String, fits: Bool) throws {
    #expect(try matches("/^x\(counter)?( domain)?$/", text) == fits)
  }

  @Test(arguments: [
    ("xy", true), ("x2y", true), ("xy3", true), ("x12y34", true), ("x1y", false), ("xy1", false), ("x", false),
    ("yx", false),
    ("xyz", false),
  ])
  func namesOfSubplots(text: String, fits: Bool) throws {
    #expect(try matches("/^x\(counter)?y\(counter)?$/", text) == fits)
  }

  @Test func aCounterMayBeRequired() throws {
    #expect(try matches("/^x\(counter)$/", "x2"))
    #expect(try !matches("/^x\(counter)$/", "x"))
  }

  @Test(arguments: [
    "/a/", "/^a/", "/a$/", "/^a.b$/", "/^a?$/", "/^a+$/", "/^[ab]$/", "/^(a|b)?$/", "/^x(y)$/", "/^\\d$/", "no slashes",
    "/^x([2-9]|[1-9][0-9]+)?5$/", "/^x([2-9]|[1-9][0-9]+)?( d)?5$/", "//", "/^$", "^$/",
    "/^x([2-9]|[1-9][0-9]+)?([2-9]|[1-9][0-9]+)?$/",
  ])
  func whatIsNotKnownMatchesEverything(expression: String) throws {
    let (tree, pattern) = try compiled(expression)
    #expect(tree.kind(of: pattern) == .unknown)
    #expect(tree.source(of: pattern) == expression)
    #expect(try matches(expression, "anything"))
    let escaped = expression.replacing("\\", with: "\\\\")
    let output = try SmallSchema.block([SmallSchema.text(dot: #""a":{"valType":"subplotid","regex":"\#(escaped)"}"#)])
    #expect(output.warnings == ["the expression '\(expression)' is not understood: it accepts every text"])
  }

  @Test func theEmptyExpressionMatchesTheEmptyText() throws {
    #expect(try matches("/^$/", ""))
    #expect(try !matches("/^$/", "a"))
  }

  @Test func aSingleSlashIsAnAccident() throws {
    let tree = try SmallSchema.tree(SmallSchema.text(dot: #""a":{"valType":"enumerated","values":["/","+"]}"#))
    let list = try #require(tree.definition("a")?.values)
    guard case .pattern(let pattern) = tree.element(of: list, at: 0) else {
      Issue.record("no pattern")
      return
    }
    #expect(tree.kind(of: pattern) == .accidental && tree.source(of: pattern) == "/")
    #expect([UInt8]().withInputBytes { tree.matches(pattern, $0, 0..<0) })
  }
}
