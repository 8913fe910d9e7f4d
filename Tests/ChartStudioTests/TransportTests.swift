import ChartStudio
import Foundation
import LoopbackServer
import Testing

/// The transport of the system against a server that does what servers do.
@Suite struct TransportTests {
  private let transport = URLSessionTransport(userAgent: "test/1")

  private func url(_ server: LoopbackServer, _ path: String = "/") throws -> URL {
    try #require(URL(string: server.url + path))
  }

  private func reason(
    _ request: HTTPRequest, to sink: (any BodySink)? = nil
  ) async throws -> TransportError.Reason? {
    do throws(TransportError) {
      _ = try await transport.send(request, to: sink)
      return nil
    } catch {
      return error.reason
    }
  }

  // MARK: - What arrives

  @Test func carriesRequestsAndAnswers() async throws {
    let server = try LoopbackServer { request in
      .json(#"{"got":\#(request.body.count)}"#, status: 201, headers: [("X-Method", request.method)])
    }
    for method in [HTTPRequest.Method.get, .post, .put, .patch, .delete] {
      let body = method == .get ? nil : Array("hällo".utf8)
      let response = try await transport.send(
        HTTPRequest(method, url(server, "/v2/a?x=1"), headers: ["Accept": "application/json"], body: body))
      #expect(response.status == 201)
      #expect(response.headers["x-method"] == method.rawValue)
      #expect(response.mediaType == "application/json")
      #expect(String(decoding: response.body, as: UTF8.self) == #"{"got":\#(body?.count ?? 0)}"#)
    }
    let first = try #require(server.requests.first)
    #expect(first.path == "/v2/a" && first.query("x") == "1")
    #expect(first[header: "Accept"] == "application/json")
    #expect(first[header: "User-Agent"] == "test/1")
    #expect(first[header: "Accept-Encoding"]?.contains("gzip") == true)
    #expect(server.requests.dropFirst().allSatisfy { $0.bodyText == "hällo" })
  }

  @Test func asksForTheHeadAlone() async throws {
    let server = try LoopbackServer { _ in .text("12345") }
    let response = try await transport.send(HTTPRequest(.head, url(server)))
    #expect(response.status == 200 && response.body.isEmpty && response.headers["Content-Length"] == "5")
  }

  @Test(arguments: [false, true]) func carriesLargeBodies(isChunked: Bool) async throws {
    let server = try LoopbackServer { request in
      Reply(body: .repeated(65, count: request.body.count)).with { $0.isChunked = isChunked }
    }
    let sink = MemorySink()
    let response = try await transport.send(
      HTTPRequest(.post, url(server), body: Array(repeating: 66, count: 3_000_000)), to: sink)
    #expect(response.body.isEmpty)
    #expect(sink.bytes == Array(repeating: 65, count: 3_000_000))
    #expect(server.requests.first?.body.count == 3_000_000)
  }

  @Test func decompressesBodies() async throws {
    // "hello hello hello hello" by gzip.
    let packed = try #require(Data(base64Encoded: "H4sIAAAAAAACA8tIzcnJV8hAJwHjUT2NFwAAAA=="))
    let server = try LoopbackServer { _ in
      Reply(headers: [("Content-Encoding", "gzip")], body: .bytes(Array(packed)))
    }
    let response = try await transport.send(HTTPRequest(.get, url(server)))
    #expect(String(decoding: response.body, as: UTF8.self) == "hello hello hello hello")
  }

  @Test func keepsTheBodyOfAnswersThatAreErrors() async throws {
    let server = try LoopbackServer { _ in .html("<h1>Not here</h1>", status: 404) }
    let sink = MemorySink()
    let response = try await transport.send(HTTPRequest(.get, url(server)), to: sink)
    #expect(response.status == 404 && response.mediaType == "text/html")
    #expect(String(decoding: response.body, as: UTF8.self) == "<h1>Not here</h1>")
    #expect(sink.bytes.isEmpty)
  }

  @Test(arguments: [
    nil, "Basic realm=\"api\"", "Bearer", "Negotiate", "Digest realm=\"a\", nonce=\"b\"", "Basic realm=", "",
  ])
  func passesOnThatCredentialsAreRefused(challenge: String?) async throws {
    let server = try LoopbackServer { _ in
      .json("{}", status: 401, headers: challenge.map { [("WWW-Authenticate", $0)] } ?? [])
    }
    let response = try await transport.send(HTTPRequest(.get, url(server), headers: ["Authorization": "Basic eDp5"]))
    #expect(response.status == 401)
    #expect(String(decoding: response.body, as: UTF8.self) == "{}")
    #expect(server.requests.count == 1)
  }

  @Test func keepsNoCookies() async throws {
    let server = try LoopbackServer { _ in Reply(headers: [("Set-Cookie", "a=b; Path=/")]) }
    for _ in 0..<2 { _ = try await transport.send(HTTPRequest(.get, url(server))) }
    #expect(server.requests.allSatisfy { $0[header: "Cookie"] == nil })
  }

  @Test func tellsHowFarItIs() async throws {
    let server = try LoopbackServer { _ in
      Reply(body: .repeated(1, count: 4000)).with { $0.pace = (1000, .milliseconds(20)) }
    }
    let steps = Steps()
    let sink = MemorySink { received, expected in steps.add(received, expected) }
    _ = try await transport.send(HTTPRequest(.get, url(server)), to: sink)
    #expect(steps.all.first?.0 == 0 && steps.all.last?.0 == 4000 && steps.all.count >= 2)
    #expect(steps.all.allSatisfy { $0.1 == 4000 })
  }

  // MARK: - What breaks

  @Test func tellsThatNobodyListens() async throws {
    let server = try LoopbackServer { _ in Reply() }
    let url = try url(server)
    server.stop()
    #expect(try await reason(HTTPRequest(.get, url)) == .cannotConnect)
    let nowhere = try #require(URL(string: "http://nowhere.invalid/"))
    #expect(try await reason(HTTPRequest(.get, nowhere)) == .hostNotFound)
  }

  @Test func tellsThatTheConnectionBroke() async throws {
    let server = try LoopbackServer { _ in Reply(body: .repeated(1, count: 100)).with { $0.cutAfter = -1 } }
    let reason = try await reason(HTTPRequest(.get, url(server)))
    #expect(reason == .connectionLost)
  }

  @Test(arguments: ["SSH-2.0-OpenSSH_9.6\r\n", "\u{1}\u{2}", "HTTP/9.9 banana\r\n\r\n"])
  func tellsThatAnAnswerIsNoHTTP(bytes: String) async throws {
    let server = try LoopbackServer { _ in Reply().with { $0.raw = Array(bytes.utf8) } }
    let reason = try await reason(HTTPRequest(.get, url(server)))
    #expect(reason == .notHTTP)
  }

  @Test(arguments: [0, 1, 50_000, 99_999]) func tellsThatABodyIsCut(length: Int) async throws {
    let server = try LoopbackServer { _ in
      Reply(body: .repeated(1, count: 100_000)).with { $0.cutAfter = length }
    }
    #expect(
      try await reason(HTTPRequest(.get, url(server))) == .bodyTruncated(expected: 100_000, received: length))
  }

