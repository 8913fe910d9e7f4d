import Diagnostics
import FigureValidator
import JSONCore
import SchemaCompiler
import TestSupport
import Testing
import ValidationTree

/// Paths found along what the walk noted are those that reading the whole text finds.
@Suite struct KnownValuesTests {
  private static let tree = ValidationTree.bundled
  private static let facts = SchemaFacts(tree)

  @Test func leadToThePlacesThatTheTextHas() throws {
    var random = SeededRandom(seed: 31)
    for (name, text) in try FixtureFigures.read("right") + FixtureFigures.read("broken")
    where text.count < 50_000 {
      Self.compare(text, name, &random)
      for _ in 0..<3 { Self.compare(random.mutated(text), name, &random) }
    }
  }

  @Test func leadIntoTemplatesAndPastThem() {
    var random = SeededRandom(seed: 32)
    let template =
      #"{"data": {"bar": [{"opacity": 1, "nmae": 1}], "scatter": [{"marker": {"colour": 1}}]}, "layout": {"colorway": ["a", "b"]}}"#
    for figure in [
      #"{"layout": {"template": \#(template), "xaxis": {"titel": 1}}, "data": [{"y": [1, 2]}, {"y": [1]}]}"#,
      #"{"data": [{"y": [1, 2]}], "layout": {"width": 5, "template": \#(template), "shapes": [{"x0": 1}]}, "frames": [{"data": []}]}"#,
    ] {
      for _ in 0..<20 { Self.compare(Array(figure.utf8), figure, &random) }
    }
  }

  private static func compare(_ text: [UInt8], _ name: String, _ random: inout SeededRandom) {
    text.withInputBytes { bytes in
      var walker = FigureWalker(
        bytes, range: 0..<bytes.count, tree: tree, facts: facts,
        targets: VersionSet(version: tree.versionCount - 1),
        rules: .all, notingFacts: true)
      walker.walk(as: .figure)
      let values = KnownValues(walker.noted, template: walker.notedTemplate)
      for count in [1, 1, 1, 1, 1, 1, 2, 3, 8] {
        let offsets = (0..<count).map { _ in random.number(0...bytes.count) }.sorted()
        #expect(
          places(offsets, bytes, knowing: values) == places(offsets, bytes, knowing: nil),
          "\(name) at \(offsets)")
      }
    }
  }

  private static func places(_ offsets: [Int], _ bytes: InputBytes, knowing values: KnownValues?)
    -> [String]
  {
    var places: [String] = []
    PathFinder.findPlaces(
      at: offsets, in: bytes, range: 0..<bytes.count, maximumDepth: JSONScanner.defaultMaximumDepth,
      knowing: values
    ) { index, place in places.append("\(index): \(place.path) in \(place.containers)") }
    return places
  }
}
