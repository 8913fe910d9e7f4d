import Figlint
import JSONCore
import SystemIO

// Checks files that are in memory, again and again: the time of the check alone, without reading.
let arguments = Array(CommandLine.arguments.dropFirst())
var reader = FileReader()
var inputs: [[UInt8]] = []
for path in arguments {
  let files: [String] =
    DirectoryWalk.isDirectory(path)
    ? DirectoryWalk(path, .init { $0.hasSuffix(".json") }).compactMap { try? $0.get() } : [path]
  for file in files {
    try reader.read(file)
    inputs.append(reader.withBytes { Array(copying: $0) })
  }
}
let total = inputs.reduce(0) { $0 + $1.count }
let checker = try FigureChecker()
var seconds: [Double] = []
var findings = 0
for _ in 0..<9 {
  let watch = Stopwatch()
  findings = 0
  for input in inputs { findings += checker.check(input).findings.count }
  seconds.append(Double(watch.nanoseconds) / 1e9)
}
seconds.sort()
print("best", Double(total) / seconds[0] / 1e9)
print(inputs.count, "inputs", total, "bytes", findings, "findings", Double(total) / seconds[4] / 1e9, "GB/s")
