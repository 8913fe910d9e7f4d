package import Diagnostics
import SystemIO

/// What a `figlint.json` says. What it does not say is nil or empty.
package struct ConfigurationFile: Sendable {
  /// As it was named or found.
  package let path: String
  /// The absolute path of the directory that its globs and paths are relative to.
  package let folder: String

  /// Versions as `--target` takes them; paths are absolute.
  package internal(set) var targets: [String]?
  package internal(set) var select: [RuleID]?
  package internal(set) var extendSelect: [RuleID] = []
  package internal(set) var ignore: [RuleID] = []
  /// In the order of the file; nil means off.
  package internal(set) var severities: [(rule: RuleID, severity: Severity?)] = []
  /// `error`, `warning` or `never`.
  package internal(set) var failOn: String?
  package internal(set) var exceptions: [FileException] = []
  package internal(set) var include: [String]?
  package internal(set) var exclude: [String] = []
  /// Absolute.
  package internal(set) var baseline: String?
  package internal(set) var maximumDepth: Int?
  /// Bytes of a grid, bytes of a value in its metadata, and cells of a column that is drawn without WebGL.
  package internal(set) var gridBytes: Int?
  package internal(set) var metadataValueBytes: Int?
  package internal(set) var drawnCells: Int?
  /// The value of `metadata` as JSON; nil where there is none.
  package internal(set) var metadata: [UInt8]?

  init(path: String, folder: String) {
    self.path = path
    self.folder = folder
  }

  /// A path of the file as an absolute one.
  func path(of text: String) -> String { PathLookup.absolute(text.hasPrefix("/") ? text : folder + "/" + text) ?? text }
}
