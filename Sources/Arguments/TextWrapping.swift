/// Breaking text into lines. Width is counted in Unicode scalars, which is exact for what help is written in.
package enum TextWrapping {
  /// `text` broken at spaces into lines of at most `width`; a longer word stands alone on its line.
  package static func lines(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var length = 0
    for word in text.split(separator: " ") {
      let wordLength = word.unicodeScalars.count
      if length > 0, length + 1 + wordLength > width {
        lines.append(line)
        line = ""
        length = 0
      }
      if length > 0 {
        line += " "
        length += 1
      }
      line += word
      length += wordLength
    }
    if length > 0 { lines.append(line) }
    return lines
  }

  /// `text` with spaces behind it up to `width`.
  package static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.unicodeScalars.count))
  }
}
