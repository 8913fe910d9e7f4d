import JSONCore

/// The grammar alone: no schema, no rule. What a check costs above this is the price of knowing plotly.
enum ScanStage: Stage {
  static let name = "scan"

  static func prepare(_ corpus: Corpus) -> () throws -> Int {
    {
      var count = 0
      for input in corpus.inputs {
        try input.withInputBytes { bytes throws(ScanError) in
          var scanner = JSONScanner(bytes, range: 0..<bytes.count, maximumDepth: corpus.maximumDepth)
          try scanner.skipValue()
          count += scanner.position
        }
      }
      return count
    }
  }
}
