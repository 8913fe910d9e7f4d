import Diagnostics

/// Names for findings that stay the same from run to run: also when lines move or the value changes, so that a service that keeps
/// findings does not take an old one for new.
///
/// They are made of the rule, the file and the place in it, and a number where a rule finds several things at one place.
struct Fingerprints: Sendable {
  private var file = ""
  /// How often a name came up in the file at hand.
  private var counts: [UInt64: Int] = [:]

  /// The name of a finding in the file that a report calls `file`: 16 hexadecimal digits. Findings of one file come together.
  mutating func name(of finding: Finding, in file: String) -> String {
    if file != self.file {
      self.file = file
      counts.removeAll()
    }
    let parts = ["\(finding.rule)", file, finding.placeInFile ?? "", finding.pointer]
    let hash = Self.hash(parts)
    let number = counts[hash, default: 0]
    counts[hash] = number + 1
    let name = String(number == 0 ? hash : Self.hash(parts + ["\(number)"]), radix: 16)
    return String(repeating: "0", count: 16 - name.count) + name
  }

  /// FNV-1a of 64 bits. Nothing depends on it but the names.
  private static func hash(_ parts: [String]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for part in parts {
      for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      // No text has this byte: ["ab", "c"] and ["a", "bc"] differ.
      hash = (hash ^ 0xFF) &* 0x100_0000_01B3
    }
    return hash
  }
}
