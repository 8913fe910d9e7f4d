import CSchemaSnapshots
import ValidationTree

extension DefaultsTable {
  /// The conditions that are built in. O(1): nothing is parsed or copied.
  ///
  /// Invariant: the memory is a constant of the C target and is never freed or changed.
  static let bundled = unsafe DefaultsTable(
    immortal: UnsafeRawBufferPointer(start: figlint_defaults_table(), count: Int(figlint_defaults_table_count())))
}
