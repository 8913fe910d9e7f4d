/// A text that is not what it should be: refused before anything is sent.
public struct MalformedValue: Error, Equatable, Sendable, CustomStringConvertible {
  /// What is wrong with it: lower case, no full stop.
  public let message: String
  /// What to write instead, if there is something to say.
  public let help: String?

  public init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }

  public var description: String { help.map { "\(message); \($0)" } ?? message }
}