  @Test func tellsThatAChunkedBodyIsCut() async throws {
    let server = try LoopbackServer { _ in
      Reply(body: .repeated(1, count: 100_000)).with {
        $0.isChunked = true
        $0.cutAfter = 70_000
      }
    }
    let reason = try await reason(HTTPRequest(.get, url(server)))
    #expect(reason == .connectionLost)
  }

  @Test func tellsThatALengthIsWrong() async throws {
    let server = try LoopbackServer { request in
      .text("12345").with { $0.announcedLength = request.path == "/long" ? 9 : 3 }
    }
    #expect(try await reason(HTTPRequest(.get, url(server, "/long"))) == .bodyTruncated(expected: 9, received: 5))
    #expect(String(decoding: try await transport.send(HTTPRequest(.get, url(server))).body, as: UTF8.self) == "123")
  }

  // MARK: - Limits

  @Test func endsWhatTakesTooLong() async throws {
    let server = try LoopbackServer { request in
      switch request.path {
      // Longer than a busy computer lets this test wait.
      case "/silent": Reply().with { $0.delay = .seconds(1000) }
      default: Reply(body: .repeated(1, count: 20_000)).with { $0.pace = (1, .milliseconds(50)) }
      }
    }
    let silence = TransferLimits(silence: .milliseconds(300), whole: .seconds(60))
    #expect(
      try await reason(HTTPRequest(.get, url(server, "/silent"), limits: silence)) == .silence(.milliseconds(300)))
    let whole = TransferLimits(silence: .seconds(60), whole: .milliseconds(300))
    #expect(
      try await reason(HTTPRequest(.get, url(server, "/slow"), limits: whole)) == .tooSlow(.milliseconds(300)))
    #expect(
      try await reason(HTTPRequest(.get, url(server, "/silent"), limits: whole)) == .tooSlow(.milliseconds(300)))
  }

  @Test(arguments: [false, true]) func endsWhatIsTooLarge(isChunked: Bool) async throws {
    let server = try LoopbackServer { _ in
      Reply(body: .repeated(1, count: 200 << 20)).with { $0.isChunked = isChunked }
    }
    let limits = TransferLimits(bodySize: 1 << 20)
    for sink in [nil, MemorySink()] {
      #expect(
        try await reason(HTTPRequest(.get, url(server), limits: limits), to: sink) == .bodyTooLarge(limit: 1 << 20))
      #expect((sink?.bytes.count ?? 0) <= 1 << 20)
    }
  }

  @Test func keepsTheBeginningOfALongError() async throws {
    let server = try LoopbackServer { _ in
      Reply(status: 500, body: .repeated(1, count: 50 << 20)).with { $0.isChunked = true }
    }
    let response = try await transport.send(HTTPRequest(.get, url(server)))
    #expect(response.status == 500 && response.body.count == 1 << 20)
  }

  @Test func isCancelled() async throws {
    let server = try LoopbackServer { _ in Reply().with { $0.delay = .seconds(1000) } }
    let url = try url(server)
    let task = Task { try await reason(HTTPRequest(.get, url)) }
    try await Task.sleep(for: .milliseconds(100))
    task.cancel()
    #expect(try await task.value == .cancelled)
    let late = Task {
      unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
      return try await reason(HTTPRequest(.get, url))
    }
    #expect(try await late.value == .cancelled)
  }

  private struct FullSink: BodySink {
    func begin(byteCount: Int?) {}
    func receive(_ piece: [UInt8]) throws(SinkError) { throw SinkError("the disk is full") }
  }

  @Test func endsWhenTheSinkTakesNoMore() async throws {
    let server = try LoopbackServer { _ in Reply(body: .repeated(1, count: 1 << 20)) }
    #expect(
      try await reason(HTTPRequest(.get, url(server)), to: FullSink()) == .sink(SinkError("the disk is full")))
  }

  @Test func refusesWhatItCannotSend() async throws {
    for text in ["ftp://a.example/", "file:///etc/passwd", "http:///x"] {
      #expect(try await reason(HTTPRequest(.get, try #require(URL(string: text)))) == .badURL, "\(text)")
    }
    let url = try #require(URL(string: "http://127.0.0.1/"))
    #expect(
      try await reason(HTTPRequest(.get, url, headers: ["X-A": "1\r\nX-B: 2"])) == .badHeader(name: "X-A"))
  }

  @Test func servesManyAtOnce() async throws {
    let server = try LoopbackServer { request in .text(request.path).with { $0.delay = .milliseconds(5) } }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<40 {
        group.addTask {
          let response = try await transport.send(HTTPRequest(.get, url(server, "/\(number)")))
          #expect(String(decoding: response.body, as: UTF8.self) == "/\(number)")
        }
      }
      try await group.waitForAll()
    }
  }
}
