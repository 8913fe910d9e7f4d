import JSONCore
import Testing

@testable import LintRules

@Suite struct PlainTextsTests {
  @Test(arguments: [
    ("[]", [], true), ("[ ]", [], true), (#"["a"]"#, [#""a""#], true),
    (#"["a","","cd"]"#, [#""a""#, #""""#, #""cd""#], true),
    ("[ \"a\" ,\n\t\"b\" ]", [#""a""#, #""b""#], true),
    // What comes behind something else is left to the scanner.
    (#"["a", 1, "b"]"#, [#""a""#], false), (#"["a", "b\n"]"#, [#""a""#], false),
    (#"["ä"]"#, [], false),
    (#"[null]"#, [], false),
  ])
  func areTheStringsUpToWhatIsNone(array: String, texts: [String], isAtEnd: Bool) {
    array.utf8.span.withInputBytes { bytes in
      var plain = PlainTexts(bytes, 0..<bytes.count)
      var found: [String] = []
      while let range = plain.next() { found.append(bytes.text(range)) }
      #expect(found == texts)
      #expect(plain.isAtEnd == isAtEnd)
    }
  }
}
