import Foundation
import TestSupport
import Testing

/// Files of `Tests/Fixtures/Reports`.
enum Fixture {
  static let golden = Golden(folder: "Reports")
  static let folder = golden.folder

  static func bytes(_ name: String) -> [UInt8] {
    guard let data = try? Data(contentsOf: folder.appending(path: name)) else { fatalError("no fixture \(name)") }
    return Array(data)
  }
}

/// Expects `output` to be what `name.expected` holds.
func expectGolden(_ name: String, _ output: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) throws {
  let difference = try Fixture.golden.difference(name + ".expected", String(decoding: output, as: UTF8.self))
  #expect(difference == nil, sourceLocation: sourceLocation)
}
