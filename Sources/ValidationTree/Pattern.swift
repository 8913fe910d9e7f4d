public import JSONCore

/// What kind of regular expression a pattern is.
@frozen
public enum PatternKind: UInt16, Hashable, Sendable {
  /// Literals and counters, compiled to a program.
  case program = 0
  /// The value `"/"`: plotly.js takes it for an empty expression, because it begins and ends with a slash, and that
  /// matches everything. An accident: the value meant is the text `/` itself.
  case accidental = 1
  /// An expression that the compiler does not know. It matches everything here.
  case unknown = 2
}

/// The steps of a pattern's program: an operation, then what belongs to it.
///
/// The expression is bound to both ends of the text. A counter is a number from 2 up without leading zero
/// (`[2-9]|[1-9][0-9]+`); what follows one never begins with a digit, so that a single pass decides.
@frozen
public enum PatternOperation: UInt8, Sendable {
  /// A length byte and that many bytes which must come now.
  case literal = 1
  /// A length byte and that many bytes which may come now, all or none.
  case optionalLiteral = 2
  /// A counter must come now.
  case counter = 3
  /// A counter may come now.
  case optionalCounter = 4
}

extension ValidationTree {
  /// What kind of expression this is.
  @inlinable public func kind(of pattern: PatternID) -> PatternKind {
    PatternKind(rawValue: bytes.u16(patternRecord(pattern))) ?? .unknown
  }

  /// The expression as the schema writes it: `/^x([2-9]|[1-9][0-9]+)?( domain)?$/`.
  public func source(of pattern: PatternID) -> String { text(at: bytes.u16(patternRecord(pattern) &+ 2)) }

  /// Whether the text in `range` of `input` fits the pattern. O(length).
  @inlinable public func matches(_ pattern: PatternID, _ input: InputBytes, _ range: Range<Int>) -> Bool {
    let record = patternRecord(pattern)
    guard kind(of: pattern) == .program else { return true }
    var step = min(Int(bytes.u32(record &+ 4)), sections.programs.count)
    let end = step &+ min(Int(bytes.u32(record &+ 8)), sections.programs.count &- step)
    var position = range.lowerBound
    while step < end {
      let operation = PatternOperation(rawValue: programByte(step))
      step &+= 1
      switch operation {
      case .literal, .optionalLiteral:
        let length = Int(programByte(step))
        let found = hasLiteral(at: step &+ 1, length, input, position, range.upperBound)
        if found { position &+= length } else if operation == .literal { return false }
        step &+= 1 &+ length
      case .counter, .optionalCounter:
        guard let after = ValidationTree.counter(input, position, range.upperBound) else { return false }
        if after == position, operation == .counter { return false }
        position = after
      case nil: return false
      }
    }
    return position == range.upperBound
  }

  /// Where a counter that begins at `position` ends; `position` itself if no digit is there; nil if the digits are no
  /// counter.
  @inlinable public static func counter(_ input: InputBytes, _ position: Int, _ end: Int) -> Int? {
    var after = position
    while after < end, input[after] &- 0x30 < 10 { after &+= 1 }
    guard after > position else { return position }
    let first = input[position]
    if first == 0x30 || (first == 0x31 && after == position &+ 1) { return nil }
    return after
  }

  @inlinable public func hasLiteral(at step: Int, _ length: Int, _ input: InputBytes, _ position: Int, _ end: Int)
    -> Bool
  {
    guard length <= end &- position else { return false }
    for i in 0..<length where programByte(step &+ i) != input[position &+ i] { return false }
    return true
  }

  @inlinable func programByte(_ step: Int) -> UInt8 {
    step < sections.programs.count ? bytes.byte(sections.programs.start &+ step) : 0
  }

  @inlinable func patternRecord(_ pattern: PatternID) -> Int {
    let index = Int(pattern.rawValue)
    return index < sections.patterns.count ? sections.patterns.record(index, stride: 12) : bytes.count
  }
}
