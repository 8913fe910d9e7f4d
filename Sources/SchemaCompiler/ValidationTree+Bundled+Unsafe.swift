import CSchemaSnapshots
package import ValidationTree

extension ValidationTree {
  /// The tree of all bundled plotly.js versions, embedded in the program. O(1): nothing is parsed or copied.
  ///
  /// Invariant: the memory is a constant of the C target and is never freed or changed.
  package static var bundled: ValidationTree {
    let memory = unsafe UnsafeRawBufferPointer(
      start: figlint_bundled_tree(), count: Int(figlint_bundled_tree_count()))
    // What is built in is what the tests saw: without a tree there is nothing to check with.
    do { return try unsafe ValidationTree(immortal: memory) } catch { return .empty }
  }
}
