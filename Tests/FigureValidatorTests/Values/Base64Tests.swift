import JSONCore
import TestSupport
import Testing

@testable import FigureValidator

@Suite struct Base64Tests {
  @Test(arguments: [
    ("", 0), ("AQID", 3), ("AQIDBA==", 4), ("AQIDBAU=", 5), ("+/09azAZ", 6),
    ("AQ", 1), ("AQI", 2), ("AQ=", 1),  // padding may be missing
  ])
  func decodesWhatWasEncoded(text: String, length: Int) {
    #expect(survey(text) == Base64.Survey(decodedLength: length, firstBad: nil))
  }

  @Test(arguments: [
    ("AQI-", 3, 3), ("AQ_D", 3, 2),  // the alphabet of URLs is another one
    ("AQ ID", 3, 2), ("AQID\n", 3, 4), ("!!!!", 3, 0), ("AQIDAQIDAQ*D", 9, 10),
    ("AQ=D", 3, 2), ("A===", 1, 1), ("AQIDé", 3, 4), ("AQI😀", 3, 3),
    ("A", 0, 1), ("AQIDA", 3, 5),  // six bits are no byte
    ("AQID=", 2, 4), ("AQID==", 2, 4), ("AQI==", 1, 3),  // needless padding takes away what was there
  ])
  func findsTheFirstThatIsWrong(text: String, length: Int, offset: Int) {
    // The text starts at byte 1, behind its quote.
    #expect(survey(text) == Base64.Survey(decodedLength: length, firstBad: offset + 1))
  }

  @Test func looksAtEachByteOfAWord() {
    for byte in UInt8.min...UInt8.max {
      for position in 0..<17 {
        var bytes = [UInt8](repeating: UInt8(ascii: "A"), count: 17)
        bytes[position] = byte
        let found = bytes.withInputBytes { bytes in
          var progress = ReadingProgress(bytes, from: 0)
          return Base64.firstOutsideAlphabet(bytes, 0..<17, &progress)
        }
        let isIn = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8.contains(byte)
        #expect(found == (isIn ? 17 : position), "byte \(byte) at \(position)")
      }
    }
  }

  private func survey(_ text: String) -> Base64.Survey { lend(text) { Base64.survey($0, $1) } }
}

@Suite struct EscapedBase64Tests {
  @Test(arguments: 0..<200)
  func countsEscapesLikeTheTextTheyStandFor(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let alphabet = Array("ABCXYZabcxyz0189+/=* é")
    var text = ""
    var json = "\""
    for _ in 0..<Int.random(in: 0..<60, using: &random) {
      // Mostly what base64 has, so that the way without unescaping is taken too.
      let character = alphabet[Int.random(in: 0..<(Bool.random(using: &random) ? 18 : 22), using: &random)]
      text.append(character)
      if character == "/" {
        json += ["/", "\\/", "\\u002f", "\\u002F"].randomElement(using: &random) ?? "/"
      } else if character == "+", Bool.random(using: &random) {
        json += "\\u002b"
      } else {
        json.append(character)
      }
    }
    for _ in 0..<Int.random(in: 0..<3, using: &random) {
      text += "="
      json += "="
    }
    json += "\""
    let plain = Array(text.utf8).withInputBytes { Base64.survey($0, 0..<$0.count) }
    let escaped = Array(json.utf8).withInputBytes { bytes in
      var scanner = JSONScanner(bytes, range: 0..<bytes.count)
      return (try? scanner.scanString()).map { Base64.survey(bytes, $0) }
    }
    #expect(escaped == plain, "seed \(seed): \(json)")
  }
}
