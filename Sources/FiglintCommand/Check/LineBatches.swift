import Inflation
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
  fileprivate var text: [UInt8] = []
  /// The text where it is one long line.
  fileprivate var long: DetachedText?
  fileprivate(set) var lines: [Line] = []

  init(name: String) { self.name = name }

  /// Lends the text to `body`.
  func withText<R>(_ body: (Span<UInt8>) -> R) -> R {
    if let long { long.withBytes(body) } else { body(text.span) }
  }
}

/// The lines of all inputs, in batches that are worth a thread's while.
///
/// A batch ends where the next line is not there yet, so that answers need not wait for it.
struct LineBatches: ~Copyable, WorkSource {
  /// From how many bytes on a batch is handed out.
  private static let enough = 1 << 14
  /// From how many bytes on a line is not copied.
  private static let long = 1 << 20

  private var paths: ArraySlice<String>
  private let standardInputName: String
  private let limits: InflateLimits
  private var reader: LineReader?
  private var name = ""
  private var batches = 0

  /// - Parameter limits: For inputs that are compressed: they are inflated as a whole.
  init(_ paths: [String], standardInputName: String, inflating limits: InflateLimits) {
    self.paths = paths[...]
    self.limits = limits
    self.standardInputName = standardInputName
  }

  /// Not for the first batch: one line alone is not worth a thread.
  var hasMore: Bool { batches > 1 }

  mutating func next() -> Result<LineBatch, Failure>? {
    batches += 1
    while true {
      do throws(FileError) {
        if let batch = try readBatch() { return .success(batch) }
        reader = nil
        guard let path = paths.popFirst() else { return nil }
        name = path == "-" ? standardInputName : path
        if let failure = try open(path == "-" ? LineReader() : try LineReader(path)) { return .failure(failure) }
      } catch {
        reader = nil
        return .failure(Failure(message: error.message, help: error.help))
      }
    }
  }

  /// Goes on with the lines of an input; returns why they cannot be inflated, where they would have to be.
  private mutating func open(_ input: consuming LineReader) throws(FileError) -> Failure? {
    guard try input.begins(with: Inflater.signature) else {
      reader = consume input
      return nil
    }
    var inflater = Inflater()
    let archive = try input.takeRest()
    do throws(InflateFailure) {
      try archive.withBytes { bytes throws(InflateFailure) in try inflater.inflate(bytes, limits: limits) }
    } catch {
      return Failure(message: error.message(for: name), help: error.help)
    }
    try inflater.withBytes { text throws(FileError) in reader = try LineReader(text, named: name) }
    return nil
  }

  /// The next lines of the open input; nil at its end.
  private mutating func readBatch() throws(FileError) -> LineBatch? {
    guard try reader?.advance() == true else { return nil }
    var batch = LineBatch(name: name)
    if let length = reader?.length, length >= Self.long {
      try reader?.moveLine(to: &batch)
      return batch
    }
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

  /// Makes the current line the only one of a batch, without a copy.
  fileprivate mutating func moveLine(to batch: inout LineBatch) throws(FileError) {
    batch.lines = [LineBatch.Line(number: number, offset: offset, range: 0..<length)]
    batch.long = try detachLine()
  }
}
