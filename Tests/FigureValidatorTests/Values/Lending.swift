import JSONCore

/// Lends `text` as the content of a JSON string, between quotes, so that a read beyond the range meets other text.
func lend<R>(_ text: String, _ body: (InputBytes, Range<Int>) -> R) -> R {
  let bytes = Array("\"\(text)\", 1".utf8)
  return bytes.withInputBytes { body($0, 1..<1 + text.utf8.count) }
}

/// Lends a scanner that stands before `json`, and makes sure that `body` passes the value whole.
func scan<R>(_ json: String, _ body: (inout JSONScanner) throws(ScanError) -> R) throws(ScanError) -> R {
  try Array(json.utf8).withInputBytes { (bytes) throws(ScanError) in
    var scanner = JSONScanner(bytes, range: 0..<bytes.count)
    let result = try body(&scanner)
    try scanner.expectEnd()
    return result
  }
}
