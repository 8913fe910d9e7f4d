/// Passing whole values whose content nobody asks for.
extension JSONScanner {
  /// Passes the next value, proving its grammar, and returns its kind. O(length), without recursion.
  @discardableResult
  public mutating func skipValue() throws(ScanError) -> ValueKind {
    let start = position
    let kind = try skipScalarOrOpen()
    var isFirst = true
    if kind == .array {
      let bracket = position &- 1
      if start < frontier, let behind = longArrays.end(ofArrayAt: bracket) {
        position = behind
        openCount &-= 1
        return .array
      }
      if try !skipFlatArray(&isFirst) { try skipToClose(isObject: false, &isFirst) }
      longArrays.remember(bracket..<position)
    } else if kind == .object {
      try skipToClose(isObject: true, &isFirst)
    }
    return kind
  }

  /// Passes the elements of an array that was just opened as long as they are all numbers or all strings, and then its
  /// end; returns false where something else comes. Most arrays are of this kind.
  private mutating func skipFlatArray(_ isFirst: inout Bool) throws(ScanError) -> Bool {
    switch peek() {
    case UInt8(ascii: "\""):
      _ = try scanString()
      try skipStrings()
    case UInt8(ascii: "-"), 0x30...0x39:
      _ = try scanNumber()
      try skipNumbers()
    default: return false
    }
    isFirst = false
    guard peek() == UInt8(ascii: "]") else { return false }
    position &+= 1
    openCount &-= 1
    return true
  }

  /// Passes a scalar, or the bracket that opens a container.
  private mutating func skipScalarOrOpen() throws(ScanError) -> ValueKind {
    switch peek() {
    case UInt8(ascii: "\""):
      _ = try scanString()
      return .string
    case UInt8(ascii: "-"), 0x30...0x39: return try scanNumber().kind
    case UInt8(ascii: "{"):
      try openObject()
      return .object
    case UInt8(ascii: "["):
      try openArray()
      return .array
    default: return try scanLiteral()
    }
  }

  /// Passes the rest of a container that was just opened, whatever is nested in it.
  ///
  /// - Parameter isFirst: whether nothing of it was passed yet.
  private mutating func skipToClose(isObject: Bool, _ isFirst: inout Bool) throws(ScanError) {
    let floor = depth
    pushSkip(isObject)
    var inObject = isObject
    while true {
      if inObject {
        progress.reach(position, of: bytes)
        if try nextKey(&isFirst) == nil {
          guard depth >= floor else { return }
          inObject = topSkip
          continue
        }
      } else if try !nextElement(&isFirst) {
        guard depth >= floor else { return }
        inObject = topSkip
        continue
      }
      switch try skipScalarOrOpen() {
      case .object:
        inObject = true
        isFirst = true
        pushSkip(true)
      case .array:
        isFirst = true
        if try skipFlatArray(&isFirst) { continue }
        inObject = false
        pushSkip(false)
      case .number where !inObject: try skipNumbers()
      case .string where !inObject: try skipStrings()
      default: break
      }
    }
  }

  /// Passes numbers and the commas between them behind the number just passed, up to the last before something else.
  public mutating func skipNumbers() throws(ScanError) {
    var plain = 1
    while peek() == UInt8(ascii: ",") {
      position &+= 1
      if plain >= JSONScanner.numbersBeforeRun {
        plain = 0
        progress.reach(position, of: bytes)
        position = NumberRun(progress.ahead, from: position).end
      }
      let byte = peek()
      guard byte &- 0x30 < 10 || byte == UInt8(ascii: "-") else {
        // Whoever reads on wants to see the comma before this, with nothing but white space between.
        repeat { position &-= 1 } while self.byte(at: position) != UInt8(ascii: ",")
        return
      }
      _ = try scanNumber()
      plain &+= 1
    }
  }

  /// Passes strings and the commas between them behind the string just passed, up to the last before something else.
  private mutating func skipStrings() throws(ScanError) {
    var plain = 1
    var plainBeforeRun = JSONScanner.stringsBeforeRun
    while true {
      let closing = position &- 1
      guard peek() == UInt8(ascii: ",") else { return }
      let comma = position
      position &+= 1
      guard peek() == UInt8(ascii: "\"") else {
        position = comma
        return
      }
      progress.reach(position, of: bytes)
      if plain >= plainBeforeRun {
        let start = position
        position = StringRun(progress.ahead, from: start, gap: start &- closing).end
        plain = 0
        // Where every string needs a closer look, runs are hardly ever tried.
        plainBeforeRun = position > start ? JSONScanner.stringsBeforeRun : min(plainBeforeRun &* 2, 256)
      }
      _ = try scanString()
      plain &+= 1
    }
  }

  /// How many numbers are passed one by one before a ``NumberRun`` is begun: short arrays are faster without.
  private static let numbersBeforeRun = 4

  /// The same for a ``StringRun``.
  private static let stringsBeforeRun = 8

  /// Remembers whether the container at the present depth is an object.
  private mutating func pushSkip(_ isObject: Bool) {
    let word = depth &>> 6
    while skipStack.count <= word { skipStack.append(0) }
    let bit = UInt64(1) &<< UInt64(truncatingIfNeeded: depth & 63)
    if isObject { skipStack[word] |= bit } else { skipStack[word] &= ~bit }
  }

  private var topSkip: Bool { skipStack[depth &>> 6] &>> UInt64(truncatingIfNeeded: depth & 63) & 1 == 1 }
}

/// The ends of the long arrays passed so far: going over them again then costs nothing.
@usableFromInline
struct LongArrays: Sendable {
  /// Shorter ones are faster scanned again than looked up, and in a large text there would be too many of them.
  private let minimumLength: Int
  private var ranges: [Range<Int>] = []

  /// Memory: at most 1 MB, whatever the text.
  init(textLength: Int) { minimumLength = max(4096, textLength >> 15) }

  mutating func remember(_ range: Range<Int>) {
    guard range.count >= minimumLength else { return }
    guard range.lowerBound > ranges.last?.lowerBound ?? -1 else { return }
    ranges.append(range)
  }

  /// The offset behind the array whose bracket is at `offset`, if it is known. O(log n).
  func end(ofArrayAt offset: Int) -> Int? {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low &+ high) / 2
      if ranges[middle].lowerBound < offset { low = middle &+ 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].lowerBound == offset ? ranges[low].upperBound : nil
  }
}
