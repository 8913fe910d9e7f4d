import JSONCore
import TestSupport
import Testing

@testable import Figlint

/// Single values, attribute by attribute, against plotly.js's own check.
@Suite(.enabled(if: Corpus.isHere)) struct ValueMatrixTests {
  @Test(arguments: ["2.35.2", "4.1.1"]) func agreesOnValues(version: String) throws {
    let checker = try AgreementTests.checker(version)
    var count = 0
    for row in try Corpus.Part.plotly.rows("value-matrix-\(version).jsonl") {
      guard let value = MatrixValue(row) else { continue }
      count += 1
      let found = checker.check(value.figure).findings
      let isRefused = found.contains { finding in
        guard let claim = Claim(finding), claim.container == value.container else { return false }
        return claim.path.starts(with: value.path)
      }
      if isRefused == value.isAccepted {
        Issue.record("\(version) \(value.attribute): \(value.json) \(isRefused ? "refused" : "accepted")")
      }
    }
    #expect(count > 10_000)
  }
}

/// A value at a place of the schema, as a figure.
private struct MatrixValue {
  let attribute: String
  let json: String
  let isAccepted: Bool
  var container = "layout"
  var path: [PathElement] = []
  var figure = ""

  /// Nil for rows that say nothing about a check like ours; `truth.py` leaves the same ones out.
  init?(_ row: TextTree) {
    guard let attribute = row.string(row.root["attr"]), let json = row.string(row.root["json"]),
      let accepted = row.root["accepted"].map({ row.text(of: $0) }), ["true", "false"].contains(accepted),
      row.root["error"] == nil
    else { return nil }
    self.attribute = attribute
    self.json = json
    isAccepted = accepted == "true"
    // Refused, and used all the same.
    if !isAccepted, row.root["kept"].map({ row.text(of: $0) }) == "true" { return nil }
    // "Not set", and typed arrays.
    if json.trimmed == "null" || json.contains("\"bdata\"") { return nil }
    // plotly.js's check and its walk differ.
    if attribute.hasSuffix("constraintrange"), json == "[[1,2],3]" { return nil }
    let names = attribute.split(separator: ".").map(String.init)
    if names.last == "type", names.count == 4 { return nil }
    guard place(names) else { return nil }
  }

  private mutating func place(_ names: [String]) -> Bool {
    var type: String?
    var rest: ArraySlice<String>
    switch names[0] {
    case "traces":
      type = names[1]
      rest = names.dropFirst(3)
      if names[2] == "attributes" {
        container = "data"
      } else if type == "barpolar" {
        rest = ["polar"] + rest
      }
    case "layout": rest = names.dropFirst(2)
    case "config":
      container = "config"
      rest = names.dropFirst()
    default: return false
    }
    while let name = rest.popFirst() {
      if name == "items" {
        path.append(.index(0))
        rest = rest.dropFirst()
      } else {
        path.append(.key(name))
      }
    }
    let value = path.reversed().reduce(json) { inside, step in
      if case .key(let key) = step { "{\"\(key)\":\(inside)}" } else { "[\(inside)]" }
    }
    let trace = type.map { "{\"type\":\"\($0)\"" } ?? ""
    if container == "data" {
      figure = "{\"data\":[\(trace),\(value.dropFirst().dropLast())}]}"
    } else {
      figure = "{\"data\":[\(trace.isEmpty ? "" : trace + "}")],\"\(container)\":\(value)}"
    }
    return true
  }
}

extension String {
  fileprivate var trimmed: String { split { $0.isWhitespace }.joined(separator: " ") }
}
