import Foundation
import JSONCore
import TestSupport
import Testing

@Suite struct JSONTapeTests {
  private func read<R>(_ text: String, _ body: (JSONTape) -> R) throws -> R {
    try Array(text.utf8).withInputBytes { body(try JSONTape($0)) }
  }

  @Test func findsMembersAndElements() throws {
    try read(#" {"a": [1, {"b":2}, [], "x\ny"], "c\u0064": -1.5e2, "e": true, "a": null } "#) { tape in
      #expect(tape.kind(0) == .object)
      #expect(tape.keys(0).map(tape.string) == ["a", "cd", "e", "a"])
      #expect(tape.member(0, "cd").flatMap(tape.number) == -150)
      #expect(tape.member(0, "e").flatMap(tape.bool) == true)
      // Of equal keys the last one counts.
      #expect(tape.member(0, "a").map(tape.kind) == .null)
      let list = tape.keys(0).first { _ in true }.map { $0 + 1 } ?? -1
      #expect(tape.elements(list).map(tape.kind) == [.number, .object, .array, .string])
      #expect(tape.elements(list).map(tape.string).last == "x\ny")
      #expect(String(decoding: tape.compactText(list), as: UTF8.self) == #"[1,{"b":2},[],"x\ny"]"#)
      #expect(tape.member(0, "b") == nil && tape.member(list, "b") == nil)
      #expect(tape.issues.count == 1)
    }
  }

  @Test func whatDoesNotExistIsNull() throws {
    try read("[1]") { tape in
      for index in [-1, 2, .max, .min] {
        #expect(tape.kind(index) == .null && tape.range(index).isEmpty && tape.string(index) == "")
        #expect(Array(tape.keys(index)).isEmpty && Array(tape.elements(index)).isEmpty)
        #expect(tape.number(index) == nil && tape.bool(index) == nil && tape.member(index, "a") == nil)
        #expect(tape.compactText(index).isEmpty)
      }
    }
  }

  @Test(arguments: ["1", "\"\"", "true", "null", "[]", "{}", " [ ] ", "[[],{}]", "\u{FEFF}{}"])
  func readsAnyValue(text: String) throws {
    try read(text) { #expect($0.next(0) == $0.nodes.count) }
  }

  @Test(arguments: ["", "[", "[1", "{\"a\"", "{\"a\":", "{\"a\":1", "[1}", "1 2", "[] []", "nul"])
  func refusesWhatIsNoJSON(text: String) {
    #expect(throws: ScanError.self) { try read(text) { $0.nodes.count } }
  }

  @Test func boundsTheNesting() {
    let text = Array(String(repeating: "[", count: 100_000).utf8)
    text.withInputBytes { input in
      do throws(ScanError) {
        _ = try JSONTape(input, maximumDepth: 20)
        Issue.record("too deep a text was read")
      } catch {
        #expect(error.kind == .tooDeep(limit: 20))
      }
    }
  }

  /// Every value that Foundation's parser finds stands on the tape, in the same place.
  @Test func agreesWithAnotherParser() throws {
    var random = SeededRandom(seed: 11)
    for _ in 0..<300 {
      let text = randomValue(depth: 0, &random)
      let value = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
      try read(text) { #expect(agrees($0, 0, value), "\(text)") }
    }
  }

  private func agrees(_ tape: JSONTape, _ index: Int, _ value: Any) -> Bool {
    switch tape.kind(index) {
    case .null: return value is NSNull
    case .true, .false: return tape.bool(index) == value as? Bool
    case .number: return tape.number(index) == (value as? NSNumber)?.doubleValue
    case .string: return tape.string(index) == value as? String
    case .array:
      guard let values = value as? [Any] else { return false }
      let elements = Array(tape.elements(index))
      return elements.count == values.count && zip(elements, values).allSatisfy { agrees(tape, $0, $1) }
    case .object:
      guard let values = value as? [String: Any] else { return false }
      let keys = Array(tape.keys(index))
      return keys.count == values.count
        && keys.allSatisfy { key in values[tape.string(key)].map { agrees(tape, key + 1, $0) } ?? false }
    case .nonFinite: return false
    }
  }

  private func randomValue(depth: Int, _ random: inout SeededRandom) -> String {
    let space = ["", " ", "\n\t"][random.number(0...2)]
    switch random.number(0...(depth > 4 ? 4 : 8)) {
    case 0: return ["true", "false", "null"][random.number(0...2)] + space
    case 1: return "\(random.number(-99...99))" + space
    case 2: return "\(Double(random.number(-9999...9999)) / 64)"
    case 3: return #""a\"b\\é\u00e9""# + space
    case 4: return #""\#(random.number(0...999))""#
    case 5, 6:
      let values = (0..<random.number(0...4)).map { _ in randomValue(depth: depth + 1, &random) }
      return "[\(space)\(values.joined(separator: ","))\(space)]"
    default:
      let members = (0..<random.number(0...4)).map { #"\#(space)"k\#($0)":\#(randomValue(depth: depth + 1, &random))"# }
      return "{\(members.joined(separator: ","))\(space)}"
    }
  }
}
