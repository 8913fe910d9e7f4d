/// The line and column (1-based, columns in Unicode scalars) of a byte of a UTF-8 text, counted from the beginning.
package func plainPosition(_ offset: Int, in text: [UInt8]) -> (line: Int, column: Int) {
  let before = text[..<offset]
  let line = before.count { $0 == UInt8(ascii: "\n") } + 1
  let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
  return (line, String(decoding: before[start...], as: UTF8.self).unicodeScalars.count + 1)
}
