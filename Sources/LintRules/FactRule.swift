package import Diagnostics
package import FigureValidator
package import ValidationTree

/// A check that looks at facts of a whole figure, noted while the figure was walked: lengths, references, what is missing.
///
/// Most are a ``Rule`` of their own and conform to both protocols; a mechanism that serves several rules names them all. They are
/// listed in ``RuleRegistry``. A check that is not selected costs nothing, and without any nothing is noted.
///
/// A check stays silent about what depends on a value that is wrong (``FigureView/isWrong(_:)``): that is a finding already.
package protocol FactRule: SendableMetatype {
  /// The rules whose problems it finds.
  static var ids: [RuleID] { get }
  /// Whether one of them is among `rules`.
  static func isAsked(by rules: RuleSet) -> Bool
  /// Adds what is wrong with the figure. Problems of rules that are not selected (``FigureView/rules``) are left out.
  static func check(_ figure: FigureView, into problems: inout [Problem])
}

extension FactRule {
  package static func isAsked(by rules: RuleSet) -> Bool { ids.contains { rules.contains($0) } }
}

extension FigureView {
  /// Says that a rule finds something wrong with the value of the member at `index`.
  package func report(
    _ rule: RuleID, value index: Int, _ detail: FactDetail = FactDetail(), in versions: VersionSet? = nil,
    to problems: inout [Problem]
  ) {
    report(rule, at: facts.range(of: index), detail, in: versions, to: &problems)
  }

  /// Says that a rule finds something wrong with a member as a whole: at its key, or for an item at the item.
  package func report(
    _ rule: RuleID, member index: Int, _ detail: FactDetail = FactDetail(), in versions: VersionSet? = nil,
    to problems: inout [Problem]
  ) {
    var detail = detail
    detail.isKey = key(of: index) != nil
    report(rule, at: facts.keyRange(of: index), detail, in: versions, to: &problems)
  }

  /// Says that a rule finds something wrong with a part of the text: 0-based bytes.
  package func report(
    _ rule: RuleID, at range: Range<Int>, _ detail: FactDetail = FactDetail(), in versions: VersionSet? = nil,
    to problems: inout [Problem]
  ) {
    guard rules.contains(rule) else { return }
    problems.append(Problem(rule, .fact(detail), at: range, in: versions ?? targets))
  }
}
