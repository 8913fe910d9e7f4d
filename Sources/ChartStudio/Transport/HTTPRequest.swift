public import Foundation

/// A request, complete: building one touches no network.
public struct HTTPRequest: Equatable, Sendable {
  public enum Method: String, Sendable {
    case get = "GET"
    case head = "HEAD"
    case post = "POST"
    case put = "PUT"
    case patch = "PATCH"
    case delete = "DELETE"
  }

  public var method: Method
  public var url: URL
  public var headers: HTTPHeaders
  /// Nil for none; GET and HEAD have none.
  public var body: [UInt8]?
  public var limits: TransferLimits

  public init(
    _ method: Method = .get, _ url: URL, headers: HTTPHeaders = [:], body: [UInt8]? = nil,
    limits: TransferLimits = TransferLimits()
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
    self.limits = limits
  }
}

extension HTTPRequest: CustomStringConvertible, CustomDebugStringConvertible {
  /// Method and URL as they may be shown.
  public var description: String { method.rawValue + " " + url.withoutSecrets }
  public var debugDescription: String { description }
}

/// What a transfer may take. Each limit ends it with a ``TransportError``.
public struct TransferLimits: Equatable, Sendable {
  /// Without a byte sent or received: while connecting, while the server thinks, and between pieces of the body.
  public var silence: Duration
  /// From the first attempt to connect to the last byte, redirects included.
  public var whole: Duration
  /// Bytes of a body, after decompression.
  public var bodySize: Int
  /// Redirects that are followed, one after the other.
  public var redirects: Int

  public init(
    silence: Duration = .seconds(30), whole: Duration = .seconds(300), bodySize: Int = 64 << 20, redirects: Int = 5
  ) {
    self.silence = silence
    self.whole = whole
    self.bodySize = bodySize
    self.redirects = redirects
  }
}

extension URL {
  /// The URL as it may be shown and kept: without user and password, and of a query only that there is one.
  public var withoutSecrets: String {
    guard var parts = URLComponents(url: self, resolvingAgainstBaseURL: true) else { return "a URL" }
    parts.user = nil
    parts.password = nil
    parts.fragment = nil
    let hasQuery = parts.query != nil
    parts.query = nil
    return (parts.string ?? "a URL") + (hasQuery ? "?…" : "")
  }
}
