public import Foundation
import JSONCore

/// Why there is no answer.
public struct TransportError: Error, Equatable, Sendable {
  public enum Reason: Equatable, Sendable {
    /// Neither http nor https, or without a host.
    case badURL
    /// A field of the request's header cannot be sent.
    case badHeader(name: String)
    case hostNotFound
    /// Nobody listens there, or there is no network.
    case cannotConnect
    /// The connection broke before the answer was complete.
    case connectionLost
    /// What comes back is no HTTP.
    case notHTTP
    /// The body ended before its announced length.
    case bodyTruncated(expected: Int, received: Int)
    /// The limit on silence was reached.
    case silence(Duration)
    /// The limit on the whole was reached.
    case tooSlow(Duration)
    case bodyTooLarge(limit: Int)
    /// TLS: a certificate that is not trusted, say. In the system's words.
    case notSecure(text: String)
    /// A redirect from https, or from another machine, to plain http.
    case insecureRedirect(to: String)
    /// A redirect of a request that changes something, which would be lost on the way.
    case redirectedChange(to: String)
    case tooManyRedirects(limit: Int)
    /// A redirect without a place that can be read.
    case badRedirect
    /// The sink took no more.
    case sink(SinkError)
    /// The task that waited for it was cancelled.
    case cancelled
    /// Anything else, in the system's words.
    case other(code: Int, text: String)
  }

  public let reason: Reason
  /// What was asked for, without secrets.
  public let url: String

  public init(_ reason: Reason, _ url: URL) {
    self.reason = reason
    self.url = url.withoutSecrets
  }

  /// Whether the same request may well succeed a few seconds later. Where nobody is reached it seldom does.
  public var isTransient: Bool {
    switch reason {
    case .connectionLost, .bodyTruncated, .silence: true
    default: false
    }
  }

  /// Whether the server was not reached, or the transfer broke off, as opposed to an answer that is not taken.
  public var isUnreachable: Bool {
    switch reason {
    case .hostNotFound, .cannotConnect, .connectionLost, .bodyTruncated, .silence, .tooSlow, .notSecure, .cancelled,
      .other:
      true
    case .badURL, .badHeader, .notHTTP, .bodyTooLarge, .insecureRedirect, .redirectedChange, .tooManyRedirects,
      .badRedirect, .sink:
      false
    }
  }
}

extension TransportError: CustomStringConvertible {
  public var description: String { message }

  /// What is wrong, in one line: lower case, no full stop.
  public var message: String {
    switch reason {
    case .badURL: "'\(url)' is no http or https URL"
    case .badHeader(let name): "the header '\(name)' cannot be sent: it has characters that no header may have"
    case .hostNotFound: "cannot reach '\(url)': no such host"
    case .cannotConnect: "cannot reach '\(url)': no connection"
    case .connectionLost: "the connection to '\(url)' broke off"
    case .notHTTP: "'\(url)' does not speak HTTP"
    case .bodyTruncated(let expected, let received):
      "the transfer from '\(url)' broke off after \(received.grouped) of \(expected.grouped) bytes"
    case .silence(let limit): "'\(url)' does not answer: nothing came for \(limit.inSeconds)"
    case .tooSlow(let limit): "the transfer from '\(url)' took more than \(limit.inSeconds)"
    case .bodyTooLarge(let limit): "'\(url)' sends more than \(limit.grouped) bytes"
    case .notSecure(let text): "no secure connection to '\(url)': \(text)"
    case .insecureRedirect(let place): "'\(url)' redirects to '\(place)', which is not secure"
    case .redirectedChange(let place): "'\(url)' has moved to '\(place)'"
    case .tooManyRedirects(let limit): "'\(url)' redirects more than \(limit) times"
    case .badRedirect: "'\(url)' redirects to nowhere"
    case .sink(let error): "the transfer from '\(url)' was given up: \(error.message)"
    case .cancelled: "the transfer from '\(url)' was cancelled"
    case .other(let code, let text): "no answer from '\(url)': \(text) (\(code))"
    }
  }

  /// What to do about it, if there is something to say.
  public var help: String? {
    switch reason {
    case .badURL: "write it as https://host/path"
    case .notHTTP: "check the port"
    case .hostNotFound: "check the spelling of the host, and the network; behind a proxy set https_proxy"
    case .cannotConnect: "check the network, and whether the server runs; behind a proxy set https_proxy"
    case .connectionLost, .bodyTruncated, .silence: "try again later"
    case .tooSlow, .bodyTooLarge: "raise the limit if that is to be expected"
    case .notSecure: "check the certificate of the server, and the clock of this computer"
    case .insecureRedirect, .redirectedChange: "give the new address if you trust it"
    case .badHeader, .tooManyRedirects, .badRedirect, .sink, .cancelled, .other: nil
    }
  }
}

extension Duration {
  /// `1 second`, `2.5 seconds`.
  fileprivate var inSeconds: String {
    let seconds = self / .seconds(1)
    if seconds == 1 { return "1 second" }
    let rounded = (seconds * 10).rounded() / 10
    return rounded == rounded.rounded() ? "\(Int(rounded)) seconds" : "\(rounded) seconds"
  }
}
