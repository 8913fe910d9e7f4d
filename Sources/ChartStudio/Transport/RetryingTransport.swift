import Foundation

/// A layer that sends a request again where that may help: when the server is busy or broken, or the connection broke off.
///
/// A request that makes something is sent again only when the server was too busy to look at it (429): after a 5xx it may have
/// been carried out all the same. The time limit of the request holds for all attempts together.
public struct RetryingTransport: Transport {
  private let base: any Transport
  private let waits: [Duration]
  private let sleep: @Sendable (Duration) async throws -> Void

  /// A server that asks for more patience than this is not waited for.
  static let longestWait = Duration.seconds(30)

  /// - Parameter waits: How long to wait before each further attempt, unless the server says (`Retry-After`).
  public init(_ base: any Transport, waits: [Duration] = [.seconds(1), .seconds(2), .seconds(4)]) {
    self.init(base, waits: waits) { try await Task.sleep(for: $0) }
  }

  init(
    _ base: any Transport, waits: [Duration], sleep: @escaping @Sendable (Duration) async throws -> Void
  ) {
    self.base = base
    self.waits = waits
    self.sleep = sleep
  }

  public func send(
    _ request: HTTPRequest, to sink: (any BodySink)?
  ) async throws(TransportError) -> HTTPResponse {
    let end = ContinuousClock.now + request.limits.whole
    var attempt = request
    for wait in waits {
      var pause = wait
      do throws(TransportError) {
        let response = try await base.send(attempt, to: sink)
        guard Self.isWorthRetrying(response.status, request.method) else { return response }
        if let asked = Self.pause(asked: response) { pause = asked }
        if pause > Self.longestWait || ContinuousClock.now + pause >= end { return response }
      } catch {
        let isRead = request.method == .get || request.method == .head
        guard error.isTransient, isRead, ContinuousClock.now + pause < end else { throw error }
      }
      do { try await sleep(pause) } catch { throw TransportError(.cancelled, request.url) }
      attempt.limits.whole = max(.milliseconds(1), end - ContinuousClock.now)
    }
    return try await base.send(attempt, to: sink)
  }

  private static func isWorthRetrying(_ status: Int, _ method: HTTPRequest.Method) -> Bool {
    switch method {
    case .get, .head, .put, .delete: status == 429 || (500...599 ~= status && status != 501)
    case .post, .patch: status == 429
    }
  }

  /// What `Retry-After` asks for, in seconds (RFC 9110, section 10.2.3); a date is left to the schedule.
  private static func pause(asked response: HTTPResponse) -> Duration? {
    response.headers["Retry-After"].flatMap { Int($0) }.flatMap { $0 >= 0 ? .seconds($0) : nil }
  }
}
