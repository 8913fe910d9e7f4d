import Diagnostics
import FigureValidator
import JSONCore
import SchemaCompiler
import TestSupport
import Testing
import ValidationTree

@testable import LintRules

/// Whatever a figure holds, its words are short and nothing traps.
@Suite struct HostileInputTests {
  private static let figure = """
    {"data": [{"type": "bar", "y": [1, 2, null], "marker": {"colour": "red", "color": ["#ff", 3], "line": {"width": -1}},
     "name": "\\u00e9\\ud83d\\ude00", "mode": "lines+x", "opacity": 1e999}, {"type": "heatmap", "colorscale": [[0, "red"],
     [0.5, "x"], [0.2, "blue"]], "z": {"dtype": "f8", "bdata": "AQ=", "shape": "2,3"}}], "layout": {"titlefont": {},
     "xaxis2": {"type": "lin", "range": [1, 2, 3], "title": "x"}, "template": {"data": {"scater": [{}]}}, "barmode": 4},
     "frames": [{"data": [{"a": 1}], "layout": {"x": 1}}], "config": {"scrollzoom": true}}
    """

  @Test func damagedFiguresAreWordedShortly() {
    var random = SeededRandom(seed: 20)
    for _ in 0..<3000 {
      var text = Array(Self.figure.utf8)
      for _ in 0..<random.number(1...6) {
        let place = random.number(0...text.count - 1)
        switch random.number(0...4) {
        case 0: text[place] = UInt8(random.number(0...255))
        case 1: text.remove(at: place)
        case 2: text.insert(contentsOf: Array("[]{},:\"\\0e".utf8.shuffled(using: &random).prefix(2)), at: place)
        case 3: text.insert(contentsOf: random.hostileBytes(count: 20), at: place)
        default: text.removeSubrange(place..<min(place + random.number(1...9), text.count))
        }
      }
      expectShortWords(
        Checked.problems(text, targets: random.number(0...1) == 0 ? ["4.1.1"] : ["1.58.4", "3.7.0"]), text)
    }
  }

  @Test func longNamesAndValuesAreClipped() {
    let long = String(repeating: "colour\\u202e\\n", count: 5000)
    let figure = """
      {"data": [{"\(long)": 1, "type": "\(long)"}, {"mode": "\(long)", "opacity": "\(long)", "line": "\(long)",
       "marker": {"color": "\(long)", "symbol": "a\(long)", "colorscale": "\(long)"}, "xaxis": "\(long)",
       "hoverinfo": "x+\(long)", "dx": \(String(repeating: "9", count: 5000))}], "\(long)x": 1, "layout": {"xaxis": {"type":
       "\(long)"}}, "config": {"\(long)": {}}}
      """
    let found = Checked.problems(figure)
    #expect(found.count >= 12)
    expectShortWords(found, Array(figure.utf8))
  }

  @Test func problemsThatNoWalkWouldNoteDoNotTrap() {
    var random = SeededRandom(seed: 3)
    let tree = ValidationTree.bundled
    Array(Self.figure.utf8).withInputBytes { bytes in
      let wording = FigureWording(bytes, .whole(0..<bytes.count), WordingMemory(tree))
      for _ in 0..<20_000 {
        let start = random.number(0...bytes.count)
        let range = start..<random.number(start...bytes.count)
        let detail = Self.detail(&random, bytes.count)
        let rule = RuleRegistry.metadata[random.number(0...RuleRegistry.metadata.count - 1)].id
        let versions = VersionSet(rawValue: random.next() & random.next())
        let problem = Problem(rule, detail, at: range, in: versions)
        let path = (0..<random.number(0...4)).map { _ in Self.element(&random) }
        let containers = (0..<random.number(0...4)).map { _ in random.number(0...bytes.count) }
        let words = wording.words(for: problem, at: path, in: containers)
        #expect(words.message.unicodeScalars.count < 600)
      }
    }
  }

  private func expectShortWords(_ found: [Checked], _ text: [UInt8]) {
    for problem in found {
      #expect(problem.message.unicodeScalars.count <= 300, "\(problem.message)")
      #expect((problem.help ?? "").unicodeScalars.count <= 260, "\(problem.help ?? "")")
      for edit in problem.words.fix?.edits ?? [] {
        #expect(edit.range.lowerBound >= 0 && edit.range.upperBound <= text.count)
      }
    }
  }

  private static func element(_ random: inout SeededRandom) -> PathElement {
    let keys = ["data", "layout", "frames", "config", "template", "xaxis2", "marker", "line", "title", "scatter", ""]
    return random.number(0...2) == 0 ? .index(random.number(0...3)) : .key(keys[random.number(0...keys.count - 1)])
  }

  private static func detail(_ random: inout SeededRandom, _ length: Int) -> Problem.Detail {
    let attribute = AttributeID(rawValue: UInt16(random.number(0...2000)))
    let fault = ValueFault(rawValue: UInt8(random.number(0...11))) ?? .blank
    let container = ContainerID(rawValue: UInt16(random.number(0...900)))
    let word = WordID(rawValue: UInt16(random.number(0...9000)))
    switch random.number(0...16) {
    case 0: return .brokenText(.endOfInput(needed: .colon))
    case 1: return .brokenText(.expected(.value))
    case 2: return .brokenText(.invalidEscape)
    case 3: return .brokenText(.unknownLiteral)
    case 4: return .textIssue(.duplicateKey(first: random.number(0...length)))
    case 5: return .textIssue(.inexactInteger)
    case 6: return .unknownKey(.container(container, contributions: .layout))
    case 7: return .unknownKey(.container(container, contributions: .subplot(word)))
    case 8: return .unknownKey(random.number(0...1) == 0 ? .figure : .templateTraceTypes)
    case 9: return .wrongContainer(expected: .object, received: .string)
    case 10: return .templateTypeMismatch(declared: word)
    case 11: return .invalidValue(attribute, fault, edge: EdgeID(rawValue: UInt32(random.number(0...20_000))))
    case 12: return .badElement(attribute, fault)
    case 13: return .colorscale
    case 14: return .typedArray(random.number(0...1) == 0 ? .invalidBase64 : .layout(.tooFewElements))
    case 15: return .partlyDropped(attribute)
    default: return .arrayNotAllowed(attribute)
    }
  }
}
