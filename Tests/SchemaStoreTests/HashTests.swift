import Testing

@testable import SchemaStore

/// SHA-256, and the keys of trees.
@Suite struct HashTests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (String(repeating: "a", count: 55), "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
    (String(repeating: "a", count: 64), "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
    (String(repeating: "a", count: 100_000), "6d1cf22d7cc09b085dfc25ee1a1f3ae0265804c607bc2074ad253bcc82fd81ee"),
  ]) func isThatOfTheStandard(text: String, expected: String) {
    #expect(SHA256(of: Array(text.utf8)).description == expected)
  }

  @Test func isReadInEitherCase() {
    let digits = String(repeating: "0aF9", count: 16)
    #expect(SHA256(digits)?.description == digits.lowercased())
    for text in ["", String(digits.dropLast()), digits + "0", "g" + digits.dropFirst(), " " + digits.dropFirst()] {
      #expect(SHA256(text) == nil)
    }
  }

  @Test func keysDependOnAllThatIsGiven() {
    let text = Array("0123456789abcdef0123456789abcdef01234".utf8)
    var keys: Set<ContentKey> = [ContentKey(of: text, named: "a", maker: 1)]
    keys.insert(ContentKey(of: text, named: "b", maker: 1))
    keys.insert(ContentKey(of: text, named: "a", maker: 2))
    keys.insert(ContentKey(of: text + Array("a".utf8), named: "", maker: 1))
    for length in 0..<text.count { keys.insert(ContentKey(of: Array(text[..<length]), named: "a", maker: 1)) }
    for offset in text.indices {
      for bit in 0..<8 {
        var changed = text
        changed[offset] ^= 1 << UInt8(bit)
        keys.insert(ContentKey(of: changed, named: "a", maker: 1))
      }
    }
    #expect(keys.count == 4 + text.count + text.count * 8)
    #expect(keys.allSatisfy { $0.text.utf8.count == 32 })
  }
}
