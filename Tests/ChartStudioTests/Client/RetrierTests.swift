import Foundation
import Synchronization
import Testing

@testable import ChartStudio

/// What is sent again, and what is not because it might be done twice.
@Suite struct RetrierTests {
  /// Gives one outcome after the other, and then the last one for ever.
  private final class Script: Transport {
    let outcomes: [Result<HTTPResponse, TransportError>]
    let count = Mutex(0)

    init(_ outcomes: [Result<HTTPResponse, TransportError>]) { self.outcomes = outcomes }

    func send(_ request: HTTPRequest, to sink: (any BodySink)?) async throws(TransportError) -> HTTPResponse {
      let number = count.withLock { count in
        count += 1
        return count - 1
      }
      return try outcomes[min(number, outcomes.count - 1)].get()
    }
  }

  private final class Naps: Sendable {
    let all = Mutex<[Duration]>([])
  }

  private let url = URL(fileURLWithPath: "/")

  private func answer(_ status: Int, _ headers: HTTPHeaders = [:], _ body: String = "") -> Result<
    HTTPResponse, TransportError
  > {
    .success(HTTPResponse(status: status, url: url, headers: headers, body: Array(body.utf8)))
  }

  private func broken(_ reason: TransportError.Reason) -> Result<HTTPResponse, TransportError> {
    .failure(TransportError(reason, url))
  }

  /// How often a request is sent, how long the client waits in between, and what comes of it.
  private func run(
    _ method: HTTPRequest.Method, _ outcomes: [Result<HTTPResponse, TransportError>],
    limits: TransferLimits = TransferLimits()
  ) async -> (count: Int, naps: [Duration], status: Int?) {
    let script = Script(outcomes)
    let naps = Naps()
    var policy = RetryPolicy()
    policy.jitter = { 1 }
    policy.sleep = { duration in naps.all.withLock { $0.append(duration) } }
    let status = try? await Retrier(script, policy).send(HTTPRequest(method, url, limits: limits)).status
    return (script.count.withLock { $0 }, naps.all.withLock { $0 }, status)
  }

  @Test(arguments: [HTTPRequest.Method.get, .put, .delete, .patch, .head]) func repeatsWhatMayBeDoneTwice(
    method: HTTPRequest.Method
  ) async {
    for outcome in [answer(500), answer(503), answer(429), broken(.connectionLost), broken(.silence(.seconds(1)))] {
      let result = await run(method, [outcome, outcome, answer(200)])
      #expect(result.count == 3 && result.status == 200 && result.naps == [.seconds(1), .seconds(2)])
    }
  }

  @Test func repeatsACreationOnlyWhereNothingWasDone() async {
    #expect(await run(.post, [answer(429), answer(201)]).count == 2)
    #expect(await run(.post, [broken(.cannotConnect), answer(201)]).count == 2)
    for outcome in [
      answer(500), answer(502), broken(.connectionLost), broken(.silence(.seconds(1))),
      broken(.bodyTruncated(expected: 2, received: 1)),
    ] {
      #expect(await run(.post, [outcome, answer(201)]).count == 1)
    }
  }

  @Test(arguments: [204, 304, 400, 401, 403, 404, 405, 409, 413, 501]) func takesRefusalsForAnAnswer(status: Int) async
  {
    #expect(await run(.get, [answer(status), answer(200)]).count == 1)
  }

  @Test func doesNotRepeatWhatComesToTheSameEnd() async {
    let reasons = [
      TransportError.Reason.badURL, .notHTTP, .cancelled, .bodyTooLarge(limit: 1), .tooSlow(.seconds(1)),
      .notSecure(text: ""), .insecureRedirect(to: "http://a.example/"),
    ]
    for reason in reasons { #expect(await run(.get, [broken(reason), answer(200)]).count == 1) }
  }

  @Test func waitsAsLongAsTheServerAsks() async {
    #expect(await run(.get, [answer(429, ["retry-after": "7"]), answer(200)]).naps == [.seconds(7)])
    #expect(await run(.get, [answer(503, ["Retry-After": "0"]), answer(200)]).naps == [.zero])
    for text in ["soon", "-1", "99999999999999999999", "Sun, 31 Feb", ""] {
      #expect(await run(.get, [answer(429, ["Retry-After": text]), answer(200)]).naps == [.seconds(1)], "\(text)")
    }
    let message = #"{"detail": "Request was throttled. Expected available in 5 seconds."}"#
    #expect(await run(.get, [answer(429, [:], message), answer(200)]).naps == [.seconds(5)])
    // More than all of the time there is.
    #expect(await run(.get, [answer(429, ["Retry-After": "86400"]), answer(200)]).count == 1)
    let quota = #"{"detail": "You are over 100 combined image exports and chart saves per day"}"#
    #expect(await run(.get, [answer(429, [:], quota), answer(200)]).count == 1)
  }

  @Test(arguments: [
    "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
  ])
  func waitsUntilADateByTheClockOfTheServer(date: String) async {
    let headers: HTTPHeaders = ["Retry-After": date, "Date": "Sun, 06 Nov 1994 08:49:30 GMT"]
    #expect(await run(.get, [answer(503, headers), answer(200)]).naps == [.seconds(7)])
    // It is long past by the clock of this computer.
    #expect(await run(.get, [answer(503, ["Retry-After": date]), answer(200)]).naps == [.zero])
  }

  @Test func keepsWithinTheTimeOfTheRequest() async {
    let limits = TransferLimits(whole: .seconds(5))
    #expect(await run(.get, [answer(500)], limits: limits).naps == [.seconds(1), .seconds(2)])
    #expect(await run(.get, [answer(429, ["Retry-After": "7"]), answer(200)], limits: limits).count == 1)
  }

  @Test func takesMessagesOfPassingFaultsForOnes() async {
    #expect(await run(.get, [answer(400, [:], #"{"detail": "Uh oh, an error occurred"}"#), answer(200)]).count == 2)
  }

  @Test func givesUpInTime() async {
    let result = await run(.get, [answer(500)])
    #expect(result.status == 500 && result.naps.reduce(.zero, +) <= .seconds(180))
    #expect(result.naps.prefix(6) == [.seconds(1), .seconds(2), .seconds(4), .seconds(8), .seconds(16), .seconds(16)])
    let unreachable = await run(.get, [broken(.hostNotFound)])
    #expect(unreachable.naps == [.seconds(1), .seconds(2)] && unreachable.status == nil)
  }

  @Test func takesADeletionForDoneThatItsSecondAttemptFindsDone() async {
    #expect(await run(.delete, [broken(.connectionLost), answer(404)]).status == 204)
    #expect(await run(.delete, [answer(404)]).status == 404)
    #expect(await run(.delete, [answer(429), answer(404)]).status == 404)
  }
}
