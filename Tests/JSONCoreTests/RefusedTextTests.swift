import JSONCore
import TestSupport
import Testing

/// Texts that are no JSON: each with the error that it is, and marked where.
@Suite struct RefusedTextTests {
  typealias Row = (text: String, kind: ScanError.Kind)

  @Test(
    arguments: [
      ("«»", .endOfInput(needed: .value)),
      (" \n\t «»", .endOfInput(needed: .value)),
      ("[«»", .endOfInput(needed: .value)),
      ("[ \n «»", .endOfInput(needed: .value)),
      ("[1«»", .endOfInput(needed: .commaOrBracket)),
      ("[\"\",\n4\n,1«»", .endOfInput(needed: .commaOrBracket)),
      ("[1,«»", .endOfInput(needed: .value)),
      ("[[«»", .endOfInput(needed: .value)),
      ("[{«»", .endOfInput(needed: .key)),
      ("[{}«»", .endOfInput(needed: .commaOrBracket)),
      ("{«»", .endOfInput(needed: .key)),
      ("{\"a\"«»", .endOfInput(needed: .colon)),
      ("{\"a\" «»", .endOfInput(needed: .colon)),
      ("{\"a\":«»", .endOfInput(needed: .value)),
      ("{\"a\":1«»", .endOfInput(needed: .commaOrBrace)),
      ("{\"a\": true,«»", .endOfInput(needed: .key)),
      ("[-«»", .endOfInput(needed: .value)),
      ("[1.«»", .endOfInput(needed: .value)),
      ("[1e«»", .endOfInput(needed: .value)),
      ("[1e+«»", .endOfInput(needed: .value)),
      ("«\"»", .unterminatedString),
      ("[«\"x»", .unterminatedString),
      ("{«\"a»", .unterminatedString),
      ("{\"a\":«\"a»", .unterminatedString),
      ("[«\"\\»", .unterminatedString),
      (#"["«\{»["\{"#, .invalidEscape),
    ] as [Row]) func refusesTextsThatEndTooEarly(row: Row)
  { expect(row) }

  @Test(
    arguments: [
      ("[1 «true»]", .expected(.commaOrBracket)),
      ("[\"\"«:» 1]", .expected(.commaOrBracket)),
      ("[3«[»4]]", .expected(.commaOrBracket)),
      ("[1«;»2]", .expected(.commaOrBracket)),
      ("[«,»1]", .expected(.value)),
      ("[«,»]", .expected(.value)),
      ("[ «,» \"\"]", .expected(.value)),
      ("[1,«,»2]", .expected(.value)),
      ("[1,«,»]", .expected(.value)),
      ("[«:»]", .expected(.value)),
      ("[«}»", .expected(.value)),
      ("[1«}»", .expected(.commaOrBracket)),
      ("[«*»]", .expected(.value)),
      ("[«'»a']", .expected(.value)),
      ("«]»", .expected(.value)),
      ("«}»", .expected(.value)),
      ("«<».>", .expected(.value)),
      ("«*»", .expected(.value)),
      ("«#» x", .expected(.value)),
      ("«é»", .expected(.value)),
      ("[«１»]", .expected(.value)),
      ("[\u{20}«\u{2060}»]", .expected(.value)),
      ("[«\u{a0}»]", .expected(.value)),
      ("[«\u{0c}»]", .expected(.value)),
      ("[1«\u{0b}»]", .expected(.commaOrBracket)),
      ("[«\0»]", .expected(.value)),
      ("[1«\0»]", .expected(.commaOrBracket)),
      ("[1«+2»]", .expected(.commaOrBracket)),
      ("[0«x1»]", .expected(.commaOrBracket)),
      ("[1«a»]", .expected(.commaOrBracket)),
      ("[0.1«.2»]", .expected(.commaOrBracket)),
      ("[1 «000.0»]", .expected(.commaOrBracket)),
      ("[-1.0«.»]", .expected(.commaOrBracket)),
      ("[1.8«H-308»]", .expected(.commaOrBracket)),
      ("[«\\»u000A\"\"]", .expected(.value)),
    ] as [Row]) func refusesWhatArraysDoNotHold(row: Row)
  { expect(row) }

  @Test(
    arguments: [
      ("{«,»}", .expected(.key)),
      ("{«]»", .expected(.key)),
      ("{«[»", .expected(.key)),
      ("{«:»\"b\"}", .expected(.key)),
      ("{«a»: \"b\"}", .expected(.key)),
      ("{«key»: 'value'}", .expected(.key)),
      ("{«'»a':0}", .expected(.key)),
      ("{«1»:1}", .expected(.key)),
      ("{«9999E9999»:1}", .expected(.key)),
      ("{«null»:null}", .expected(.key)),
      ("{«\u{1F1E8}»\u{1F1ED}}", .expected(.key)),
      ("{\"a\"«,» null}", .expected(.colon)),
      ("{\"a\"«}»", .expected(.colon)),
      ("{\"a\" «b»}", .expected(.colon)),
      ("{\"a\" «\"»b\"}", .expected(.colon)),
      ("{\"a\":«:»\"b\"}", .expected(.value)),
      ("{\"a\":«}»", .expected(.value)),
      ("{\"a\":«,»}", .expected(.value)),
      ("{\"a\":\"a\" «123»}", .expected(.commaOrBrace)),
      ("{\"a\":1«]»", .expected(.commaOrBrace)),
      ("{\"a\":1,«,»\"b\":2}", .expected(.key)),
      ("{\"a\":1,«,»}", .expected(.key)),
      ("{\"a\":1,«b»:2}", .expected(.key)),
      ("{\"a\":«/»*comment*/\"b\"}", .expected(.value)),
      ("{\"a\":1 «/»/ one\n}", .expected(.commaOrBrace)),
      ("{\"a\":1 «\"»b\":2}", .expected(.commaOrBrace)),
    ] as [Row]) func refusesWhatObjectsDoNotHold(row: Row)
  { expect(row) }

  @Test(
    arguments: [
      ("[«tru»]", .unknownLiteral),
      ("[«fals»]", .unknownLiteral),
      ("[«nul»]", .unknownLiteral),
      ("[«nullx»]", .unknownLiteral),
      ("[«true1»]", .unknownLiteral),
      ("[«True»]", .unknownLiteral),
      ("[«TRUE»]", .unknownLiteral),
      ("[«None»]", .unknownLiteral),
      ("[«undefined»]", .unknownLiteral),
      ("[«nan»]", .unknownLiteral),
      ("[«Inf»]", .unknownLiteral),
      ("[«NaNs»]", .unknownLiteral),
      ("[«Infinity1»]", .unknownLiteral),
      ("[«-NaN»]", .unknownLiteral),
      ("[«-Infinit»]", .unknownLiteral),
      ("[«-Inf»]", .unknownLiteral),
      ("[«truth»]", .unknownLiteral),
      ("«abc»", .unknownLiteral),
      ("«nul»", .unknownLiteral),
      ("«n»", .unknownLiteral),
      ("«N»", .unknownLiteral),
      ("«a»å", .unknownLiteral),
      ("[ false, «nul»", .unknownLiteral),
      ("[«x»", .unknownLiteral),
    ] as [Row]) func refusesWordsThatAreNoLiterals(row: Row)
  { expect(row) }

  @Test(
    arguments: [
      ("[«01»]", .invalidNumber(.leadingZero)),
      ("[«012»]", .invalidNumber(.leadingZero)),
      ("[«-01»]", .invalidNumber(.leadingZero)),
      ("[«-012»]", .invalidNumber(.leadingZero)),
      ("[«00»]", .invalidNumber(.leadingZero)),
      ("«01»", .invalidNumber(.leadingZero)),
      ("«-00.5»", .invalidNumber(.leadingZero)),
      ("[«+1»]", .invalidNumber(.leadingPlus)),
      ("[«++1234»]", .invalidNumber(.leadingPlus)),
      ("[«+Inf»]", .invalidNumber(.leadingPlus)),
      ("[«-»]", .invalidNumber(.noDigit)),
      ("[«-» 1]", .invalidNumber(.noDigit)),
      ("[«-foo»]", .invalidNumber(.noDigit)),
      ("[«-.123»]", .invalidNumber(.noDigit)),
      ("[«--1»]", .invalidNumber(.noDigit)),
      ("[«1.»]", .invalidNumber(.noFraction)),
      ("[«-2.»]", .invalidNumber(.noFraction)),
      ("[«2.e3»]", .invalidNumber(.noFraction)),
      ("[«2.e-3»]", .invalidNumber(.noFraction)),
      ("[«0.e1»]", .invalidNumber(.noFraction)),
      ("[«0e»]", .invalidNumber(.noExponent)),
      ("[«0E+»]", .invalidNumber(.noExponent)),
      ("[«1.0e-»]", .invalidNumber(.noExponent)),
      ("[«1ea»]", .invalidNumber(.noExponent)),
      ("[«1eE2»]", .invalidNumber(.noExponent)),
      ("[«0e+-1»]", .invalidNumber(.noExponent)),
      ("[«1.2e»\"\"]", .invalidNumber(.noExponent)),
    ] as [Row]) func refusesNumbersOfOtherLanguages(row: Row)
  { expect(row) }

  @Test(arguments: [".1", ".2e-3", ".-1"]) func refusesNumbersWithoutIntegerPart(number: String) {
    expect(("[«\(number)»]", .expected(.value)))
  }

  @Test(
    arguments: [
      (#"["«\a»"]"#, .invalidEscape),
      (#"["«\x»00"]"#, .invalidEscape),
      (#"["«\'»"]"#, .invalidEscape),
      (#"["«\U»0041"]"#, .invalidEscape),
      (#"["«\u»"]"#, .invalidEscape),
      (#"["«\u00A»"]"#, .invalidEscape),
      (#"["«\u»qqqq"]"#, .invalidEscape),
      (#"["«\u00»é"]"#, .invalidEscape),
      (#"["\uD800«\u»"]"#, .invalidEscape),
      (#"["\uD800«\u1»"]"#, .invalidEscape),
      (#"["\uD800«\u1»x"]"#, .invalidEscape),
      (#"["\uD834«\D»d"]"#, .invalidEscape),
      (#"["\uD800\uD800«\x»"]"#, .invalidEscape),
      ("[\"«\\\t»\"]", .invalidEscape),
      ("[\"«\\\0»\"]", .invalidEscape),
      ("[\"«\\\n»\"]", .invalidEscape),
      (#"["x«\u12»"#, .invalidEscape),
      (#"[«"\\\"]»"#, .unterminatedString),
      ("[\"a«\0»a\"]", .controlCharacter(0)),
      ("[\"new«\n»line\"]", .controlCharacter(0x0A)),
      ("[\"«\t»\"]", .controlCharacter(0x09)),
      ("[\"a text longer than eight bytes «\u{1f}»\"]", .controlCharacter(0x1F)),
      ("{\"a«\r»\":1}", .controlCharacter(0x0D)),
      ("[\"é«\u{1}»", .controlCharacter(1)),
    ] as [Row]) func refusesStringsWithEscapesAndCharactersThatAreNone(row: Row)
  { expect(row) }

  @Test(
    arguments: [
      ("[1]«x»", .trailingText),
      ("[\"x\"]«]»", .trailingText),
      ("[\"\"]«,»", .trailingText),
      ("{}«}»", .trailingText),
      ("[]«[]»", .trailingText),
      ("1«]»", .trailingText),
      ("2«@»", .trailingText),
      ("\"\"«x»", .trailingText),
      ("123«\0»", .trailingText),
      ("{} \n «\0»", .trailingText),
      ("{\"a\":\"b\"}«/**/»", .trailingText),
      ("{\"a\":\"b\"}«//»", .trailingText),
      ("{\"a\":\"b\"}«#{}»", .trailingText),
      ("{\"a\": true} «\"x\" »", .trailingText),
      ("null «null»", .trailingText),
    ] as [Row]) func refusesTextBehindTheValue(row: Row)
  { expect(row) }

  @Test func refusesBytesOutsideOfStringsThatAreNoText() {
    for bytes: [UInt8] in [[0xFF], [0xE5], [0xEF, 0xBB], [0x80], [0xC3], [0xFE, 0xFF, 0x00, 0x5B]] {
      #expect(ScanOutcome(skipping: bytes).error?.range == 0..<1)
      #expect(ScanOutcome(skipping: [0x5B] + bytes).error?.range == 1..<2)
    }
    // "[\"é\"]" as UTF-16.
    #expect(ScanOutcome(skipping: [0x5B, 0x00, 0x22, 0x00, 0xE9, 0x00]).error?.range == 1..<2)
  }

  /// A character that only begins at the end of the text does not count with what lies behind in memory.
  @Test func readsNothingBehindTheEndOfItsRange() {
    let text = Array(#"{"a": [true, 12, "é"]} and more"#.utf8)
    for end in 0...22 {
      let whole = ScanOutcome(skipping: Array(text[..<end])).error
      let part = text.withInputBytes { bytes -> ScanError? in
        var scanner = JSONScanner(bytes, range: 0..<end)
        do throws(ScanError) {
          try scanner.skipValue()
          try scanner.expectEnd()
          return nil
        } catch {
          return error
        }
      }
      #expect(part == whole, "up to \(end)")
    }
  }

  private func expect(_ row: Row, sourceLocation: SourceLocation = #_sourceLocation) {
    let text = MarkedText(row.text)
    for outcome in [ScanOutcome(skipping: text.bytes), ScanOutcome(walking: text.bytes)] {
      #expect(outcome.error == ScanError(row.kind, text.range), sourceLocation: sourceLocation)
    }
  }
}
