import SchemaHistory
import ValidationTree

/// What differs between two schemas, ready to be shown.
struct DiffReport {
  /// What the two are called.
  let from: String
  let to: String
  let changes: [SchemaChange]
  /// Whether each attribute of an object that came or went is listed.
  let listsLeaves: Bool

  /// How often something came, went or changed.
  struct Tally {
    var added = 0
    var removed = 0
    var changed = 0

    mutating func count(_ action: SchemaChange.Action, _ number: Int = 1) {
      switch action {
      case .added: added += number
      case .removed: removed += number
      case .changed: changed += number
      }
    }
  }

  var traceTypes: Tally {
    changes.reduce(into: Tally()) { if $1.kind == .traceType { $0.count($1.action) } }
  }

  /// Attributes, those of objects that came or went as a whole included. One that became an object went, and those of the
  /// object came.
  var attributes: Tally {
    changes.reduce(into: Tally()) { tally, change in
      guard change.action == .changed else { return tally.count(change.action, change.attributeCount) }
      guard change.before?.node.kind != change.after?.node.kind else {
        if change.kind == .attribute { tally.count(.changed) }
        return
      }
      if change.before?.attribute != nil { tally.count(.removed) }
      if change.after?.attribute != nil { tally.count(.added) }
      for leaf in change.leaves { tally.count(leaf.action) }
    }
  }

  /// The changes that are shown one by one.
  var entries: [SchemaChange] { listsLeaves ? changes.flatMap { [$0] + $0.leaves } : changes }
}
