import JSONCore
import TestSupport
import Testing

/// Texts that RFC 8259 allows: the scanner passes them without a word.
@Suite struct AcceptedTextTests {
  @Test(arguments: [
    "{}", "[]", " [ ] ", "\t{\r\n}\n", "[[]   ]", "[[],[[]],{}]", "[1\n,2]", "[1,null,null,null,2]", " [1]", "[2] ",
    #"{"a":1}"#, #"{"":0}"#, #"{"a":[]}"#, #"{"a":{"b":{"c":[{}]}}}"#, #"{"foo\u0000bar": 42}"#, #"{"a":"b","c":"d"}"#,
    #"{"title":"\u041f\u043e\u043b"}"#, "{\n\"a\": \"b\"\n}", #"{"min": -1.0e+28, "max": 1.0e+28}"#,
  ]) func acceptsContainers(text: String) { expectSilence(text) }

  @Test(arguments: [
    "0", "-0", "-0.0", "0.0", "1", "-1", "10", "123", "-123", "0e1", "0e+1", "0E-1", "1e1", "1E1", "1E22", "1e+2",
    "1E-2", "1e-2", "123e45", "123e65", "123e-10000000", "123.456e78", "123.456789", "20e1", "1.5", "-1.25E-07",
    "-0.000000000000000000000000000000000000000000000000000000000000000000000000000001", "1.7976931348623157e308",
    "9007199254740992", "-9007199254740992", "9007199254740994", "100000000000000000000", "18446744073709551616",
    "123456789012345.678901234567890", "1e0000000000001",
  ]) func acceptsNumbers(text: String) {
    expectSilence(text)
    expectSilence("[\(text)]")
    expectSilence("{\"n\":\(text)}")
  }

  @Test(arguments: [
    "", " ", "asd", "/", "'", "#", "a/*b*/c/*d//e", "\u{7f}", "a\u{7f}a", "é", "π", "\u{2028}", "\u{2029}", "€𝄞",
    "\u{10FFFF}", "\u{1FFFE}", "\u{FFFF}", "\u{FEFF}", "\u{2064}", "\u{0821}", "new\u{a0}line", "x ",
    "a text longer than eight bytes", "exactly8", "ofNineCh.", #"\"\\\/\b\f\n\r\t"#, #"\u0060\u012a\u12AB"#, #"\u0000"#,
    #"\\a"#, #"\\n"#, #"\""#, #"\u0012"#, #"\uDBFF\uDFFE"#, #"\ud83d\ude39\ud83d\udc8d"#, #"\uD801\udc37"#, #"\uFDD0"#,
    #"\uA66D"#, #"\u200B"#, #"\u0022"#, #"\u005C"#, #"new\u000Aline"#, #"\uFFFF"#,
  ]) func acceptsStrings(content: String) {
    expectSilence("\"\(content)\"")
    expectSilence("[\"\(content)\"]")
    expectSilence("{\"\(content)\":\"\(content)\"}")
  }

  @Test(arguments: ["true", "false", "null"]) func acceptsLiterals(text: String) {
    expectSilence(text)
    expectSilence(" \(text)\n")
    expectSilence("[\(text),\(text)]")
    expectSilence("{\"a\":\(text)}")
  }

  @Test func acceptsEveryCharacterOfUnicode() {
    // One text for each plane's 256 rows, so that a failure says where.
    for row in stride(from: UInt32(0x20), to: 0x11_0000, by: 256) {
      var text = String.UnicodeScalarView()
      for value in row..<min(row + 256, 0x11_0000) {
        guard let scalar = Unicode.Scalar(value), scalar != "\"", scalar != "\\" else { continue }
        text.append(scalar)
      }
      expectSilence("\"\(String(text))\"")
    }
  }

  private func expectSilence(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    for outcome in [ScanOutcome(skipping: Array(text.utf8)), ScanOutcome(walking: Array(text.utf8))] {
      #expect(outcome.error == nil, "\(text.debugDescription)", sourceLocation: sourceLocation)
      #expect(outcome.issues.isEmpty, "\(text.debugDescription)", sourceLocation: sourceLocation)
    }
  }
}
