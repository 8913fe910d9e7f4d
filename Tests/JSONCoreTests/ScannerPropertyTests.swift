import TestSupport
import Testing

@testable import JSONCore

/// The scanner against a plain reader, over random texts and over small changes of them.
@Suite struct ScannerPropertyTests {
  @Test(arguments: 0..<8) func agreesWithThePlainReader(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for round in 0..<400 {
      var text = Array(random.jsonText(depth: random.number(0...4)).utf8)
      compare(text, "seed \(seed), round \(round)")
      for change in 0..<random.number(1...6) {
        text = random.mutated(text)
        compare(text, "seed \(seed), round \(round), change \(change)")
      }
    }
  }

  @Test(arguments: 0..<4) func agreesWithThePlainReaderOnShortSoup(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for round in 0..<3000 {
      var text: [UInt8] = []
      for _ in 0..<random.number(0...9) { text = random.mutated(text) }
      compare(text, "seed \(seed), round \(round)")
    }
  }

  private func compare(_ text: [UInt8], _ label: String) {
    let twin = GrammarTwin(text)
    for outcome in [ScanOutcome(skipping: text), ScanOutcome(walking: text)] {
      let show = "\(label): \(String(decoding: text, as: UTF8.self).debugDescription)"
      if outcome.isStrictlyJSON != twin.isStrictlyJSON { Issue.record("verdicts differ, \(show)") }
      let horizon = outcome.error?.range.lowerBound ?? text.count + 1
      let notes = Set(outcome.issues.map(GrammarTwin.Note.init).filter { $0.offset < horizon })
      let twinNotes = Set(twin.notes.filter { $0.offset < horizon })
      if notes != twinNotes { Issue.record("notes differ: \(notes) and \(twinNotes), \(show)") }
      switch (outcome.error, twin.refusal) {
      case (nil, nil): break
      case (let error?, let refusal?):
        // The error marks the token in which the text stops being JSON.
        if refusal.offset < error.range.lowerBound || refusal.offset > error.range.upperBound {
          Issue.record("\(error) for offset \(refusal.offset), \(show)")
        }
      default: Issue.record("only one refuses: \(String(describing: outcome.error)), \(show)")
      }
      if let upper = outcome.issues.map(\.range.upperBound).max(), upper > text.count {
        Issue.record("an issue outside of the text, \(show)")
      }
    }
  }

  @Test(arguments: 0..<8) func decodesStringsAsThePlainReaderDoes(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for round in 0..<1500 {
      var text = Array(random.jsonString().utf8)
      for _ in 0..<random.number(0...2) { text = random.mutated(text) }
      let twin = GrammarTwin(text)
      guard twin.refusal == nil, let expected = twin.strings.first, twin.strings.count == 1 else { continue }
      let decoded = text.withInputBytes { bytes -> String? in
        var scanner = JSONScanner(bytes, range: 0..<bytes.count)
        scanner.passByteOrderMark()
        guard scanner.peek() == UInt8(ascii: "\""), let token = try? scanner.scanString() else { return nil }
        return StringText.string(bytes, token.content)
      }
      #expect(decoded?.canonicalBytes == expected.canonicalBytes, "seed \(seed), round \(round)")
    }
  }
}

extension GrammarTwin.Note {
  init(_ issue: TextIssue) {
    let kind: Kind =
      switch issue.kind {
      case .byteOrderMark: .byteOrderMark
      case .trailingComma: .trailingComma
      case .invalidUTF8: .invalidUTF8
      case .loneSurrogate: .loneSurrogate
      case .nonFiniteToken: .nonFinite
      case .duplicateKey: .duplicate
      case .infiniteNumber, .inexactInteger: .number
      }
    self.init(kind: kind, offset: issue.range.lowerBound)
  }
}
