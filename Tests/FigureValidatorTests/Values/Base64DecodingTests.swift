import Foundation
import JSONCore
import TestSupport
import Testing

@testable import FigureValidator

@Suite struct Base64DecodingTests {
  @Test func givesBackWhatFoundationEncodes() {
    var random = SeededRandom(seed: 12)
    for length in 0...200 {
      let data = (0..<length).map { _ in UInt8(random.number(0...255)) }
      let text = Array(Data(data).base64EncodedString().utf8)
      #expect(text.withInputBytes { Base64.decoded($0, 0..<$0.count) } == data)
      // plotly.js needs no padding.
      let bare = text.filter { $0 != UInt8(ascii: "=") }
      #expect(bare.withInputBytes { Base64.decoded($0, 0..<$0.count) } == data)
    }
  }

  @Test func refusesWhatIsNone() {
    for text in ["AAAA*AAA", "AAAAAAAAAAAAAAAAAAAA-AAA", "ä"] {
      #expect(text.utf8.span.withInputBytes { Base64.decoded($0, 0..<$0.count) } == nil)
    }
  }
}
