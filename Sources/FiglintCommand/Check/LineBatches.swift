import SystemIO

/// Some lines, one after the other in an input.
struct LineBatch: Sendable {
  struct Line: Sendable {
    /// 1-based.
    let number: Int
    /// Where it begins in the input: 0-based bytes.
    let offset: Int
    /// Its bytes in the batch.
    let range: Range<Int>
  }

  /// The name of the input in findings.
  let name: String
  var text: [UInt8] = []
  var lines: [Line] = []
}

/// The lines of all inputs, in batches that are worth a thread's while.
///
/// A batch ends where the next line is not there yet, so that answers need not wait for it.
struct LineBatches: ~Copyable, WorkSource {
  /// From how many bytes on a batch is handed out.
  private static let enough = 1 << 14

  private var paths: ArraySlice<String>
  private let standardInputName: String
  private var reader: LineReader?
  private var name = ""
  private var batches = 0

  init(_ paths: [String], standardInputName: String) {
    self.paths = paths[...]
    self.standardInputName = standardInputName
  }

  /// Not for the first batch: one line alone is not worth a thread.
  var hasMore: Bool { batches > 1 }

  mutating func next() -> Result<LineBatch, FileError>? {
    batches += 1
    while true {
      do throws(FileError) {
        if let batch = try readBatch() { return .success(batch) }
        reader = nil
        guard let path = paths.popFirst() else { return nil }
        name = path == "-" ? standardInputName : path
        reader = path == "-" ? LineReader() : try LineReader(path)
      } catch {
        reader = nil
        return .failure(error)
      }
    }
  }

  /// The next lines of the open input; nil at its end.
  private mutating func readBatch() throws(FileError) -> LineBatch? {
    guard try reader?.advance() == true else { return nil }
    var batch = LineBatch(name: name)
    reader?.appendLine(to: &batch)
    while batch.text.count < Self.enough, reader?.hasBufferedLine == true, try reader?.advance() == true {
      reader?.appendLine(to: &batch)
    }
    return batch
  }
}

extension LineReader {
  /// Adds the current line to a batch.
  fileprivate borrowing func appendLine(to batch: inout LineBatch) {
    let start = batch.text.count
    withLine { line in batch.text.append(line) }
    batch.lines.append(LineBatch.Line(number: number, offset: offset, range: start..<batch.text.count))
  }
}
