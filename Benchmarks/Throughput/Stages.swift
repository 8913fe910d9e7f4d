/// A part of the work of figlint that is timed by itself.
protocol Stage {
  /// What the harness calls it.
  static var name: String { get }

  /// One pass over a corpus, in memory. What a pass needs is made before it and is not timed.
  static func prepare(_ corpus: Corpus) throws -> () throws -> Int
}

/// All stages.
enum Stages {
  static var all: [any Stage.Type] {
    [ScanStage.self, WalkStage.self, CheckStage.self, GridStage.self, CompileStage.self]
  }

  static func named(_ name: String) -> (any Stage.Type)? { all.first { $0.name == name } }
}
