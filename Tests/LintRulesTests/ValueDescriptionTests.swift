import SchemaCompiler
import Testing
import ValidationTree

@testable import LintRules

@Suite struct ValueDescriptionTests {
  @Test(arguments: [
    (["scatter", "opacity"], "a number from 0 to 1"),
    (["scatter", "line", "width"], "a number of at least 0"),
    (["scatter", "mode"], "'lines', 'markers' and 'text' joined with '+', or 'none'"),
    (["scatter", "visible"], "one of true, false or 'legendonly'"),
    (["scatter", "orientation"], "'v' or 'h'"),
    (["scatter", "showlegend"], "true or false"),
    (["scatter", "marker", "color"], "a colour"),
    (["scatter", "xaxis"], "the name of an x axis: 'x', 'x2', 'x3' …"),
    (["scatter", "marker", "coloraxis"], "the name of a coloraxis: 'coloraxis', 'coloraxis2', 'coloraxis3' …"),
    (["scatter", "x"], "an array of data"),
    (["scatter", "name"], "a string or a number"),
    (["scatter", "textfont", "weight"], "an integer from 1 to 1000, 'normal' or 'bold'"),
    (["scatter", "textfont", "family"], "a string that is not empty"),
    (["scatter", "marker", "angle"], "an angle in degrees or 'auto'"),
    (["scatter", "meta"], "any value"),
    (
      ["scatter", "marker", "symbol"],
      "one of 'circle', 'circle-open', 'circle-dot', 'circle-open-dot', 'square', 'square-open' and 156 more"
    ),
    (["pie", "domain", "x"], "an array of 2 items: each a number from 0 to 1"),
  ])
  func saysWhatAnAttributeAccepts(path: [String], text: String) throws {
    let tree = ValidationTree.bundled
    var node = NodeRef(.container, Int(tree.traces.rawValue))
    for name in path {
      let edge = try #require(tree.word(name).flatMap { tree.edge(node.container, $0) })
      node = try #require(tree.node(of: edge, inVersion: tree.versionCount - 1))
    }
    #expect(ValueDescription(tree, node.attribute).text == text)
  }

  @Test func everyAttributeHasADescriptionOfModerateLength() {
    let tree = ValidationTree.bundled
    for index in 0..<UInt16(NodeRef.mostAttributes) {
      let text = ValueDescription(tree, AttributeID(rawValue: index)).text
      #expect(!text.isEmpty && text.count < 240, "\(index): \(text)")
    }
  }
}

extension NodeRef {
  /// More than any tree has; those that it does not have are attributes of any value.
  fileprivate static var mostAttributes: Int { 3000 }
}
