package import Diagnostics
package import FigureValidator
import JSONCore
import LintRules

/// How a figure is checked, apart from the targets.
package struct CheckSettings: Sendable {
  /// The rules to check.
  package var rules: RuleSet
  /// Severities that differ from those of the rules.
  package var severities = SeverityChanges()
  /// What metadata of grids must hold, if anything is declared, and the sizes above which grids are reported.
  package var metadataShape: MetadataShape?
  package var gridLimits = GridLimits()
  /// The grids that references of figures are looked up in, if they are given.
  package var grids: GridCollection?
  package var maximumDepth = JSONScanner.defaultMaximumDepth
  /// Whether a figure in a page is checked against the plotly.js that the page loads, in place of the targets.
  package var followsPages = false
  /// Whether findings come with the line that they are on.
  package var wantsExcerpts = true
  /// Whether the edits of fixes come with their lines and columns.
  package var wantsPlacesOfEdits = false

  /// The rules that are on when nobody says anything.
  package init() {
    rules = RuleRegistry.onByDefault
  }
}
