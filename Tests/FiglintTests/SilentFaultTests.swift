import Foundation
import TestSupport
import Testing

@testable import Figlint

/// Fifteen faults that neither `Plotly.validate` nor the Python package reports: each is found by the rules that are on by default,
/// and nothing else is said of its figure.
@Suite struct SilentFaultTests {
  private static let rules = [
    "annotation-axis": "R004", "config-key": "S009", "frame-names": "I004", "legend-missing": "R006",
    "lengths-differ": "D001", "log-axis": "D011", "marker-size-length": "D002", "matches-missing-axis": "R002",
    "menu-argument": "I001", "ragged-z": "D006", "sankey-link": "D008", "script-link": "X001",
    "template-variable": "I007", "treemap-parent": "D010", "uid-twice": "D014",
  ]

  @Test(arguments: rules.sorted { $0.key < $1.key }) func isFound(name: String, rule: String) throws {
    let place = Golden(folder: "Faults").folder.appending(path: "\(name).json")
    let found = try FigureChecker().check(Array(Data(contentsOf: place))).findings
    #expect(found.map { "\($0.rule)" } == [rule])
  }
}
