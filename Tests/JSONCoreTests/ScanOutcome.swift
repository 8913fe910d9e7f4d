import JSONCore

/// What a scan of a whole text comes to.
struct ScanOutcome {
  var error: ScanError?
  var issues: [TextIssue] = []

  /// Whether the text is JSON (RFC 8259) in UTF-8. The grammar allows lone surrogates, equal keys and huge numbers.
  var isStrictlyJSON: Bool {
    error == nil
      && issues.allSatisfy { issue in
        switch issue.kind {
        case .byteOrderMark, .trailingComma, .invalidUTF8, .nonFiniteToken: false
        case .loneSurrogate, .duplicateKey, .infiniteNumber, .inexactInteger: true
        }
      }
  }

  /// Passes the text as one value that nobody asks about.
  init(skipping text: [UInt8], maximumDepth: Int = JSONScanner.defaultMaximumDepth) {
    self.init(text, maximumDepth) { (scanner) throws(ScanError) in try scanner.skipValue() }
  }

  /// Reads the text token by token.
  init(walking text: [UInt8], maximumDepth: Int = JSONScanner.defaultMaximumDepth) {
    self.init(text, maximumDepth) { (scanner) throws(ScanError) in try scanner.walkValue() }
  }

  private init(
    _ text: [UInt8], _ maximumDepth: Int, _ pass: (inout JSONScanner) throws(ScanError) -> Void
  ) {
    (error, issues) = text.withInputBytes { bytes in
      var scanner = JSONScanner(bytes, range: 0..<bytes.count, maximumDepth: maximumDepth)
      scanner.passByteOrderMark()
      do throws(ScanError) {
        try pass(&scanner)
        try scanner.expectEnd()
        return (nil, scanner.issues)
      } catch {
        return (error, scanner.issues)
      }
    }
  }
}

extension JSONScanner {
  /// Passes a value as a recursive reader would.
  mutating func walkValue() throws(ScanError) {
    var isFirst = true
    switch peek() {
    case UInt8(ascii: "{"):
      try openObject()
      while try nextKey(&isFirst) != nil { try walkValue() }
    case UInt8(ascii: "["):
      try openArray()
      while try nextElement(&isFirst) { try walkValue() }
    default: try skipValue()
    }
  }
}
