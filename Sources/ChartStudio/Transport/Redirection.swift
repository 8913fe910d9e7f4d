package import Foundation

/// Which redirects are followed, and with what (RFC 9110, section 15.4).
enum Redirection {
  /// The request that comes after `response`; nil where it is no redirect.
  ///
  /// Only https is followed, or from one port of this computer to another. What is meant for one server, credentials above all, does
  /// not go to another one. A change is sent on only where the server says that it must be the same request (307, 308),
  /// or asked for the result (303).
  static func request(
    after response: HTTPResponse, of request: HTTPRequest
  ) throws(TransportError) -> HTTPRequest? {
    guard [301, 302, 303, 307, 308].contains(response.status) else { return nil }
    guard let location = response.headers["Location"],
      let place = URL(string: location, relativeTo: request.url)?.absoluteURL, let scheme = place.scheme?.lowercased(),
      ["http", "https"].contains(scheme), place.host?.isEmpty == false
    else { throw TransportError(.badRedirect, request.url) }
    guard scheme == "https" || (place.isLoopback && request.url.isLoopback) else {
      throw TransportError(.insecureRedirect(to: place.withoutSecrets), request.url)
    }
    var next = request
    next.url = place
    let isRead = request.method == .get || request.method == .head
    switch response.status {
    case 303 where !isRead:
      next.method = .get
      next.body = nil
      next.headers["Content-Type"] = nil
    case 301, 302:
      guard isRead else { throw TransportError(.redirectedChange(to: place.withoutSecrets), request.url) }
    default: break
    }
    if !request.url.hasSameOrigin(as: place) { next.headers = next.headers.withoutCredentials }
    return next
  }
}

extension URL {
  /// Whether the host is this computer, by the name or number that stands for it.
  package var isLoopback: Bool {
    guard let host = host?.lowercased() else { return false }
    if ["localhost", "::1", "[::1]"].contains(host) { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }

  fileprivate func hasSameOrigin(as other: URL) -> Bool {
    func port(_ url: URL) -> Int { url.port ?? (url.scheme?.lowercased() == "https" ? 443 : 80) }
    return scheme?.lowercased() == other.scheme?.lowercased() && host?.lowercased() == other.host?.lowercased()
      && port(self) == port(other)
  }
}
