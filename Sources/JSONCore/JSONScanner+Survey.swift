/// Passing arrays with an eye on what is in them.
extension JSONScanner {
  /// Passes the array at ``position`` like ``skipValue()``, and returns what is in it: as fast for numbers, and for texts beyond
  /// the first 256. Elements that are arrays are surveyed in their turn, what is in these is passed.
  ///
  /// A long array that was surveyed before costs nothing.
  public mutating func surveyArray() throws(ScanError) -> ArraySurvey {
    let bracket = position
    if bracket < frontier, let known = longArrays.survey(ofArrayAt: bracket) {
      position = known.end
      return known.survey
    }
    let survey = try surveyElements(isRow: false)
    longArrays.remember(bracket..<position, survey)
    return survey
  }

  private mutating func surveyElements(isRow: Bool) throws(ScanError) -> ArraySurvey {
    var survey = ArraySurvey()
    try openArray()
    var isFirst = true
    while try nextElement(&isFirst) {
      switch peek() {
      case UInt8(ascii: "\""): try surveyTexts(&survey)
      case UInt8(ascii: "-"), 0x30...0x39: try surveyNumbers(&survey)
      case UInt8(ascii: "["):
        survey.note(.arrays)
        if isRow { try skipInner() } else { survey.add(row: try surveyElements(isRow: true)) }
      case UInt8(ascii: "{"):
        survey.note(.objects)
        try skipInner()
      default:
        switch try scanLiteral() {
        case .null: survey.note(.nulls)
        case .true, .false: survey.note(.booleans)
        default: survey.note(.nonFinite)
        }
      }
    }
    return survey
  }

  /// ``skipNumbers()``, counting those passed.
  public mutating func surveyNumbers(into survey: inout ArraySurvey) throws(ScanError) { try passNumbers(&survey) }

  /// Passes strings and the commas between them behind the string just passed, and returns how many there were. O(bytes passed).
  public mutating func passTexts() throws(ScanError) -> Int { try passStrings() }

  private mutating func surveyNumbers(_ survey: inout ArraySurvey) throws(ScanError) {
    let number = try scanNumber()
    if number.kind == .number { survey.note(number, bytes) } else { survey.noteNonFinite() }
    try passNumbers(&survey)
  }

  private mutating func surveyTexts(_ survey: inout ArraySurvey) throws(ScanError) {
    let string = try scanString()
    survey.note(text: string.content, bytes)
    if survey.count > ArraySurvey.textsLookedAt { survey.count += try passStrings() }
  }
}

extension ArraySurvey {
  /// How many elements of an array (or of one row) are looked at one by one if they are texts; of those behind them it is only
  /// known that they are texts. plotly.js looks at no more than about a thousand values of an array either, to find out what an
  /// axis is.
  static var textsLookedAt: Int { 256 }

  /// Counts an element of which no more is asked.
  public mutating func note(_ kind: ElementKinds) {
    count &+= 1
    kinds = kinds.union(kind)
  }

  /// Counts a text whose content is in `range`.
  public mutating func note(text range: Range<Int>, _ bytes: InputBytes) {
    guard count < ArraySurvey.textsLookedAt else { return note(.unseenTexts) }
    let kind = ElementKinds(ofText: range, in: bytes)
    note(kind)
    if kind == .numericTexts { numericCount &+= 1 }
    if kind == .dates { dateCount &+= 1 }
  }

  /// Counts a number of the text.
  @inline(__always) public mutating func note(_ number: NumberToken, _ bytes: InputBytes) {
    count &+= 1
    numericCount &+= 1
    let first = bytes[number.range.lowerBound]
    if first == UInt8(ascii: "-") {
      kinds = kinds.union(
        bytes[number.range.lowerBound &+ 1] == 0x30 ? [.numbers, .negatives, .leadingZeros] : [.numbers, .negatives])
    } else {
      kinds = kinds.union(first == 0x30 ? [.numbers, .leadingZeros] : .numbers)
    }
  }

  /// Counts `-Infinity`.
  mutating func noteNonFinite() { note(.nonFinite) }

  /// Counts the numbers of a run.
  @inline(__always) mutating func note(_ run: NumberRun) {
    count &+= run.count
    numericCount &+= run.count
    if run.hasNegatives { kinds = kinds.union(.negatives) }
    if run.hasLeadingZeros { kinds = kinds.union(.leadingZeros) }
  }
}
