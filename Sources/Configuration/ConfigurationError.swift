/// Something in a configuration file that cannot be used.
package struct ConfigurationError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The file, as it was named or found.
  package let path: String
  /// 1-based; columns count Unicode scalars.
  package let line: Int
  package let column: Int
  /// Lower case, no full stop.
  package let message: String
  package let help: String?

  /// `figlint.json:3:5: there is no key 'tragets'`.
  package var description: String { "\(path):\(line):\(column): \(message)" }
}
