import PlotSchema
import SchemaCompiler
import ValidationTree

/// Trees made from a few lines of schema.
enum SmallSchema {
  /// A schema of a trace type `dot` and a layout with these members.
  static func text(dot: String = "", layout: String = "", more: String = "") -> [UInt8] {
    let text =
      #"{"traces":{"dot":{"attributes":{\#(dot)}}\#(more)},"layout":{"layoutAttributes":{\#(layout)}},"#
      + #""frames":{"items":{"frame":{}}},"config":{},"animation":{}}"#
    return Array(text.utf8)
  }

  /// Compiles schemas as versions 1.0.0, 2.0.0, …
  static func block(_ texts: [[UInt8]]) throws -> TreeCompiler.Output {
    let inputs = try texts.enumerated().map { index, text in
      TreeCompiler.Input(try SchemaReader.read(text, version: "\(index + 1).0.0").schema, orNamed: "")
    }
    return try TreeCompiler.compile(inputs)
  }

  static func tree(_ texts: [UInt8]...) throws -> ValidationTree {
    try ValidationTree(copying: block(texts).block)
  }
}

extension ValidationTree {
  /// The attributes of the trace type `dot`.
  var dot: ContainerID? {
    word("dot").flatMap { edge(traces, $0) }.map { variant(of: $0, at: 0).node.container }
  }

  func edge(_ container: ContainerID?, named name: String) -> EdgeID? {
    guard let container, let word = word(name) else { return nil }
    return edge(container, word)
  }

  /// The variants of a member.
  func variants(_ edge: EdgeID) -> [Variant] { (0..<variantCount(of: edge)).map { variant(of: edge, at: $0) } }

  /// The definition of a member of `dot` that is an attribute in all versions.
  func definition(_ name: String) -> AttributeDefinition? {
    edge(dot, named: name).flatMap(soleNode).map { attribute($0.attribute) }
  }
}
