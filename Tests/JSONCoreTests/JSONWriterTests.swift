import Foundation
import TestSupport
import Testing

@testable import JSONCore

@Suite struct JSONWriterTests {
  private func text(_ body: (inout JSONWriter) -> Void) -> String {
    var bytes: [UInt8] = []
    JSONWriter.append(to: &bytes, body)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func setsCommas() {
    let text = text {
      $0.object {
        $0.member("a", 1)
        $0.key("b")
        $0.array {
          $0.null()
          $0.bool(true)
          $0.array { _ in }
          $0.object { _ in }
          $0.raw("1e5".utf8)
        }
        $0.member("c", orNull: nil as String?)
        $0.member("d", "x")
      }
    }
    #expect(text == #"{"a":1,"b":[null,true,[],{},1e5],"c":null,"d":"x"}"#)
  }

  @Test func appendsBehindWhatIsThere() {
    var bytes = Array("[1]\n".utf8)
    JSONWriter.append(to: &bytes) { $0.integer(-2) }
    #expect(bytes == Array("[1]\n-2".utf8))
    var writer = JSONWriter(appendingTo: bytes)
    writer.bool(false)
    #expect(writer.finish() == Array("[1]\n-2false".utf8))
  }

  @Test func escapesWhatTheGrammarDemands() {
    #expect(text { $0.string("\"\\/\n\r\t\u{8}\0") } == #""\"\\/\n\r\t\u0008\u0000""#)
  }

  @Test func escapesWhatEndsLinesOrSteersTerminals() {
    #expect(
      text { $0.string("\u{1b}[31m\u{7f}\u{85}\u{9b}\u{2028}\u{202e}\u{2066}") }
        == #""\u001b[31m\u007f\u0085\u009b\u2028\u202e\u2066""#)
    #expect(text { $0.string("é日😀\u{200d}") } == "\"é日😀\u{200d}\"")
  }

  @Test(arguments: 0..<20) func isReadBackByAnotherParser(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let (key, value) = (random.hostileText(count: 200), random.hostileText(count: 200))
    let text = text { $0.object { $0.member(key, value) } }
    #expect(!text.unicodeScalars.contains { $0.properties.generalCategory == .control }, "seed \(seed)")
    let read = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: String]
    // Bytes, because `==` on strings takes canonically equal ones for the same.
    let hasSameKey = read?.keys.first.map { Array($0.utf8) == Array(key.utf8) } ?? false
    #expect(hasSameKey, "seed \(seed), key")
    let hasSameValue = read?.values.first.map { Array($0.utf8) == Array(value.utf8) } ?? false
    #expect(hasSameValue, "seed \(seed), value")
  }
}
