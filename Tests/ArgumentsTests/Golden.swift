import TestSupport
import Testing

/// Expects `text` to be what the file `name` of `Tests/Fixtures/Arguments` holds.
func expectGolden(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let difference = try Golden(folder: "Arguments").difference(name, text)
  #expect(difference == nil, sourceLocation: sourceLocation)
}
