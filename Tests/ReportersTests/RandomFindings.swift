import Diagnostics
import TestSupport

extension SeededRandom {
  /// One time in three nothing.
  mutating func optional<T>(_ make: (inout SeededRandom) -> T) -> T? { number(0...2) == 0 ? nil : make(&self) }

  /// Mostly short text, at times thousands of characters.
  mutating func text() -> String { hostileText(count: number(0...4) == 0 ? number(0...3_000) : number(0...30)) }

  mutating func size() -> Int { number(0...9) == 0 ? .max : number(0...100_000) }

  /// A finding whose parts need not fit together.
  mutating func finding() -> Finding {
    let offset = number(0...1_000_000)
    return Finding(
      file: text(), rule: RuleID("S", UInt8(number(1...63))), name: text(),
      severity: Severity.allCases[number(0...2)], code: optional { _ in .schema },
      container: Container.allCases[number(0...4)], trace: optional { $0.size() },
      path: (0..<number(0...4)).map { _ in number(0...1) == 0 ? .key(text()) : .index(size()) },
      stepsToInput: number(0...2),
      range: offset..<offset + number(0...1_000), start: SourcePosition(line: size(), column: size()),
      end: SourcePosition(line: size(), column: size()), message: text(), help: optional { $0.text() },
      targets: (0..<number(0...3)).map { _ in text() },
      fix: optional { random in
        Fix(isSafe: random.number(0...1) == 0, edits: [Fix.Edit(range: offset..<offset, text: random.text())])
      },
      excerpt: optional { $0.excerpt() }, cell: optional { $0.size() }, output: optional { $0.size() },
      figure: optional { $0.size() })
  }

  private mutating func excerpt() -> Excerpt {
    let text = text()
    let start = number(0...text.unicodeScalars.count)
    return Excerpt(
      text: text, isCutBefore: number(0...1) == 0, isCutBehind: number(0...1) == 0,
      mark: start..<number(start...text.unicodeScalars.count))
  }
}
