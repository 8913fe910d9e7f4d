import Testing

@testable import JSONCore

@Suite struct ShortTextTests {
  /// What a scanner makes of the string `content`, with `behind` bytes of other text after it.
  private func shortText(_ content: String, behind: Int = 20) throws -> ShortText {
    let bytes = Array("\"\(content)\"".utf8) + Array(repeating: UInt8(ascii: "x"), count: behind)
    return try bytes.withInputBytes { (bytes) throws(ScanError) in
      var scanner = JSONScanner(bytes, range: 0..<bytes.count)
      return ShortText(try scanner.scanString(), in: bytes)
    }
  }

  @Test func isTheSameForTheSameText() throws {
    for length in 1..<16 {
      let text = String("abcdefghijklmnopqrstuvwxyz".prefix(length))
      let short = try shortText(text)
      #expect(!short.isNone)
      #expect(try short == shortText(text, behind: 30))
      #expect(try short != shortText(text + "!"))
      #expect(try short != shortText("A" + text.dropFirst()))
      #expect(try short != shortText(text.dropLast() + "A"))
    }
  }

  @Test func isNoneForWhatItCannotHold() throws {
    #expect(try shortText("").isNone)
    #expect(try shortText("sixteen letters!").isNone)
    #expect(try shortText(#"a\u0062"#).isNone)
    #expect(try shortText("near the end", behind: 0).isNone)
  }

  @Test func hashesLikeTheText() throws {
    for text in ["a", "marker", "eightlet", "ninelette", "fifteen letters"] {
      #expect(try KeyHash(shortText(text), length: text.utf8.count) == KeyHash(text))
    }
  }

  @Test func isTheSameAsOneKnownInAdvance() throws {
    #expect(try shortText("type") == KeyName("type").short)
    #expect(try shortText("transforms") == KeyName("transforms").short)
    #expect(ShortText("a text of 16 or more").isNone)
  }

  @Test(arguments: ["type", #"\u0074ype"#, "typ", "types", "", #"t\"ype"#])
  func tellsAKeyByItsName(key: String) throws {
    for behind in ["", String(repeating: " ", count: 20)] {
      let text = Array("{\"\(key)\":1}\(behind)".utf8)
      try text.withInputBytes { (bytes) throws(ScanError) in
        var scanner = JSONScanner(bytes, range: 0..<bytes.count)
        var isFirst = true
        _ = scanner.peek()
        try scanner.openObject()
        let token = try scanner.nextKey(&isFirst)
        #expect(token?.isName(KeyName("type"), bytes) == (key == "type" || key == #"\u0074ype"#))
      }
    }
  }
}
