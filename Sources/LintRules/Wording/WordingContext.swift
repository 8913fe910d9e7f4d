package import Diagnostics
package import JSONCore
package import ValidationTree

/// What a rule may look at when it words a problem: the text, the schema, and where in the figure the place is.
package struct WordingContext {
  package let bytes: InputBytes
  package let tree: ValidationTree
  /// The versions that were asked for.
  package let targets: VersionSet
  /// The path of the problem from the root of the figure; ends with the key when the problem is a key.
  package let path: [PathElement]
  /// What else there is in the figure.
  package let outline: FigureOutline
  package let suggester: Suggester

  /// - Parameters:
  ///   - outline: kept by the caller for all problems of a figure; nil makes one for this problem alone.
  ///   - suggester: kept by the caller for a whole run; nil makes one for this problem alone.
  package init(
    bytes: InputBytes, tree: ValidationTree, targets: VersionSet, path: [PathElement], outline: FigureOutline? = nil,
    suggester: Suggester? = nil
  ) {
    self.bytes = bytes
    self.tree = tree
    self.targets = targets
    self.path = path
    self.outline = outline ?? FigureOutline(bytes, range: 0..<bytes.count)
    self.suggester = suggester ?? Suggester(tree)
  }

  /// The objects around the place: those on the path but for its last element.
  func place(in versions: VersionSet) -> SchemaPlace { SchemaPlace(path.dropLast(), tree, outline, in: versions) }

  /// The value in `range`, as messages show it.
  func value(_ range: Range<Int>) -> ReceivedValue { ReceivedValue(bytes, range) }
}
