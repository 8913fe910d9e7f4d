package import JSONCore

extension Excerpt {
  /// The line of `bytes` that `range` (0-based bytes) begins on, or a window of it; what is no UTF-8 shows as
  /// replacement characters.
  package init(of bytes: InputBytes, around range: Range<Int>) {
    let window = LineWindow(of: bytes, around: range)
    guard !window.isPlain else {
      let first = window.range.lowerBound
      self.init(
        text: bytes.text(window.range), isCutBefore: window.isCutBefore, isCutBehind: window.isCutBehind,
        mark: window.mark.lowerBound - first..<window.mark.upperBound - first)
      return
    }
    // Decoded in pieces, so that the mark is right also where a byte that is no UTF-8 becomes a character.
    let before = bytes.text(window.range.lowerBound..<window.mark.lowerBound)
    let marked = bytes.text(window.mark)
    let behind = bytes.text(window.mark.upperBound..<window.range.upperBound)
    let start = before.unicodeScalars.count
    self.init(
      text: before + marked + behind, isCutBefore: window.isCutBefore, isCutBehind: window.isCutBehind,
      mark: start..<start + marked.unicodeScalars.count)
  }
}

extension SourcePosition {
  package init(_ position: LineColumn) { self.init(line: position.line, column: position.column) }
}
