/// A layer in front of a transport that repeats requests which failed for the moment.
///
/// 429 means that the server has not acted, so that any request is repeated, after the time that the server asks for. After a 5xx and a
/// broken connection nobody knows: only what may be done twice is repeated then (``Repetition``). A connection that did not come
/// about is tried again for a short while only. The request's limit on the whole holds for all attempts together.
public struct Retrier: Transport {
  private let base: any Transport
  private let policy: RetryPolicy
  /// Called before each wait: what failed, and how long the wait is.
  private let report: @Sendable (_ reason: String, _ wait: Duration) -> Void

  public init(
    _ base: any Transport, _ policy: RetryPolicy = RetryPolicy(),
    report: @escaping @Sendable (_ reason: String, _ wait: Duration) -> Void = { _, _ in }
  ) {
    self.base = base
    self.policy = policy
    self.report = report
  }

  public func send(_ request: HTTPRequest, to sink: (any BodySink)?) async throws(TransportError) -> HTTPResponse {
    try await send(request, Repetition(request.method), to: sink)
  }

  func send(
    _ request: HTTPRequest, _ repetition: Repetition, to sink: (any BodySink)? = nil
  ) async throws(TransportError) -> HTTPResponse {
    let clock = ContinuousClock()
    let start = clock.now
    var waited = Duration.zero
    var mayHaveActed = false
    var number = 1
    var attempt = request
    while true {
      let failure: Failure
      do throws(TransportError) {
        let response = try await base.send(attempt, to: sink)
        if mayHaveActed, request.method == .delete, response.status == 404 || response.status == 410 {
          // The attempt whose answer was lost has done it.
          return HTTPResponse(status: 204, url: response.url)
        }
        guard let refused = Failure(response) else { return response }
        failure = refused
      } catch {
        guard let broken = Failure(error) else { throw error }
        failure = broken
      }
      mayHaveActed = mayHaveActed || failure.mayHaveActed
      let delay = policy.delay(before: number, asked: failure.wait)
      let limit = failure.isUnreachable ? policy.unreachableLimit : policy.limit
      let next = max(waited, clock.now - start) + delay
      guard repetition == .safe || !failure.mayHaveActed, next <= limit, next < request.limits.whole else {
        return try failure.outcome()
      }
      // A network that is not there is told once, at the end.
      if !failure.isUnreachable { report(failure.words, delay) }
      do {
        try await policy.sleep(delay)
      } catch {
        throw TransportError(.cancelled, request.url)
      }
      waited += delay
      number += 1
      attempt.limits.whole = request.limits.whole - max(waited, clock.now - start)
    }
  }

  /// An attempt that may be repeated.
  private struct Failure {
    private let result: Result<HTTPResponse, TransportError>
    let mayHaveActed: Bool
    let isUnreachable: Bool
    let wait: Duration?
    let words: String

    /// Nil for an answer that stands.
    init?(_ response: HTTPResponse) {
      guard !response.isSuccess else { return nil }
      let refusal = ServerRefusal(response)
      guard refusal.isTransient else { return nil }
      result = .success(response)
      mayHaveActed = refusal.kind == .fault
      isUnreachable = false
      wait = refusal.wait
      words = refusal.message
    }

    init?(_ error: TransportError) {
      isUnreachable = [.cannotConnect, .hostNotFound].contains(error.reason)
      guard isUnreachable || error.isTransient else { return nil }
      result = .failure(error)
      mayHaveActed = !isUnreachable
      wait = nil
      words = error.message
    }

    func outcome() throws(TransportError) -> HTTPResponse { try result.get() }
  }
}
