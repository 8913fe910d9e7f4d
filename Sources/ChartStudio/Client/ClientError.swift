/// Why a call to the service did not come to what it was for.
public struct ClientError: Error, Sendable, CustomStringConvertible {
  public enum Reason: Sendable, Equatable {
    /// There is no answer.
    case noAnswer(TransportError)
    /// The server refused, or failed.
    case refused(ServerRefusal)
    /// The server says that it did it, and answers with something that cannot be used.
    case unusable(UnusableAnswer)
  }

  /// What was asked for: `GET /v2/files/ada:10`.
  public let request: String
  public let reason: Reason

  public init(_ request: String, _ reason: Reason) {
    self.request = request
    self.reason = reason
  }

  /// The refusal, if the server gave one.
  public var refusal: ServerRefusal? { if case .refused(let refusal) = reason { refusal } else { nil } }

  /// Whether the server may have done what was asked for all the same. The answer was lost then, and only a look at the server
  /// tells.
  public var mayHaveActed: Bool {
    switch reason {
    case .noAnswer(let error):
      switch error.reason {
      case .connectionLost, .bodyTruncated, .silence, .tooSlow, .bodyTooLarge, .cancelled, .other, .sink: true
      default: false
      }
    case .refused(let refusal): refusal.kind == .fault
    case .unusable: true
    }
  }

  /// What is wrong, in one line: lower case, no full stop.
  public var message: String {
    switch reason {
    case .noAnswer(let error): error.message
    case .refused(let refusal): "\(request): \(refusal.message)"
    case .unusable(let answer): "\(request): \(answer.message)"
    }
  }

  /// What to do about it, if there is something to say.
  public var help: String? {
    switch reason {
    case .noAnswer(let error): error.help
    case .refused(let refusal): refusal.help
    case .unusable: "check that the address is that of a Chart Studio server, and not of its web pages or a proxy"
    }
  }

  public var description: String { help.map { "\(message); \($0)" } ?? message }
}
