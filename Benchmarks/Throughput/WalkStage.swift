import FigureValidator
import JSONCore
import LintRules
import SchemaCompiler
import ValidationTree

/// Scanner, schema and rules of the walk, without findings being worded.
enum WalkStage: Stage {
  static let name = "walk"

  static func prepare(_ corpus: Corpus) throws -> () throws -> Int {
    let tree = ValidationTree.bundled
    let facts = SchemaFacts(tree)
    let latest = VersionSet(version: try TargetResolver(tree).index(of: "latest"))
    let rules = RuleRegistry.onByDefault
    return {
      var problems = 0
      let memory = WalkMemory()
      for input in corpus.inputs {
        input.withInputBytes { bytes in
          var walker = FigureWalker(
            bytes, range: 0..<bytes.count, tree: tree, facts: facts, targets: latest, rules: rules,
            maximumDepth: corpus.maximumDepth, memory: memory)
          walker.walk(as: .figure)
          problems += walker.problems.count
        }
      }
      return problems
    }
  }
}
