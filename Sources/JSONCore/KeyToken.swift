/// The key of an object's member.
@frozen
public struct KeyToken: Sendable {
  public let string: StringToken
  /// The key's text, if it is plain ASCII of fewer than 16 bytes: nearly always.
  public let name: ShortText

  @inlinable init(string: StringToken, name: ShortText) {
    self.string = string
    self.name = name
  }

  /// The hash of the decoded text. O(length).
  @inlinable public func hash(in bytes: InputBytes) -> KeyHash {
    if !name.isNone { return KeyHash(name, length: string.content.count) }
    return string.hasEscapes ? decodedHash(bytes) : KeyHash(bytes, string.content)
  }

  @usableFromInline func decodedHash(_ bytes: InputBytes) -> KeyHash {
    decodedText(bytes).withInputBytes { KeyHash($0, 0..<$0.count) }
  }

  /// Whether the key is `text`. O(length).
  @inlinable public func hasText(_ text: StaticString, _ bytes: InputBytes) -> Bool {
    guard string.hasEscapes else { return bytes.equals(string.content, text) }
    return decodedText(bytes).withInputBytes { $0.equals(0..<$0.count, text) }
  }

  /// Whether the key is `name`.
  @inlinable @inline(__always) public func isName(_ name: KeyName, _ bytes: InputBytes) -> Bool {
    self.name == name.short || self.name.isNone && hasText(name.text, bytes)
  }

  @usableFromInline func decodedText(_ bytes: InputBytes) -> [UInt8] { StringText.decoded(bytes, string.content) }
}

/// A name that keys are compared with often: one of fewer than 16 bytes, so that two instructions tell.
@frozen
public struct KeyName: Sendable {
  public let text: StaticString
  public let short: ShortText

  /// - Parameter text: ASCII, not empty, fewer than 16 bytes.
  public init(_ text: StaticString) {
    self.text = text
    short = ShortText(text)
  }
}
