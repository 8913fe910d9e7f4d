import ChartStudio
import Foundation
import LoopbackServer
import Testing

/// Which redirects are followed, and what goes along.
@Suite struct RedirectTests {
  private let transport = URLSessionTransport(userAgent: "test/1")

  private func url(_ text: String) throws -> URL { try #require(URL(string: text)) }

  @Test(arguments: [301, 302, 303, 307, 308]) func followsToThisComputer(status: Int) async throws {
    let server = try LoopbackServer { request in
      request.path == "/new" ? .text("here") : .redirect(to: "/new", status: status)
    }
    let sink = MemorySink()
    let response = try await transport.send(HTTPRequest(.get, url(server.url + "/old")), to: sink)
    #expect(response.status == 200 && response.url.path == "/new")
    #expect(String(decoding: sink.bytes, as: UTF8.self) == "here")
  }

  @Test func leavesCredentialsBehind() async throws {
    let other = try LoopbackServer { _ in .text("there") }
    let server = try LoopbackServer { request in
      request.path == "/same" ? .redirect(to: "/away") : .redirect(to: other.url + "/x")
    }
    let headers: HTTPHeaders = [
      "authorization": "Basic secret", "Plotly-Authorization": "Basic secret", "X-Other": "kept",
    ]
    _ = try await transport.send(HTTPRequest(.get, url(server.url + "/same"), headers: headers))
    #expect(server.requests.map(\.path) == ["/same", "/away"])
    #expect(server.requests.allSatisfy { $0[header: "Authorization"] == "Basic secret" })
    let there = try #require(other.requests.first)
    #expect(there[header: "Authorization"] == nil && there[header: "Plotly-Authorization"] == nil)
    #expect(there[header: "X-Other"] == "kept")
  }

  @Test func staysAwayFromPlainConnections() async throws {
    let server = try LoopbackServer { request in
      .redirect(to: request.query("to") ?? "")
    }
    let places = [
      "http://example.com/x": "http://example.com/x", "http://127.0.0.1.example.com/": "http://127.0.0.1.example.com/",
      "http://user:password@example.com/?token=secret": "http://example.com/?…",
    ]
    for (place, shown) in places {
      let escaped = try #require(place.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
      let request = HTTPRequest(.get, try url(server.url + "/?to=" + escaped))
      do throws(TransportError) {
        _ = try await transport.send(request)
        Issue.record("followed \(place)")
      } catch {
        #expect(error.reason == .insecureRedirect(to: shown))
        #expect(!error.message.contains("secret") && !error.message.contains("password"))
      }
    }
    for place in ["", "ftp://example.com/", "file:///etc/passwd", "http://", "::"] {
      let escaped = try #require(place.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
      await #expect(throws: TransportError.self, "\(place)") {
        try await transport.send(HTTPRequest(.get, url(server.url + "/?to=" + escaped)))
      }
    }
  }

  @Test func endsCircles() async throws {
    let server = try LoopbackServer { request in .redirect(to: request.path == "/a" ? "/b" : "/a") }
    let request = HTTPRequest(.get, try url(server.url + "/a"))
    do throws(TransportError) {
      _ = try await transport.send(request)
      Issue.record("no end")
    } catch {
      #expect(error.reason == .tooManyRedirects(limit: 5))
      #expect(server.requests.count == 6)
    }
  }

  @Test func doesNotLoseChanges() async throws {
    let server = try LoopbackServer { request in
      request.path == "/new" ? .text("here") : .redirect(to: "/new", status: Int(request.path.dropFirst()) ?? 0)
    }
    func send(_ status: Int) async throws(TransportError) -> HTTPResponse {
      guard let url = URL(string: server.url + "/\(status)") else { preconditionFailure() }
      return try await transport.send(HTTPRequest(.post, url, headers: ["Content-Type": "a/b"], body: [1, 2]))
    }
    for status in [301, 302] {
      let error = try TransportError(.redirectedChange(to: server.url + "/new"), url(server.url + "/\(status)"))
      await #expect(throws: error) {
        try await send(status)
      }
    }
    for status in [307, 308] { #expect(try await send(status).status == 200) }
    #expect(server.requests.filter { $0.path == "/new" }.allSatisfy { $0.method == "POST" && $0.body == [1, 2] })
    _ = try await send(303)
    let result = try #require(server.requests.last)
    #expect(result.method == "GET" && result.body.isEmpty && result[header: "Content-Type"] == nil)
  }
}
