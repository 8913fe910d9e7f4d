import Foundation
import JSONCore
import Testing
import ValidationTree

@testable import FigureValidator

/// Compares with what plotly.js said, where its answers are at hand: a folder beside the package.
@Suite struct ValueMatrixTests {
  struct Row: Decodable {
    let attr: String
    let valType: String
    let json: String
    let accepted: Bool?

    enum Key: CodingKey { case attr, valType, json, accepted }

    init(from decoder: any Decoder) throws {
      let row = try decoder.container(keyedBy: Key.self)
      attr = try row.decode(String.self, forKey: .attr)
      valType = try row.decode(String.self, forKey: .valType)
      json = try row.decode(String.self, forKey: .json)
      accepted = try? row.decode(Bool.self, forKey: .accepted)  // else "throws"
    }
  }

  struct Definition: Decodable {
    struct Limits: Decodable {
      let min: Double?
      let max: Double?
      let arrayOk: Bool?
    }
    let def: Limits
  }

  static let folder = URL(filePath: #filePath).appending(path: "../../../../../shared/corpus/expected").standardized

  static var isThere: Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: "value-matrix-4.1.1.jsonl").path)
  }

  @Test(.enabled(if: isThere), arguments: [("2.35.2", ColourGrammar.tinycolor), ("4.1.1", .modern)])
  func agreesWithPlotlyOnColours(version: String, grammar: ColourGrammar) throws {
    let definitions = try definitions(version)
    var count = 0
    for row in try rows(version) {
      guard let accepted = row.accepted, !row.json.contains("bdata") else { continue }
      // Where a list may give a value for each point, plotly.js takes any list.
      if definitions[row.attr]?.def.arrayOk == true, row.json.hasPrefix("[") { continue }
      let verdict: Bool? = try scan(row.json) { (scanner) throws(ScanError) in
        switch row.valType {
        case "color": try ColourValue.scan(&scanner, grammar: grammar)
        case "colorlist": try ColourValue.scanList(&scanner, grammar: grammar)
        case "colorscale": try Colorscale.scan(&scanner, grammar: grammar)
        default: try nothing(&scanner)
        }
      }
      guard let verdict else { continue }
      count += 1
      #expect(verdict == accepted, "\(row.attr), \(row.json)")
    }
    #expect(count > 1000)
  }

  @Test(.enabled(if: isThere), arguments: ["2.35.2", "4.1.1"])
  func agreesWithPlotlyOnTextsThatAreNumbers(version: String) throws {
    let definitions = try definitions(version)
    var count = 0
    for row in try rows(version) where row.valType == "number" && row.json.hasPrefix("\"") {
      guard let accepted = row.accepted, let limits = definitions[row.attr]?.def else { continue }
      let value = try scan(row.json) { (scanner) throws(ScanError) in
        try scanner.scanDecodedString { NumericText.value($0, $1) }
      }
      let isInside = value.map { $0 >= limits.min ?? -.infinity && $0 <= limits.max ?? .infinity } ?? false
      count += 1
      #expect(isInside == accepted, "\(row.attr), \(row.json)")
    }
    #expect(count > 1000)
  }

  private func nothing(_ scanner: inout JSONScanner) throws(ScanError) -> Bool? {
    try scanner.skipValue()
    return nil
  }

  private func rows(_ version: String) throws -> [Row] {
    let text = try String(contentsOf: Self.folder.appending(path: "value-matrix-\(version).jsonl"), encoding: .utf8)
    return try text.split(separator: "\n").map { try JSONDecoder().decode(Row.self, from: Data($0.utf8)) }
  }

  private func definitions(_ version: String) throws -> [String: Definition] {
    let data = try Data(contentsOf: Self.folder.appending(path: "value-matrix-defs-\(version).json"))
    return try JSONDecoder().decode([String: Definition].self, from: data)
  }
}
