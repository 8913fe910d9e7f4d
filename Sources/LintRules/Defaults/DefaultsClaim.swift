import Diagnostics
import FigureValidator
import JSONCore
import ValidationTree

/// Which of the rules a claim belongs to.
extension DefaultsClaim {
  /// What a problem is about, as its ``FactDetail/flaw``.
  enum Flaw: UInt8 {
    /// Nothing in the figure refers to the container, or needs the attribute.
    case unneeded
    case unused, dynamic, invisible
    /// An object in an info_array, which plotly.js copies.
    case copied
    /// Another trace of the same stack has decided.
    case decided
    /// The ends of a domain or a range; the first number is the ``DefaultsEnds/Fault``.
    case ends
    /// The axis that is overlaid overlays another one.
    case overlay
    /// The axis that is matched is none of the figure.
    case noMatch
  }

  /// The problem that is noted; nil where its rule is not selected.
  func problem(_ view: FigureView, _ table: DefaultsTable, _ words: DefaultsVocabulary) -> Problem? {
    let rule = rule(view, table, words)
    guard view.rules.contains(rule) else { return nil }
    let versions = found?.reach == .since4 ? words.since4 : words.since3
    let code: ValidateCode? =
      switch effect {
      case .unused, .unusedNull: .unused
      case .invisible: .invisible
      case .dynamic, .dynamicFirst, .dynamicSecond: isOurs ? nil : .dynamic
      }
    let flaw: Flaw =
      switch (reason, code) {
      case (.ends, _): .ends
      case (.overlay, _): .overlay
      case (.noMatch, _): .noMatch
      case (.noData, _), (nil, .invisible): .invisible
      case (nil, .dynamic): found != nil ? .dynamic : .copied
      default: found != nil ? .unused : isInTrace(view) ? .decided : .unneeded
      }
    let isValue = element != nil || code == .dynamic || (reason != nil && code != .invisible)
    let range = element ?? (isValue ? view.facts.range(of: member) : view.facts.keyRange(of: member))
    let live = versions.intersection(view.targets)
    guard !live.isEmpty else { return nil }
    return Problem(
      rule,
      .fact(
        FactDetail(
          flaw.rawValue, fault.map { (Int($0.rawValue), 0) } ?? (found?.alternative ?? -1, absent),
          other: cause.flatMap { $0.isInTemplate ? nil : view.facts.range(of: $0.index) },
          isKey: !isValue && view.key(of: member) != nil, code: code)),
      at: range, in: live)
  }

  /// Whether `Plotly.validate` does not say it: of a domain or range it speaks of the ends, and what is matched it never asks.
  private var isOurs: Bool {
    switch reason {
    case .ends: element == nil
    case .noMatch: true
    case .overlay, .noData, nil: false
    }
  }

  private var fault: DefaultsEnds.Fault? {
    if case .ends(let ends) = reason { ends.fault } else { nil }
  }

  private func isInTrace(_ view: FigureView) -> Bool {
    let parent = Int(view.facts.members[member].parent)
    return parent >= 0 && view.facts.members[parent].traits.contains(.isTrace)
  }

  private func rule(_ view: FigureView, _ table: DefaultsTable, _ words: DefaultsVocabulary) -> RuleID {
    let name = view.facts.members[member].name
    switch reason {
    case .overlay(let isRing): return isRing ? .axisCycle : .danglingAxisRef
    case .noMatch: return .danglingAxisRef
    default: break
    }
    switch effect {
    case .invisible:
      guard view.facts.members[member].traits.contains(.isTrace) else { return .hiddenItem }
      return hasData(view, words) ? .missingRequired : .emptyTrace
    case .dynamic, .dynamicFirst, .dynamicSecond:
      if let fault, element == nil { return fault == .inverted ? .domain : .range }
      guard found != nil, view.tree.withText(name, Self.isReference) else { return .resetValue }
      return isSelfReference(view) ? .axisCycle : .danglingAxisRef
    case .unused, .unusedNull:
      guard let found else {
        let member = view.facts.members[member]
        return member.node.kind == .container ? .unusedContainer : .droppedAttribute
      }
      if isInert(found, view, table, words) { return .inertAttribute }
      return isAboutBounds(found, table) ? .colourBounds : .droppedAttribute
    }
  }

