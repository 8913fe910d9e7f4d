package import Diagnostics
import SystemIO

/// Rules that are off in some files, or in some places of them.
package struct FileException: Sendable {
  package let place: FilePlace
  package let rules: RuleSet
}

/// Some files, and where in them: `figs/*.json#data[*].marker`.
package struct FilePlace: Sendable {
  private let files: PathRules
  /// Nil for all of a file.
  package let attribute: AttributePattern?

  /// Reads a glob, as in a line of a .gitignore, and behind the last `#` an attribute. Nil where that is no path of an attribute.
  ///
  /// - Parameter base: the absolute path of the directory that the glob is relative to.
  init?(_ text: String, base: String) {
    guard let sign = text.lastIndex(of: "#") else {
      files = PathRules(globs: [text], base: base)
      attribute = nil
      return
    }
    guard let attribute = AttributePattern(String(text[text.index(after: sign)...])) else { return nil }
    self.attribute = attribute
    files = PathRules(globs: sign == text.startIndex ? ["*"] : [String(text[..<sign])], base: base)
  }

  /// Whether a file is one of them.
  package func holds(file: String) -> Bool { files.match(file) }
}
