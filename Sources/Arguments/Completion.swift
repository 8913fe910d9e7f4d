/// What a shell offers where a value is typed.
package enum Completion: Sendable, Equatable {
  /// The accepted values if there are any, else nothing.
  case automatic
  /// Files whose names end with one of the extensions (no dots), and directories; all files for an empty list.
  case files([String])
  case directories
  /// These words.
  case values([String])

  package static func files(_ extensions: String...) -> Completion { .files(extensions) }
}
