import Foundation

/// A client of one Chart Studio server.
///
/// ```swift
/// let client = StudioClient(server, credentials)
/// let file = try await client.send(Files.retrieve(FileID("ada:10")))
/// ```
///
/// It is a value; use it from as many tasks as you like.
public struct StudioClient: Sendable {
  public let server: StudioServer
  public let platform: ClientPlatform
  public var limits: TransferLimits
  private let credentials: Credentials
  private let retrier: Retrier

  /// - Parameters:
  ///   - transport: What carries the requests.
  ///   - report: Called before a request is repeated.
  public init(
    _ server: StudioServer, _ credentials: Credentials = Credentials(), platform: ClientPlatform? = nil,
    transport: any Transport = URLSessionTransport(userAgent: "figlint"), limits: TransferLimits = TransferLimits(),
    retries: RetryPolicy = RetryPolicy(),
    report: @escaping @Sendable (_ reason: String, _ wait: Duration) -> Void = { _, _ in }
  ) {
    self.server = server
    self.credentials = credentials
    self.platform = platform ?? .figlint(version: "0.1.0")
    self.limits = limits
    retrier = Retrier(transport, retries, report: report)
  }

  /// The name that the credentials are for; nil without.
  public var username: String? { credentials.username.isEmpty ? nil : credentials.username }

  /// Carries out a call.
  public func send<Success>(_ endpoint: Endpoint<Success>) async throws(ClientError) -> Success {
    let response = try await answer(to: endpoint)
    do throws(UnusableAnswer) {
      return try endpoint.decode(response)
    } catch {
      throw ClientError(endpoint.description, .unusable(error))
    }
  }

  /// Sends any request below `/v2` and gives the answer as it is, if its status is 200 to 299.
  ///
  /// - Parameter path: `files/ada:10`, with or without `/` and `v2/` in front, percent-encoded where need be.
  public func send(
    _ method: HTTPRequest.Method, _ path: String, query: [QueryItem] = [], body: RequestBody? = nil,
    accept: String = "application/json"
  ) async throws(ClientError) -> HTTPResponse {
    let segments = StudioServer.segments(of: path)
    return try await send(
      Endpoint(method, segments, query: query, body: body, accept: accept, decode: { $0 }))
  }

  /// The request that a call comes to, credentials included.
  public func request<Success>(for endpoint: Endpoint<Success>) -> HTTPRequest {
    request(
      endpoint.method, server.url(endpoint.path, endpoint.query), endpoint.headers, endpoint.body,
      accept: endpoint.accept)
  }

  private func request(
    _ method: HTTPRequest.Method, _ url: URL, _ fields: HTTPHeaders = [:], _ body: RequestBody? = nil,
    accept: String = "application/json"
  ) -> HTTPRequest {
    var headers = fields
    headers["Plotly-Client-Platform"] = platform.description
    headers["Accept"] = accept
    if let body { headers["Content-Type"] = body.type }
    for (name, value) in credentials.headers { headers[name] = value }
    return HTTPRequest(method, url, headers: headers, body: body?.bytes, limits: limits)
  }

  /// Sends the request for a page that the server named itself: its address is taken as it is, credentials go along only if it is
  /// on this server.
  func send<Success: Answer>(pageAt url: URL, as type: Success.Type) async throws(ClientError) -> Success {
    var request = request(.get, url)
    if !server.hosts(url) {
      for (name, _) in credentials.headers { request.headers[name] = nil }
    }
    let response = try await answer(to: request, .safe, "GET " + url.withoutSecrets)
    do throws(UnusableAnswer) {
      return try Success(response)
    } catch {
      throw ClientError("GET " + url.withoutSecrets, .unusable(error))
    }
  }

  private func answer<Success>(to endpoint: Endpoint<Success>) async throws(ClientError) -> HTTPResponse {
    try await answer(to: request(for: endpoint), endpoint.repetition, endpoint.description)
  }

  private func answer(
    to request: HTTPRequest, _ repetition: Repetition, _ name: String
  ) async throws(ClientError) -> HTTPResponse {
    let response: HTTPResponse
    do throws(TransportError) {
      response = try await retrier.send(request, repetition)
    } catch {
      throw ClientError(name, .noAnswer(error))
    }
    guard response.isSuccess else { throw ClientError(name, .refused(ServerRefusal(response))) }
    return response
  }
}

extension StudioClient: CustomStringConvertible {
  /// The server and the user, nothing secret.
  public var description: String { "\(username.map { $0 + "@" } ?? "")\(server)" }
}
