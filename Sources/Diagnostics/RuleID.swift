/// The id of a rule, such as `S001`: a group's letter and a number that is never given to another rule.
public struct RuleID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The group's letter as ASCII, `A`…`Z`.
  @usableFromInline package let group: UInt8
  /// The number in the group, 1…63.
  @usableFromInline package let number: UInt8

  /// The id of rule `number` in `group`. Inlined, so that the ids of all rules are constants that nobody has to make at run time.
  @inlinable package init(_ group: Unicode.Scalar, _ number: UInt8) {
    precondition("A"..."Z" ~= group && 1...63 ~= number, "a rule id is a letter and a number up to 63")
    self.group = UInt8(truncatingIfNeeded: group.value)
    self.number = number
  }

  /// Reads `S001`; nil for text of any other form.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 4, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[0]),
      let number = UInt8(text.dropFirst()), 1...63 ~= number
    else { return nil }
    self.group = bytes[0]
    self.number = number
  }

  public var description: String {
    let digits = String(number)
    return String(UnicodeScalar(group)) + String(repeating: "0", count: 3 - digits.count) + digits
  }

  public static func < (a: RuleID, b: RuleID) -> Bool { (a.group, a.number) < (b.group, b.number) }
}

/// A set of rules; membership is one load and one test.
package struct RuleSet: Sendable, Equatable, ExpressibleByArrayLiteral {
  /// One word for each letter, one bit for each number.
  private var groups: [UInt64]

  package init() { self.init(word: 0) }

  /// The rules of all ids, in use or not.
  package static var all: RuleSet { RuleSet(word: .max) }

  private init(word: UInt64) { groups = Array(repeating: word, count: 26) }

  package init(arrayLiteral rules: RuleID...) { self.init(rules) }

  package init(_ rules: some Sequence<RuleID>) {
    self.init()
    for rule in rules { insert(rule) }
  }

  package var isEmpty: Bool { groups.allSatisfy { $0 == 0 } }

  package func contains(_ rule: RuleID) -> Bool { groups[index(rule)] & bit(rule) != 0 }
  package mutating func insert(_ rule: RuleID) { groups[index(rule)] |= bit(rule) }
  package mutating func remove(_ rule: RuleID) { groups[index(rule)] &= ~bit(rule) }

  private func index(_ rule: RuleID) -> Int { Int(rule.group &- UInt8(ascii: "A")) }
  private func bit(_ rule: RuleID) -> UInt64 { 1 << UInt64(rule.number) }
}
