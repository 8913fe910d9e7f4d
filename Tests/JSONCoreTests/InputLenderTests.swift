import Synchronization
import TestSupport
import Testing

@testable import JSONCore

/// Giving back what has been read.
@Suite struct InputLenderTests {
  private static let stride = 1 << 16

  /// Texts of about a megabyte, each nearly all of one kind.
  private static let texts: [(name: String, text: String)] = [
    ("numbers", array(of: "-12.5e3,")),
    ("numbers in lines", array(of: "1234.5,\n        ")),
    ("strings", array(of: #""plain text","#)),
    ("strings in lines", array(of: #""Łódź 東京", "#)),
    ("literals", array(of: "true,null,")),
    ("small arrays", array(of: "[1,[2]],")),
    ("small objects", array(of: #"{"a":{"b":1}},"#)),
    ("one object", "{" + (0..<70_000).map { #""k\#($0)":null"# }.joined(separator: ",") + "}"),
    ("plain string", string(of: "plain")),
    ("string of other scripts", string(of: "東京")),
    ("string of escapes", string(of: #"\u6771\/"#)),
    ("string of all", string(of: #"grün \n 東京 \ud83d\ude00"#)),
  ]

  private static func array(of piece: String) -> String {
    "[" + String(repeating: piece, count: 1_000_000 / piece.utf8.count) + "0]"
  }

  private static func string(of piece: String) -> String {
    "\"" + String(repeating: piece, count: 1_000_000 / piece.utf8.count) + "\""
  }

  /// The ranges that are given back while `read` reads `text`.
  private func returns(_ text: [UInt8], _ read: (InputBytes) throws -> Void) rethrows -> [Range<Int>] {
    let record = Record()
    let lender = InputLender(stride: Self.stride) { record.add($0) }
    try text.span.withInputBytes(from: lender, read)
    return record.all
  }

  @Test(arguments: texts.indices) func givesBackAsItGoes(index: Int) throws {
    let (name, text) = Self.texts[index]
    let bytes = Array(text.utf8)
    let ranges = try returns(bytes) { bytes in
      var scanner = JSONScanner(bytes, range: 0..<bytes.count)
      try scanner.skipValue()
    }
    var end = 0
    for range in ranges {
      #expect(range.lowerBound <= end, "\(name): a gap before \(range)")
      #expect(range.upperBound - end <= Self.stride + Self.stride / 2, "\(name): too late for \(range)")
      end = max(end, range.upperBound)
    }
    #expect(bytes.count - end <= 2 * Self.stride, "\(name)")
    #expect(ranges.count <= bytes.count / Self.stride + 1, "\(name)")
  }

  /// What is given back is overwritten: whoever still needed it would read something else.
  @Test(arguments: texts.indices) func givesBackOnlyWhatItIsDoneWith(index: Int) throws {
    let (name, text) = Self.texts[index]
    let expected = ScanOutcome(skipping: Array(text.utf8))
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: text.utf8.count, alignment: 64)
    defer { unsafe memory.deallocate() }
    unsafe memory.copyBytes(from: text.utf8)
    let address = UInt(bitPattern: memory.baseAddress)
    let lender = InputLender(stride: Self.stride) { range in
      guard let start = unsafe UnsafeMutableRawPointer(bitPattern: address) else { return }
      unsafe UnsafeMutableRawBufferPointer(start: start + range.lowerBound, count: range.count)
        .initializeMemory(as: UInt8.self, repeating: 0xFF)
    }
    withExtendedLifetime(lender) {
      let bytes = unsafe InputBytes(UnsafeRawBufferPointer(memory), lender: lender)
      var scanner = JSONScanner(bytes, range: 0..<bytes.count)
      #expect(throws: Never.self, "\(name)") { try scanner.skipValue() }
      #expect(scanner.position == bytes.count, "\(name)")
      #expect(scanner.issues.map(\.range) == expected.issues.map(\.range), "\(name)")
    }
  }

  @Test func givesBackAgainWhatItReadsAgain() throws {
    let text = Array(Self.array(of: "12,").utf8)
    let ranges = try returns(text) { bytes in
      var scanner = JSONScanner(bytes, range: 0..<bytes.count)
      try scanner.openArray()
      var isFirst = true
      while try scanner.nextElement(&isFirst) { try scanner.skipValue() }
      scanner.rewind(to: 0)
      isFirst = true
      try scanner.openArray()
      while try scanner.nextElement(&isFirst) { try scanner.skipValue() }
    }
    let first = ranges.firstIndex { $0.upperBound > text.count - Self.stride } ?? 0
    #expect(ranges.count >= 2 * (text.count / Self.stride - 2))
    #expect(ranges[(first + 1)...].contains { $0.lowerBound == 0 && $0.upperBound < 2 * Self.stride })
  }

  /// Strides of a few bytes end within every token.
  @Test(arguments: 0..<8) func changesNothingWhateverTheStride(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for round in 0..<300 {
      var text = Array(random.jsonText(depth: random.number(0...4)).utf8)
      for _ in 0..<random.number(0...3) { text = random.mutated(text) }
      let lender = InputLender(stride: random.number(1...80)) { _ in }
      let (plain, lent) = (outcome(text, nil), outcome(text, lender))
      if plain != lent {
        Issue.record("seed \(seed), round \(round): \(String(decoding: text, as: UTF8.self).debugDescription)")
      }
    }
  }

  private func outcome(_ text: [UInt8], _ lender: InputLender?) -> [String] {
    text.span.withInputBytes(from: lender) { bytes in
      var scanner = JSONScanner(bytes, range: 0..<bytes.count)
      var lines = LineIndex(bytes)
      var end = "\(lines.position(of: bytes.count / 2)) \(lines.position(of: bytes.count))"
      do throws(ScanError) {
        try scanner.skipValue()
        scanner.rewind(to: 0)
        try scanner.walkValue()
      } catch {
        end += " \(error)"
      }
      return scanner.issues.map { "\($0)" } + [end, "\(scanner.position)"]
    }
  }
}

/// The ranges that came back.
private final class Record: Sendable {
  private let ranges = Mutex<[Range<Int>]>([])
  var all: [Range<Int>] { ranges.withLock { $0 } }
  func add(_ range: Range<Int>) { ranges.withLock { $0.append(range) } }
}
