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

  package init(bytes: InputBytes, tree: ValidationTree, targets: VersionSet, path: [PathElement]) {
    self.bytes = bytes
    self.tree = tree
    self.targets = targets
    self.path = path
  }
}
