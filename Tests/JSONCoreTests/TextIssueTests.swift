import TestSupport
import Testing

@testable import JSONCore

/// What the scanner passes over with a note.
@Suite struct TextIssueTests {
  typealias Row = (text: String, kind: TextIssue.Kind)

  @Test(
    arguments: [
      ("[1«,»]", .trailingComma),
      ("[1 «,» \n]", .trailingComma),
      ("[[1«,»],2]", .trailingComma),
      ("{\"a\":1«,»}", .trailingComma),
      ("{\"a\":[{}],\"b\":{}«,»\n}", .trailingComma),
      ("«NaN»", .nonFiniteToken),
      ("[1,«NaN»,2]", .nonFiniteToken),
      ("[«Infinity»]", .nonFiniteToken),
      ("{\"a\": «-Infinity» }", .nonFiniteToken),
      (#"["«\uD800»"]"#, .loneSurrogate),
      (#"["«\uDC00»"]"#, .loneSurrogate),
      (#"["\ud83d\ude00«\ude00»"]"#, .loneSurrogate),
      (#"["«\uD800»\n"]"#, .loneSurrogate),
      (#"["«\uD888»\u1234"]"#, .loneSurrogate),
      (#"["«\uD800»\uD800\uDC00"]"#, .loneSurrogate),
      (#"{"«\udbff»":1}"#, .loneSurrogate),
      ("[«1e400»]", .infiniteNumber),
      ("[«-1E+9999»]", .infiniteNumber),
      ("[«1e1000000000000000000000»]", .infiniteNumber),
      ("[«1.7976931348623159e308»]", .infiniteNumber),
      ("[«9007199254740993»]", .inexactInteger),
      ("[«-9007199254740993»]", .inexactInteger),
      ("[«1152921504606846977»]", .inexactInteger),
      ("[«100000000000000000000000»]", .inexactInteger),
      ("[«123456789012345678901234567890123456789012345678901234567890»]", .inexactInteger),
      (#"{"a":1,«"a"»:2}"#, .duplicateKey(first: 1)),
      (#"{"a":1,«"\u0061"»:2}"#, .duplicateKey(first: 1)),
      (#"{"\u0061":1,«"a"»:2}"#, .duplicateKey(first: 1)),
      (#"{"":1,«""»:2}"#, .duplicateKey(first: 1)),
      (#"{"a":{"a":{"b":1,«"b"»:1}}}"#, .duplicateKey(first: 11)),
      (#"{"a":{"b":1,"c":2},"b":{},«"a"»:{}}"#, .duplicateKey(first: 1)),
      (#"{"a/b":1,«"a\/b"»:2}"#, .duplicateKey(first: 1)),
      (#"{"😀":1,«"\ud83d\ude00"»:2}"#, .duplicateKey(first: 1)),
      ("«\u{feff}»{}", .byteOrderMark),
      ("«\u{feff}» [1]", .byteOrderMark),
    ] as [Row]) func notesAndGoesOn(row: Row)
  {
    let text = MarkedText(row.text)
    for outcome in [ScanOutcome(skipping: text.bytes), ScanOutcome(walking: text.bytes)] {
      #expect(outcome.error == nil)
      #expect(outcome.issues == [TextIssue(kind: row.kind, range: text.range)])
    }
  }

  /// `String` would call them equal: keys are compared by their scalars.
  @Test(arguments: [
    #"{"a":1,"A":2}"#, #"{"é":1,"e\u0301":2}"#, #"{"a":{"a":1}}"#, #"[{"a":1},{"a":1}]"#, #"{"a":"a"}"#,
  ])
  func tellsKeysApart(text: String) { #expect(ScanOutcome(skipping: Array(text.utf8)).issues.isEmpty) }

  @Test func readsAByteOrderMarkAtTheBeginningOnly() {
    #expect(ScanOutcome(skipping: [0xEF, 0xBB, 0xBF]).error == ScanError(.endOfInput(needed: .value), 3..<3))
    #expect(ScanOutcome(skipping: Array("\u{feff}\u{feff}{}".utf8)).error == ScanError(.expected(.value), 3..<6))
    #expect(ScanOutcome(skipping: Array("[\u{feff}1]".utf8)).error == ScanError(.expected(.value), 1..<4))
    #expect(ScanOutcome(skipping: Array("[1]\u{feff}".utf8)).error == ScanError(.trailingText, 3..<6))
  }

  /// RFC 3629 section 3: what has the form of UTF-8 and is none.
  @Test(
    arguments: [
      [0x80], [0xBF], [0xC3], [0xFE], [0xFF], [0x81, 0x81],
      [0xC0, 0x80], [0xC0, 0xAF], [0xC1, 0xBF], [0xE0, 0x80, 0xAF], [0xE0, 0x9F, 0xBF], [0xF0, 0x80, 0x80, 0xAF],
      [0xF0, 0x8F, 0xBF, 0xBF], [0xF8, 0x80, 0x80, 0x80, 0xAF], [0xFC, 0x83, 0xBF, 0xBF, 0xBF, 0xBF],
      [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE9], [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0xE0, 0xFF],
    ] as [[UInt8]]) func notesARunOfBytesThatAreNoUTF8Once(bytes: [UInt8])
  {
    for before: [UInt8] in [[], Array("é".utf8), Array("seven b".utf8), Array("a longer text".utf8)] {
      let text = [0x5B, 0x22] + before + bytes + Array("z\"]".utf8)
      let start = 2 + before.count
      for outcome in [ScanOutcome(skipping: text), ScanOutcome(walking: text)] {
        #expect(outcome.error == nil)
        #expect(outcome.issues == [TextIssue(kind: .invalidUTF8, range: start..<start + bytes.count)])
      }
    }
  }

  @Test func acceptsTheEdgesOfUTF8() {
    let edges: [[UInt8]] = [
      [0x7F], [0xC2, 0x80], [0xDF, 0xBF], [0xE0, 0xA0, 0x80], [0xED, 0x9F, 0xBF], [0xEE, 0x80, 0x80],
      [0xEF, 0xBF, 0xBF],
      [0xF0, 0x90, 0x80, 0x80], [0xF4, 0x8F, 0xBF, 0xBF],
    ]
    for edge in edges {
      #expect(ScanOutcome(skipping: [0x22] + edge + [0x22]).issues.isEmpty)
    }
  }

  @Test func notesEachIssueOfATextInOrder() {
    let text = #"{"a":[1,NaN,],"b":"\uDC00","a":1e999,"c":{"d":1,"d":2,},}"#
    let outcome = ScanOutcome(skipping: Array(text.utf8))
    #expect(outcome.error == nil)
    #expect(
      outcome.issues.map(\.kind) == [
        .nonFiniteToken, .trailingComma, .loneSurrogate, .duplicateKey(first: 1), .infiniteNumber,
        .duplicateKey(first: 42), .trailingComma, .trailingComma,
      ])
  }

  @Test func notesNothingTwiceWhenTheCallerGoesBack() {
    let text = Array(#"{"x":{"a":1,"a":NaN,"b":[1,],"\uD800":1e999}, "y":[NaN]}"#.utf8)
    let once = ScanOutcome(skipping: text).issues
    text.withInputBytes { bytes in
      for stop in 0..<text.count {
        var scanner = JSONScanner(bytes, range: 0..<bytes.count)
        #expect(throws: Never.self) {
          var isFirst = true
          try scanner.openObject()
          _ = try scanner.nextKey(&isFirst)
          let start = scanner.position
          var isInnerFirst = true
          try scanner.openObject()
          // Some members, then back; and the whole again, and back once more.
          while scanner.position < stop, try scanner.nextKey(&isInnerFirst) != nil { try scanner.skipValue() }
          if scanner.depth == 2 { scanner.abandonObject(at: start) } else { scanner.rewind(to: start) }
          try scanner.walkValue()
          scanner.rewind(to: start)
          try scanner.skipValue()
          while try scanner.nextKey(&isFirst) != nil { try scanner.skipValue() }
          try scanner.expectEnd()
        }
        #expect(scanner.issues == once, "back after \(stop)")
      }
    }
  }
}
