import Testing

@testable import JSONCore

@Suite struct KeyHashTests {
  @Test(arguments: ["", "x", "marker", "colorbar", "coloraxis2", "legendgrouptitle", "a name longer than two words"])
  func dependsOnNothingButTheBytesOfTheName(name: String) {
    let alone = KeyHash(name)
    let padded = Array("\"\(name)\": 1, \"and\": \"more\"".utf8)
    let inside = padded.withInputBytes { KeyHash($0, 1..<(1 + name.utf8.count)) }
    #expect(alone == inside)
  }

  @Test func tellsNamesOfOneLetterApart() {
    let names = (UInt8(0x20)..<0x7F).map { String(UnicodeScalar($0)) }
    #expect(Set(names.map { KeyHash($0) }).count == names.count)
  }
}
