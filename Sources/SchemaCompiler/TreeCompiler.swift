import JSONCore
package import PlotSchema
package import ValidationTree

/// Makes one tree of schemas.
package enum TreeCompiler {
  /// A schema and what its version is called in the tree.
  package struct Input: Sendable {
    package let name: String
    package let schema: SchemaModel

    package init(name: String, schema: SchemaModel) {
      self.name = name
      self.schema = schema
    }

    /// A schema called by its version, or if it has none by `name`.
    package init(_ schema: SchemaModel, orNamed name: String) {
      self.init(name: schema.origin.version ?? name, schema: schema)
    }
  }

  /// What comes out.
  package struct Output: Sendable {
    /// The tree as bytes: ``TreeFormat``.
    package let block: [UInt8]
    package let warnings: [String]
  }

  /// Compiles schemas in any order; the tree has them oldest first, and those without a plotly.js version behind. The same
  /// schemas give the same bytes.
  ///
  /// - Complexity: in practice linear in the number of distinct definitions and places.
  package static func compile(_ inputs: [Input]) throws(CompileError) -> Output {
    guard !inputs.isEmpty else { throw .nothing }
    guard inputs.count <= TreeFormat.maxVersions else { throw .tooMany("versions", limit: TreeFormat.maxVersions) }
    let sorted = inputs.inOrder(by: isOlder)
    for (a, b) in zip(sorted, sorted.dropFirst()) where a.name == b.name { throw .sameVersion(a.name) }
    var writer = TreeWriter(try SchemaMerger.merge(sorted))
    let block = try writer.write()
    return Output(block: block, warnings: writer.warnings)
  }

  /// Compiles schemas and opens the tree.
  package static func tree(_ inputs: [Input]) throws(CompileError) -> ValidationTree {
    open(try compile(inputs))
  }

  /// The tree of what was compiled.
  package static func open(_ output: Output) -> ValidationTree {
    do { return try ValidationTree(copying: output.block) } catch { preconditionFailure("the compiler wrote no tree") }
  }

  private static func isOlder(_ a: Input, _ b: Input) -> Bool {
    switch (PlotlyVersion(a.name), PlotlyVersion(b.name)) {
    case (let a?, let b?): a < b
    case (_?, nil): true
    case (nil, _?): false
    case (nil, nil): a.name < b.name
    }
  }
}
