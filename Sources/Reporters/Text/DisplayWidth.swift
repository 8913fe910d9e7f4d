import JSONCore

/// How many columns of a terminal text takes: what keeps carets below the characters that they mean.
enum DisplayWidth {
  static func columns(_ text: String) -> Int {
    PrintableASCII.holds(text) ? text.utf8.count : text.unicodeScalars.reduce(0) { $0 + columns($1) }
  }

  /// 0 for a mark that is drawn on the character before it, 2 for one that is wide, 1 for others.
  ///
  /// Wide are the blocks of East Asian scripts (Unicode Standard Annex 11, classes W and F, by block) and what is drawn as
  /// an emoji. Only for characters that `TextEscaping` leaves as they are.
  static func columns(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x300: return 1
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18CFF, 0x1AFF0...0x1B2FF,
      0x20000...0x3FFFD:
      return isMark(scalar) ? 0 : 2
    case 0x1F1E6...0x1F1FF: return 1  // two regional indicators are one flag
    default:
      if isMark(scalar) { return 0 }
      return scalar.properties.isEmojiPresentation ? 2 : 1
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: false
    }
  }
}
