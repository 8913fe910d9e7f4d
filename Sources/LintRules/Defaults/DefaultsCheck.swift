import Diagnostics
import FigureValidator
import JSONCore
import ValidationTree

/// What plotly.js drops, hides or resets while it fills in defaults: the one mechanism behind the rules that say so.
///
/// The conditions are those of ``DefaultsTable``; what needs the whole figure (which axes, subplots, colour axes and legends
/// anything uses) is ``DefaultsAxes``. As `Plotly.validate` does, it goes in from the outside: what is dropped or hidden is
/// said once, and not gone into.
enum DefaultsCheck: FactRule {
  static let ids: [RuleID] = [
    .inertAttribute, .domain, .range, .colourBounds, .droppedAttribute, .resetValue, .hiddenItem, .unusedContainer,
    .danglingAxisRef, .axisCycle, .emptyTrace, .missingRequired,
  ]

  /// Those that are off unless they are selected: what they say of a figure mostly does no harm.
  static var silentRules: [RuleID] { [.emptyTrace, .droppedAttribute, .resetValue, .hiddenItem, .unusedContainer] }

  static func check(_ view: FigureView, into problems: inout [Problem]) {
    let table = DefaultsTable.bundled
    guard table.belongs(to: view.tree) else { return }
    let words = DefaultsVocabulary.bundled(view.tree)
    // The facts are those of the newest target.
    guard words.since3.contains(VersionSet(version: view.version)) else { return }
    let figure = DefaultsFigure(view, words)
    let memory = DefaultsMemory.of(view)
    var walk = DefaultsWalk(table, figure, DefaultsAxes(figure), memory.take())
    walk.walk()
    memory.giveBack(walk.takeRoom())
    for claim in walk.claims {
      guard let problem = claim.problem(view, table, words) else { continue }
      problems.append(problem)
    }
  }
}