  private static func isReference(_ bytes: InputBytes, _ name: Range<Int>) -> Bool {
    for reference: StaticString in ["anchor", "overlaying", "matches", "scaleanchor", "xref", "yref", "axref", "ayref"]
    where bytes.equals(name, reference) {
      return true
    }
    return false
  }

  /// Whether an axis names itself.
  private func isSelfReference(_ view: FigureView) -> Bool {
    let parent = Int(view.facts.members[member].parent)
    guard parent >= 0, let key = view.key(of: parent), let text = view.text(member),
      let reference = DefaultsReference(text)
    else { return false }
    return key == "\(reference.id.prefix(1))axis\(reference.id.dropFirst())"
  }

  /// Whether a trace has an array of points that is not empty.
  private func hasData(_ view: FigureView, _ words: DefaultsVocabulary) -> Bool {
    view.facts.children(of: member).contains { child in
      guard let survey = view.facts.survey(of: child), survey.count > 0 else { return false }
      return !survey.kinds.isSubset(of: .nulls)
    }
  }

  /// Whether somebody would want to be told by himself: what has no effect was set on purpose, and so was what stands in its way.
  /// Programs write defaults, and whole containers, without thinking of it.
  private func isInert(
    _ found: DefaultsWalk.Claimed, _ view: FigureView, _ table: DefaultsTable, _ words: DefaultsVocabulary
  ) -> Bool {
    guard let cause, !cause.isInTemplate, absent == 0, effect == .unused else { return false }
    let facts = view.facts
    let own = facts.members[member]
    guard own.kind != .null, !own.traits.contains(.isItem), !own.traits.contains(.isWrong) else { return false }
    // Only a mode without the part that is styled: other conditions are often met by a figure that is one of many.
    let atoms = table.atoms(found.alternative)
    guard !atoms.isEmpty, atoms.allSatisfy({ table.looksAtFlags(table.feature(ofAtom: $0), words) }) else {
      return false
    }
    return view.isSetOnPurpose(member)
  }

  /// Whether the ends of a colour scale, or its middle, are what plotly.js cannot use, and stand in the figure itself.
  private func isAboutBounds(_ found: DefaultsWalk.Claimed, _ table: DefaultsTable) -> Bool {
    guard effect == .unused, cause?.isInTemplate != true else { return false }
    return table.atoms(found.alternative).contains { atom in
      let kind = table.feature(table.feature(ofAtom: atom)).kind
      return kind == .traceBounds || kind == .layoutBounds
    }
  }
}

extension DefaultsTable {
  /// Whether a feature is a flag of a trace, or its `mode` as a whole.
  func looksAtFlags(_ index: Int, _ words: DefaultsVocabulary) -> Bool {
    switch kind(ofFeature: index) {
    case .traceFlag: return true
    case .trace:
      let steps = feature(index).steps
      return steps.count == 1 && step(steps.lowerBound) == words.mode.rawValue
    default: return false
    }
  }
}

extension RuleID {
  static let inertAttribute = RuleID("L", 1)
  static let droppedAttribute = RuleID("L", 8)
  static let domain = RuleID("L", 2)
  static let range = RuleID("L", 3)
  static let colourBounds = RuleID("L", 6)
  static let resetValue = RuleID("L", 9)
  static let hiddenItem = RuleID("L", 10)
  static let unusedContainer = RuleID("R", 5)
  static let danglingAxisRef = RuleID("R", 2)
  static let axisCycle = RuleID("R", 3)
  static let emptyTrace = RuleID("D", 3)
  static let missingRequired = RuleID("D", 5)
}
