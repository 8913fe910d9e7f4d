package enum NumberText {
  package static func double(_ bytes: InputBytes, _ range: Range<Int>) -> Double { Double(bytes.text(range)) ?? .nan }
}
