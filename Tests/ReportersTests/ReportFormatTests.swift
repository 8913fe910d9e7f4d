import Foundation
import Testing

@testable import Reporters

@Suite struct ReportFormatTests {
  /// Every file of a reporter is named in the registry, and no other.
  @Test func namesEveryReporterThatThereIs() throws {
    let sources = Fixture.folder.appending(path: "../../../Sources/Reporters").standardizedFileURL
    let files = try #require(FileManager.default.enumerator(atPath: sources.path())?.allObjects as? [String])
    let found = files.map { ($0 as NSString).lastPathComponent }.filter { $0.hasSuffix("Reporter.swift") }
    let named = ReportFormat.allCases.map { "\(type(of: $0.makeReporter(.test()))).swift" }
    let forVersions = ReportFormat.allCases.compactMap { format in
      format.makeCompatibilityReporter(versions: [], usesColour: false).map { "\(type(of: $0)).swift" }
    }
    #expect(Set(found).subtracting(["Reporter.swift"]) == Set(named + forVersions))
    #expect(Set(named).count == ReportFormat.allCases.count)
  }
}
