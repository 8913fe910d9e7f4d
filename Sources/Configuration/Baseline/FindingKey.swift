package import Diagnostics
package import JSONCore

/// By what a finding is known again when the text around it has changed: its rule, its place in the figure, and the value there.
///
/// Lines, columns and white space do not matter; neither does what is said about it.
package struct FindingKey: Hashable, Comparable, Sendable {
  package let rule: RuleID
  /// RFC 6901 pointer; where there are several figures in a file, with the figure's own place before it.
  package let pointer: String
  /// Twelve hexadecimal digits.
  package let value: String

  package init(rule: RuleID, pointer: String, value: String) {
    self.rule = rule
    self.pointer = pointer
    self.value = value
  }

  /// - Parameter bytes: the text that the finding's offsets count in.
  package init(_ finding: Finding, in bytes: InputBytes) {
    var place = ""
    if let cell = finding.cell { place += "cell \(cell) " }
    if let output = finding.output { place += "output \(output) " }
    if let figure = finding.figure { place += "figure \(figure) " }
    self.init(
      rule: finding.rule, pointer: place + finding.pointer, value: Self.hash(of: finding.range, in: bytes))
  }

  package static func < (a: FindingKey, b: FindingKey) -> Bool {
    (a.pointer, a.rule, a.value) < (b.pointer, b.rule, b.value)
  }

  /// The hash of the value in `range`, or behind the key there: FNV-1a (64 bits, of which 48 are kept) over its text without white
  /// space between tokens. O(length).
  private static func hash(of range: Range<Int>, in bytes: InputBytes) -> String {
    let range = valueRange(of: range, in: bytes)
    var state: UInt64 = 0xCBF2_9CE4_8422_2325
    bytes.forEachTokenByte(in: range) { state = (state ^ UInt64($0)) &* 0x0000_0100_0000_01B3 }
    let digits = String((state ^ state >> 48) & 0xFFFF_FFFF_FFFF, radix: 16)
    return String(repeating: "0", count: 12 - digits.count) + digits
  }

  /// What stands behind a key; any other range is that of a value.
  private static func valueRange(of range: Range<Int>, in bytes: InputBytes) -> Range<Int> {
    let range = range.clamped(to: 0..<bytes.count)
    guard !range.isEmpty, bytes[range.lowerBound] == UInt8(ascii: "\"") else { return range }
    var scanner = JSONScanner(bytes, range: range.upperBound..<bytes.count, maximumDepth: .max)
    guard scanner.peek() == UInt8(ascii: ":") else { return range }
    scanner.position += 1
    _ = scanner.peek()
    let start = scanner.position
    guard (try? scanner.skipValue()) != nil else { return range }
    return start..<scanner.position
  }
}

/// Findings by their keys, and how often each is there.
package typealias FindingTally = [FindingKey: Int]
