package import Diagnostics

/// What a report says of the run that its findings do not tell.
package struct ReportContext: Sendable {
  /// Whether text for people is in colour.
  package var usesColour = false
  /// The version of figlint.
  package var version = "0"
  /// What is known of the rules. A function, because only some formats ask, and to make all of it takes longer than to check a
  /// figure.
  package var rules: @Sendable () -> [RuleMetadata] = { [] }
  /// The least severity of findings that make the run fail; nil if none does.
  package var failOn: Severity? = .error
  /// What the files of findings are called in formats that are read elsewhere.
  package var paths = ReportPaths()

  /// A plotly.js library for the page that draws figures; nil for a page that does not.
  package var plotly: PageScript?
  /// The SHA-256 of a script in Base64, by which a page's policy names it; asked for only by the format that is a page.
  package var scriptHash: @Sendable ([UInt8]) -> String = { _ in "" }

  package init() {}
}
