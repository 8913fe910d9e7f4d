import JSONCore
import Testing

@Suite struct EqualBytesTests {
  @Test("Bytes of all lengths and places are compared as slices are, up to the very end of a text")
  func comparesAsSlices() {
    let text = Array("abcdefghabcdefghabcdefgiabcd".utf8)
    text.withInputBytes { bytes in
      for length in 0...20 {
        for a in 0...text.count - length {
          for b in 0...text.count - length {
            let areEqual = text[a..<a + length] == text[b..<b + length]
            #expect(bytes.equals(a..<a + length, b..<b + length, of: bytes) == areEqual, "\(length) at \(a) and \(b)")
          }
        }
      }
    }
  }

  @Test("What comes behind the bytes, or differs in number, is told apart")
  func looksNoFurther() {
    let text = Array("width1 widthx width".utf8)
    text.withInputBytes { bytes in
      #expect(bytes.equals(0..<5, 7..<12, of: bytes))
      #expect(!bytes.equals(0..<6, 7..<13, of: bytes))
      #expect(bytes.equals(0..<5, 14..<19, of: bytes))
      #expect(!bytes.equals(0..<5, 14..<18, of: bytes))
    }
  }
}
