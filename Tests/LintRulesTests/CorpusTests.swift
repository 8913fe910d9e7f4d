import Diagnostics
import Foundation
import Testing

@testable import LintRules

/// Misspelt attributes of real figures, from a corpus that is not part of the repository.
@Suite struct CorpusTests {
  private static let corpus = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/corpus")
  private static let mutations = corpus.appending(path: "expected/mutations-4.1.1.jsonl")
  private static var isThere: Bool { FileManager.default.fileExists(atPath: mutations.path) }

  @Test(.enabled(if: isThere)) func theRightNameIsTheFirstSuggestion() throws {
    var count = 0
    var failures: [String] = []
    for line in try String(contentsOf: Self.mutations, encoding: .utf8).split(separator: "\n") {
      guard let row = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
        row["kind"] as? String == "misspelt", let ops = row["ops"] as? [[String: Any]],
        let file = row["file"] as? String
      else { continue }
      let figure = try JSONSerialization.jsonObject(
        with: Data(contentsOf: Self.corpus.appending(path: "figures/\(file)")))
      guard let removed = ops.first(where: { $0["op"] as? String == "remove" })?["path"] as? String,
        let added = ops.first(where: { $0["op"] as? String == "add" }), let path = added["path"] as? String,
        let value = added["value"]
      else { continue }
      let tokens = Self.tokens(path)
      let right = try #require(Self.tokens(removed).last)
      let wrong = try #require(tokens.last)
      let changed = Self.renaming(right, to: wrong, value, in: figure, tokens.dropLast())
      let json = try JSONSerialization.data(withJSONObject: changed, options: [.sortedKeys])
      let found = Checked.problems(Array(json)).filter { $0.path.last == .key(wrong) && $0.rule == "S001" }
      count += 1
      if !found.contains(where: { $0.firstSuggestion == right }) {
        failures.append("\(path): \(right), not \(found.map { $0.help ?? "nothing" })")
      }
    }
    let share = Double(count - failures.count) / Double(max(count, 1))
    #expect(count > 100)
    #expect(share >= 0.97, "\(share): \(failures)")
  }

  private static func tokens(_ pointer: String) -> [String] {
    pointer.split(separator: "/").map {
      $0.replacingOccurrences(of: "~1", with: "/").replacingOccurrences(of: "~0", with: "~")
    }
  }

  /// The JSON value with one member of the object at `path` under another name.
  private static func renaming(
    _ old: String, to new: String, _ value: Any, in json: Any, _ path: ArraySlice<String>
  ) -> Any {
    if var object = json as? [String: Any] {
      if let first = path.first {
        object[first] = renaming(old, to: new, value, in: object[first] ?? [:], path.dropFirst())
      } else {
        object[old] = nil
        object[new] = value
      }
      return object
    }
    guard var array = json as? [Any], let first = path.first, let index = Int(first), array.indices.contains(index)
    else { return json }
    array[index] = renaming(old, to: new, value, in: array[index], path.dropFirst())
    return array
  }
}

private func == (id: RuleID, text: String) -> Bool { id.description == text }
