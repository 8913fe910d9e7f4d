import JSONCore

/// The plotly.js version that a piece of text names.
enum LibraryVersion {
  /// The version that the text at `offset`, where `plotly` stands, names; nil where it names none.
  ///
  /// - `plotly.js v4.1.1`, `plotly.js (basic - minified) v1.58.4`: the banner that a bundle begins with
  /// - `plotly-4.1.1.min.js`, `plotly-basic-2.35.2.min.js`: cdn.plot.ly
  /// - `plotly.js@2.35.2/`, `plotly.js-dist-min@3/`: npm, from jsDelivr or unpkg
  /// - `plotly.js/2.35.2/`: cdnjs
  static func version(_ bytes: InputBytes, at offset: Int, upTo end: Int) -> String? {
    var text = Cursor(bytes: bytes.prefix(end), position: offset + 6)
    if text.pass(".js") {
      var banner = text
      if banner.pass(" (") { banner.passBehind(UInt8(ascii: ")"), within: 60) }
      if banner.pass(" v") { return banner.version() }
      text.passNames()
      if text.pass("@") { return text.version() }
      guard text.pass("/"), let version = text.version(), text.pass("/") else { return nil }
      return version
    }
    guard text.pass("-") else { return nil }
    // The name of a partial bundle.
    while text.isAtLetter {
      if text.pass("latest.min") { return "1.58.5" }  // frozen there in 2021
      text.passWord()
      guard text.pass("-") else { return nil }
    }
    guard let version = text.version(), text.pass(".min") || text.pass(".js") else { return nil }
    return version
  }

  private struct Cursor {
    let bytes: InputBytes
    var position: Int

    var isAtLetter: Bool { 0x61...0x7A ~= bytes[position] }

    mutating func pass(_ text: StaticString) -> Bool {
      let range = position..<position + text.utf8CodeUnitCount
      guard bytes.equals(range, text) else { return false }
      position = range.upperBound
      return true
    }

    mutating func passBehind(_ byte: UInt8, within distance: Int) {
      guard let found = bytes.firstOffset(of: byte, in: position..<position + distance) else { return }
      position = found + 1
    }

    mutating func passWord() { while isAtLetter || bytes[position] == UInt8(ascii: "_") || isAtDigit { position += 1 } }

    /// Passes `-dist-min` and the like.
    mutating func passNames() {
      while bytes[position] == UInt8(ascii: "-") {
        position += 1
        passWord()
      }
    }

    private var isAtDigit: Bool { 0x30...0x39 ~= bytes[position] }

    /// One to three numbers.
    mutating func version() -> String? {
      let start = position
      var numbers = 0
      while numbers < 3, isAtDigit {
        if numbers > 0, position - start > 20 { break }
        while isAtDigit { position += 1 }
        numbers += 1
        guard numbers < 3, bytes[position] == UInt8(ascii: "."), 0x30...0x39 ~= bytes[position + 1] else { break }
        position += 1
      }
      guard numbers > 0, position - start <= 24 else { return nil }
      return bytes.text(start..<position)
    }
  }
}
