/// A named argument without a value: `--quiet`. Giving it twice says the same as once.
package struct Flag: Sendable {
  package let shape: ArgumentShape

  /// - Parameter name: The name without dashes.
  package init(_ name: String, short: Character? = nil, help: String) {
    shape = ArgumentShape(
      name: name, short: short, valueName: "", help: help, arity: .flag, read: { _ in true })
  }

  static let help = Flag("help", short: "h", help: "Print this help.")
  static let version = Flag("version", short: "V", help: "Print the version.")
}
