/// A text that nobody may see: keys, passwords, tokens. It has no description, in a debugger and a crash report neither.
public struct Secret: Hashable, Sendable {
  /// The text itself, for the one place that sends it.
  package let text: String

  public init(_ text: String) { self.text = text }

  public var isEmpty: Bool { text.isEmpty }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String { "…" }
  public var debugDescription: String { "…" }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
