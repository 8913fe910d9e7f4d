import SystemIO

/// A worker for `Benchmarks/run`: holds its arguments' files in memory and goes over them once for each line of standard
/// input, which names a stage. It answers with the nanoseconds of processor time of that pass and with a count by which passes are told to
/// have done the same, so that one program and its peers can take turns.
///
///     Throughput [--max-depth N] PATH…
@main
struct Throughput {
  static func main() throws {
    let corpus = try Corpus(CommandLine.arguments.dropFirst())
    var output = BufferedOutput.standardOutput
    try output.write("\(corpus.inputs.count) \(corpus.byteCount)\n")
    try output.flush()
    while let line = readLine() {
      if let stage = Stages.named(line) {
        let pass = try stage.prepare(corpus)
        let meter = WorkMeter()
        let count = try pass()
        try output.write("\(meter.nanoseconds) \(count)\n")
      } else {
        try output.write("unknown\n")
      }
      try output.flush()
    }
  }
}
