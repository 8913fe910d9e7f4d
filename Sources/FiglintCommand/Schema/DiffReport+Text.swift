import JSONCore
import LintRules
import SchemaHistory
import ValidationTree

/// The report for people: what came, what went, what changed, like changes at many places in one line.
extension DiffReport {
  var text: String {
    guard !changes.isEmpty else { return "\(from) and \(to) do not differ\n" }
    var text = "\(from) → \(to): \(sentence)\n"
    let traceTypes = entries.filter { $0.kind == .traceType }
    add(traceTypes, "trace types", &text)
    let others = entries.filter { $0.kind != .traceType }
    for (action, title) in [(SchemaChange.Action.added, "new"), (.removed, "gone"), (.changed, "changed")] {
      add(others.filter { $0.action == action }, title, &text)
    }
    return text
  }

  /// `1 trace type new, 3 gone; 12 attributes new, 1,034 gone, 5 changed`.
  private var sentence: String {
    let parts = [(traceTypes, "trace type"), (attributes, "attribute")].compactMap { tally, noun -> String? in
      var counts = [(tally.added, "new"), (tally.removed, "gone"), (tally.changed, "changed")].filter { $0.0 > 0 }
      guard !counts.isEmpty else { return nil }
      let first = counts.removeFirst()
      return (["\(first.0.counted(noun)) \(first.1)"] + counts.map { "\($0.0.grouped) \($0.1)" })
        .joined(separator: ", ")
    }
    return parts.isEmpty ? "objects changed" : parts.joined(separator: "; ")
  }

  private func add(_ changes: [SchemaChange], _ title: String, _ text: inout String) {
    guard !changes.isEmpty else { return }
    text += "\n\(title)\n"
    for group in listsLeaves ? changes.map({ DiffGroup($0) }) : DiffGroup.groups(of: changes) {
      text += "  \(TextEscaping.escaped(group.line))\n"
    }
  }
}

/// Like changes at several places.
private struct DiffGroup {
  private let first: SchemaChange
  private let words: String
  private var places: [[String]]

  init(_ change: SchemaChange) {
    first = change
    words = ChangeWords(change).text
    places = [DiffGroup.names(change)]
  }

  /// The groups in the order of their first changes.
  static func groups(of changes: [SchemaChange]) -> [DiffGroup] {
    struct Likeness: Hashable {
      let action: SchemaChange.Action
      let name: String
      let words: String
    }
    var groups: [DiffGroup] = []
    var known: [Likeness: Int] = [:]
    for change in changes {
      let group = DiffGroup(change)
      let likeness = Likeness(action: change.action, name: names(change).last ?? "", words: group.words)
      if change.kind != .traceType, let index = known[likeness] {
        groups[index].places.append(names(change))
      } else {
        known[likeness] = groups.count
        groups.append(group)
      }
    }
    return groups
  }

  private static func names(_ change: SchemaChange) -> [String] { change.path.split(separator: ".").map(String.init) }

  /// `+ scatter.zorder (and 11 more '….zorder'): an integer [default 0]`.
  var line: String {
    let mark =
      switch first.action {
      case .added: "+";
      case .removed: "-";
      case .changed: "~"
      }
    let more = places.count == 1 ? "" : " (and \((places.count - 1).grouped) more '….\(commonEnding)')"
    return "\(mark) \(first.path)\(more)\(words)"
  }

  /// What all places end with.
  private var commonEnding: String {
    var ending = places[0]
    for place in places.dropFirst() {
      let count = zip(ending.reversed(), place.reversed()).prefix { $0 == $1 }.count
      ending = Array(ending.suffix(count))
    }
    return ending.joined(separator: ".")
  }
}
