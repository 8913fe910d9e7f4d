/// The version of a plotly.js release: three numbers.
package struct PlotlyVersion: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let major: Int
  package let minor: Int
  package let patch: Int

  package init(_ major: Int, _ minor: Int, _ patch: Int) {
    self.major = major
    self.minor = minor
    self.patch = patch
  }

  /// Reads `"4.1.1"`; nil for everything that is not three numbers without leading zeros.
  package init?(_ text: some StringProtocol) {
    guard let numbers = PlotlyVersion.numbers(text), numbers.count == 3 else { return nil }
    self.init(numbers[0], numbers[1], numbers[2])
  }

  /// The one to three numbers of `"4"`, `"4.1"` or `"4.1.1"`.
  static func numbers(_ text: some StringProtocol) -> [Int]? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count) else { return nil }
    var numbers: [Int] = []
    for part in parts {
      // `Int` would take a sign too.
      guard part.utf8.count <= 6, part.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(part),
        number == 0 ? part.utf8.count == 1 : part.utf8.first != 0x30
      else { return nil }
      numbers.append(number)
    }
    return numbers
  }

  package static func < (a: PlotlyVersion, b: PlotlyVersion) -> Bool {
    (a.major, a.minor, a.patch) < (b.major, b.minor, b.patch)
  }

  package var description: String { "\(major).\(minor).\(patch)" }
}
