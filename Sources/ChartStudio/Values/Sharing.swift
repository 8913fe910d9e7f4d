/// Who can see a file.
public enum Sharing: String, CaseIterable, Sendable {
  /// Everybody; it is listed and found by search engines.
  case `public`
  /// Its owner and those it is shared with.
  case `private`
  /// Everybody who has the address with its key.
  case secret

  /// The pair of fields that says so. Both are always sent: one alone would leave the key of a file that was secret working.
  public var worldReadable: Bool { self == .public }
  public var shareKeyEnabled: Bool { self == .secret }

  /// What a pair of fields says; nil for a pair that no client makes.
  public init?(worldReadable: Bool, shareKeyEnabled: Bool) {
    switch (worldReadable, shareKeyEnabled) {
    case (true, false): self = .public
    case (false, false): self = .private
    case (false, true): self = .secret
    case (true, true): return nil
    }
  }
}
