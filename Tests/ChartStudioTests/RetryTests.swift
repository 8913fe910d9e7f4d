import Foundation
import Synchronization
import Testing

@testable import ChartStudio

/// What is sent again, and when.
@Suite struct RetryTests {
  /// Gives one outcome after the other, and then the last one for ever.
  private final class Script: Transport {
    let outcomes: [Result<HTTPResponse, TransportError>]
    let sent = Mutex<[HTTPRequest]>([])

    init(_ outcomes: [Result<HTTPResponse, TransportError>]) { self.outcomes = outcomes }

    func send(_ request: HTTPRequest, to sink: (any BodySink)?) async throws(TransportError) -> HTTPResponse {
      let number = sent.withLock { sent in
        sent.append(request)
        return sent.count - 1
      }
      return try outcomes[min(number, outcomes.count - 1)].get()
    }
  }

  private let url = URL(filePath: "/")

  private func answer(_ status: Int, _ headers: HTTPHeaders = [:]) -> Result<HTTPResponse, TransportError> {
    .success(HTTPResponse(status: status, url: url, headers: headers))
  }

  /// The outcome of a request, how often it was sent, and the pauses between.
  private func run(
    _ outcomes: [Result<HTTPResponse, TransportError>], _ method: HTTPRequest.Method = .get,
    limits: TransferLimits = TransferLimits()
  ) async -> (status: Int?, attempts: Int, pauses: [Duration]) {
    let script = Script(outcomes)
    let pauses = Pauses()
    let transport = RetryingTransport(script, waits: [.seconds(1), .seconds(2)]) { pauses.list.append($0) }
    let response = try? await transport.send(HTTPRequest(method, url, limits: limits))
    return (response?.status, script.sent.withLock { $0.count }, pauses.list.all)
  }

  private final class Pauses: Sendable {
    final class List: Sendable {
      private let content = Mutex<[Duration]>([])
      func append(_ pause: Duration) { content.withLock { $0.append(pause) } }
      var all: [Duration] { content.withLock { $0 } }
    }
    let list = List()
  }

  @Test func asksABrokenServerAgain() async {
    #expect(await run([answer(500), answer(200)]) == (200, 2, [.seconds(1)]))
    #expect(await run([answer(503), answer(502), answer(404)]) == (404, 3, [.seconds(1), .seconds(2)]))
    #expect(await run([answer(500)]) == (500, 3, [.seconds(1), .seconds(2)]))
    let broken = Result<HTTPResponse, _>.failure(TransportError(.connectionLost, url))
    #expect(await run([broken, answer(200)]) == (200, 2, [.seconds(1)]))
    #expect(await run([broken]) == (nil, 3, [.seconds(1), .seconds(2)]))
  }

  @Test func leavesOthersInPeace() async {
    for status in [200, 204, 304, 400, 401, 403, 404, 501] {
      #expect(await run([answer(status)]) == (status, 1, []))
    }
    for reason in [TransportError.Reason.cannotConnect, .hostNotFound, .cancelled, .bodyTooLarge(limit: 1)] {
      #expect(await run([.failure(TransportError(reason, url))]) == (nil, 1, []))
    }
  }

  @Test func makesNothingTwice() async {
    for method in [HTTPRequest.Method.post, .patch] {
      #expect(await run([answer(500)], method) == (500, 1, []))
      #expect(await run([.failure(TransportError(.connectionLost, url))], method) == (nil, 1, []))
      #expect(await run([answer(429), answer(201)], method) == (201, 2, [.seconds(1)]))
    }
    for method in [HTTPRequest.Method.put, .delete] {
      #expect(await run([answer(500), answer(200)], method) == (200, 2, [.seconds(1)]))
    }
  }

  @Test func waitsAsLongAsTheServerAsks() async {
    #expect(await run([answer(429, ["retry-after": "7"]), answer(200)]) == (200, 2, [.seconds(7)]))
    #expect(await run([answer(429, ["Retry-After": "0"]), answer(200)]) == (200, 2, [.zero]))
    #expect(await run([answer(429, ["Retry-After": "soon"]), answer(200)]) == (200, 2, [.seconds(1)]))
    #expect(await run([answer(429, ["Retry-After": "3600"]), answer(200)]) == (429, 1, []))
    #expect(await run([answer(429, ["Retry-After": "99999999999999999999"]), answer(200)]) == (200, 2, [.seconds(1)]))
    let limits = TransferLimits(whole: .seconds(5))
    #expect(await run([answer(429, ["Retry-After": "7"]), answer(200)], limits: limits) == (429, 1, []))
  }
}
