public import Foundation

/// Where a Chart Studio server is.
public struct StudioServer: Hashable, Sendable {
  /// The address without `/v2`, and without a slash at the end.
  public let base: URL

  /// - Parameters:
  ///   - address: `https://plotly.example.com`; the host alone means https.
  ///   - allowsInsecure: Whether plain http to another computer is wanted, which lets everybody on the way read the key.
  /// - Throws: ``MalformedValue``; also for the hosts of the service that was closed.
  public init(_ address: String, allowsInsecure: Bool = false) throws(MalformedValue) {
    var text = address.trimmingCharacters(in: .whitespacesAndNewlines)
    if !text.contains("://") { text = "https://" + text }
    while text.hasSuffix("/") { text.removeLast() }
    if text.hasSuffix("/v2") { text.removeLast(3) }
    guard let url = URL(string: text), let scheme = url.scheme?.lowercased(), let host = url.host?.lowercased(),
      !host.isEmpty
    else {
      throw MalformedValue("'\(address)' is no address of a server", help: "write it as https://plotly.example.com")
    }
    guard url.user == nil, url.password == nil else {
      throw MalformedValue(
        "the address of the server holds a user name or a password",
        help: "give credentials apart, where they do not show")
    }
    guard url.query == nil, url.fragment == nil else {
      throw MalformedValue("'\(url.withoutSecrets)' is no address of a server", help: "write it without '?' and '#'")
    }
    if StudioServer.isClosed(host) { throw StudioServer.closedService(host) }
    switch scheme {
    case "https": break
    case "http":
      guard allowsInsecure || url.isLoopback else {
        throw MalformedValue(
          "'\(address)' is not secure: everybody on the way could read the key",
          help: "use https, or --insecure-http if the network is your own")
      }
    default: throw MalformedValue("'\(address)' is no address of a server", help: "it begins with https://")
    }
    base = url
  }

  /// Whether a host belonged to the service that was closed.
  public static func isClosed(_ host: String) -> Bool {
    let names = [
      "plot.ly", "api.plot.ly", "www.plot.ly", "plotly.com", "api.plotly.com", "www.plotly.com",
      "chart-studio.plotly.com",
    ]
    return names.contains(host.lowercased())
  }

  static func closedService(_ host: String) -> MalformedValue {
    MalformedValue(
      "'\(host)' was the Chart Studio service, which was closed on 31 October 2025",
      help: "give the address of a server of your own: --server https://plotly.example.com, or PLOTLY_API_DOMAIN")
  }

  /// The address of an endpoint.
  func url(_ path: [String], _ query: [QueryItem]) -> URL {
    var text = base.absoluteString + "/v2"
    for segment in path { text += "/" + URLText.segment(segment) }
    if !query.isEmpty {
      text += "?" + query.map { URLText.queryPart($0.name) + "=" + URLText.queryPart($0.value) }.joined(separator: "&")
    }
    // All of it is encoded, so that it is a URL.
    return URL(string: text) ?? base
  }

  /// Whether an address is on this server: same scheme, host and port.
  func hosts(_ url: URL) -> Bool {
    url.scheme?.lowercased() == base.scheme?.lowercased() && url.host?.lowercased() == base.host?.lowercased()
      && url.port == base.port
  }

  /// The segments of a path as a user types it.
  static func segments(of path: String) -> [String] {
    var segments = path.split(separator: "/", omittingEmptySubsequences: true).map { String($0) }
    if segments.first == "v2" { segments.removeFirst() }
    return segments.map { $0.removingPercentEncoding ?? $0 }
  }
}

extension StudioServer: CustomStringConvertible {
  public var description: String { base.absoluteString }
}
