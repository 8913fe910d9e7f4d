import JSONCore
import PlotSchema
import SchemaCompiler

/// The text of a fetched plot-schema.json to a tree, ready to be walked.
enum CompileStage: Stage {
  static let name = "compile"

  static func prepare(_ corpus: Corpus) -> () throws -> Int {
    {
      var size = 0
      for input in corpus.inputs {
        let schema = try input.withInputBytes { try SchemaReader.read($0) }
        size += try TreeCompiler.compile([TreeCompiler.Input(schema, orNamed: "fetched")]).block.count
      }
      return size
    }
  }
}
