/// Passing whole values whose content nobody asks for.
extension JSONScanner {
  /// Passes the next value, proving its grammar, and returns its kind. O(length), without recursion.
  @discardableResult
  public mutating func skipValue() throws(ScanError) -> ValueKind { try skip(remembering: true) }

  /// ``skipValue()`` for what is inside an array that is remembered as a whole.
  mutating func skipInner() throws(ScanError) { _ = try skip(remembering: false) }

  @inline(__always) private mutating func skip(remembering: Bool) throws(ScanError) -> ValueKind {
    let start = position
    let kind = try skipScalarOrOpen()
    var isFirst = true
    if kind == .array {
      let bracket = position &- 1
      if remembering, start < frontier, let behind = longArrays.end(ofArrayAt: bracket) {
        position = behind
        openCount &-= 1
        return .array
      }
      if try !skipFlatArray(&isFirst) { try skipToClose(isObject: false, &isFirst) }
      if remembering { longArrays.remember(bracket..<position, nil) }
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
    var ignored = ArraySurvey()
    try passNumbers(&ignored)
  }

  /// ``skipNumbers()``, counting those passed.
  @inline(__always) mutating func passNumbers(_ survey: inout ArraySurvey) throws(ScanError) {
    var plain = 1
    while peek() == UInt8(ascii: ",") {
      position &+= 1
      if plain >= JSONScanner.numbersBeforeRun {
        plain = 0
        progress.reach(position, of: bytes)
        let run = NumberRun(progress.ahead, from: position)
        survey.note(run)
        position = run.end
      }
      let byte = peek()
      guard byte &- 0x30 < 10 || byte == UInt8(ascii: "-") else {
        // Whoever reads on wants to see the comma before this, with nothing but white space between.
        repeat { position &-= 1 } while self.byte(at: position) != UInt8(ascii: ",")
        return
      }
      let number = try scanNumber()
      if number.kind == .number { survey.note(number, bytes) } else { survey.noteNonFinite() }
      plain &+= 1
    }
  }

  /// Passes strings and the commas between them behind the string just passed, up to the last before something else.
  private mutating func skipStrings() throws(ScanError) { _ = try passStrings() }

  /// ``skipStrings()``; returns how many were passed.
  @inline(__always) mutating func passStrings() throws(ScanError) -> Int {
    var count = 0
    var plain = 1
    var plainBeforeRun = JSONScanner.stringsBeforeRun
    while true {
      let closing = position &- 1
      guard peek() == UInt8(ascii: ",") else { return count }
      let comma = position
      position &+= 1
      guard peek() == UInt8(ascii: "\"") else {
        position = comma
        return count
      }
      progress.reach(position, of: bytes)
      if plain >= plainBeforeRun {
        let start = position
        let run = StringRun(progress.ahead, from: start, gap: start &- closing)
        position = run.end
        count &+= run.count
        plain = 0
        // Where every string needs a closer look, runs are hardly ever tried.
        plainBeforeRun = position > start ? JSONScanner.stringsBeforeRun : min(plainBeforeRun &* 2, 256)
      }
      _ = try scanString()
      count &+= 1
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
  /// What was found out about those that were surveyed, by the index of their range.
  private var surveys: [(index: Int, survey: ArraySurvey)] = []

  /// Memory: at most 4 MB, whatever the text.
  init(textLength: Int) { minimumLength = max(4096, textLength >> 15) }

  mutating func remember(_ range: Range<Int>, _ survey: ArraySurvey?) {
    guard range.count >= minimumLength else { return }
    guard range.lowerBound > ranges.last?.lowerBound ?? -1 else { return }
    if let survey { surveys.append((ranges.count, survey)) }
    ranges.append(range)
  }

  /// The offset behind the array whose bracket is at `offset`, if it is known. O(log n).
  func end(ofArrayAt offset: Int) -> Int? { index(ofArrayAt: offset).map { ranges[$0].upperBound } }

  /// The same, and what was found out about the array, if it was surveyed. O(log n).
  func survey(ofArrayAt offset: Int) -> (end: Int, survey: ArraySurvey)? {
    guard let index = index(ofArrayAt: offset) else { return nil }
    let found = LongArrays.firstIndex(in: surveys.count) { surveys[$0].index < index }
    guard found < surveys.count, surveys[found].index == index else { return nil }
    return (ranges[index].upperBound, surveys[found].survey)
  }

  private func index(ofArrayAt offset: Int) -> Int? {
    let found = LongArrays.firstIndex(in: ranges.count) { ranges[$0].lowerBound < offset }
    return found < ranges.count && ranges[found].lowerBound == offset ? found : nil
  }

  /// The first index below `count` that does not come `before` what is looked for; `count` if there is none.
  @inline(__always) private static func firstIndex(in count: Int, _ isBefore: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low &+ high) / 2
      if isBefore(middle) { low = middle &+ 1 } else { high = middle }
    }
    return low
  }
}
