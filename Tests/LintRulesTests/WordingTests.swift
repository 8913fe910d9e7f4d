import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import LintRules

/// What figlint says about small figures, as tables in `Tests/Fixtures/Wording`.
///
/// A line of NAME.cases is the target versions, a space, and a figure; control characters and blanks at its ends are
/// written as control pictures (␉, ␠). NAME.expected shows the words and the figure after each fix.
@Suite struct WordingTests {
  private static let golden = Golden(folder: "Wording")

  @Test(arguments: [
    "keys", "values", "colours", "colorscales", "containers", "typed-arrays", "text", "versions", "security",
  ])
  func saysWhatWasReceivedAndWhatIsAccepted(name: String) throws {
    let cases = try String(contentsOf: Self.golden.folder.appending(path: name + ".cases"), encoding: .utf8)
    let output = cases.split(separator: "\n").map { "\($0)\n" + Self.report(String($0)) }.joined(separator: "\n")
    let difference = try Self.golden.difference(name + ".expected", output)
    #expect(difference == nil)
  }

  @Test func aByteOrderMarkIsDeleted() throws {
    let found = try #require(Checked.problems("\u{feff}{\"data\": []}").first)
    #expect(found.message == "the text begins with a byte-order mark")
    #expect(found.words.fix == Fix(isSafe: true, edits: [Fix.Edit(range: 0..<3, text: "")]))
  }

  private static func report(_ line: String) -> String {
    let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
    let json = Array(control(parts[1]).utf8)
    let found = Checked.problems(json, targets: parts[0].split(separator: ",").map(String.init))
    return found.map { found in
      var text = "  \(found.rule) \(found.attribute): \(found.message)\n"
      if let help = found.help { text += "    help: \(help)\n" }
      if let fix = found.words.fix {
        text +=
          "    \(fix.isSafe ? "safe" : "unsafe") fix: \(String(decoding: applied(fix, to: json), as: UTF8.self))\n"
      }
      return picture(text)
    }.joined()
  }

  private static func applied(_ fix: Fix, to json: [UInt8]) -> [UInt8] {
    var text = json
    for edit in fix.edits.reversed() { text.replaceSubrange(edit.range, with: Array(edit.text.utf8)) }
    return text
  }

  /// The text with control pictures for control characters.
  private static func picture(_ text: String) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl = scalar.value < 0x20 && scalar != "\n"
      shown.append(isControl ? Unicode.Scalar(0x2400 + scalar.value) ?? scalar : scalar)
    }
    return String(shown)
  }

  private static func control(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isPicture = 0x2400...0x2420 ~= scalar.value
      plain.append(isPicture ? Unicode.Scalar(scalar.value - 0x2400) ?? scalar : scalar)
    }
    return String(plain)
  }
}

extension Checked {
  /// The path in plotly's notation.
  fileprivate var attribute: String {
    path.reduce(into: "") { text, element in
      switch element {
      case .key(let key): text += text.isEmpty ? key : ".\(key)"
      case .index(let index): text += "[\(index)]"
      }
    }
  }
}
