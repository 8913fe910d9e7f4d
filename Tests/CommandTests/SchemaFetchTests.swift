import Foundation
import LoopbackServer
import Synchronization
import TestSupport
import Testing

/// `figlint schema fetch` against servers that do what servers do.
@Suite struct SchemaFetchTests {
  let schemas: FetchedSchemas

  init() throws { schemas = try FetchedSchemas() }

  // MARK: - What is fetched

  @Test func makesAReleaseATarget() throws {
    let server = try LoopbackServer { _ in .json(FetchedSchemas.text()) }
    #expect(try schemas.accepts("size", target: "9.2.0") == nil)
    let ending = try schemas.fetch("9.2.0", from: server)
    #expect(ending.code == 0)
    #expect(ending.output.hasPrefix("9.2.0: received, 155 bytes, SHA-256 "))
    #expect(ending.errors == "use it with --target 9.2.0\n")
    #expect(server.requests.map(\.target) == ["/v9.2.0/plot-schema.json"])
    #expect(try schemas.accepts("size", target: "9.2.0") == true)
    #expect(try schemas.accepts("colour", target: "9.2.0") == false)
    #expect(try schemas.accepts("size", target: "9") == true)
  }

  @Test func takesTheTemplateOfTheOption() throws {
    let server = try LoopbackServer { _ in .json(FetchedSchemas.text()) }
    let ending = try schemas.run(
      "schema", "fetch", "9.2.0-rc.1", "--url-template", server.url + "/a/{version}/b/{version}")
    #expect(ending.code == 0)
    #expect(server.requests.map(\.target) == ["/a/9.2.0-rc.1/b/9.2.0-rc.1"])
  }

  @Test func namesASchemaByItsURL() throws {
    let server = try LoopbackServer { _ in .json(FetchedSchemas.text()) }
    #expect(try schemas.run("schema", "fetch", "--url", server.url + "/plot-schema-9.3.0.json?token=secret").code == 0)
    #expect(try schemas.accepts("size", target: "9.3.0") == true)
    #expect(try schemas.run("schema", "fetch", "mine", "--url", server.url + "/schema.json").code == 0)
    #expect(try schemas.accepts("size", target: "mine") == true)
    let unnamed = try schemas.run("schema", "fetch", "--url", server.url + "/schema.json")
    #expect(unnamed.code == 2 && unnamed.errors.contains("does not tell the version"))
    let list = try schemas.run("schema", "cache", "list")
    #expect(list.output.contains("9.3.0") && list.output.contains("mine") && !list.output.contains("secret"))
    #expect(schemas.files.allSatisfy { schemas.directory.contents("cache/" + $0)?.contains("secret") != true })
  }

  @Test func takesAFileWithoutANetwork() throws {
    try schemas.directory.write(FetchedSchemas.text(), to: "plot-schema-9.4.0.json")
    let alone = try Program.alone(in: schemas.directory)
    let variables = ["XDG_CACHE_HOME": schemas.directory.path + "/cache"]
    let ending = try Program.run(
      ["schema", "fetch", "--from", "plot-schema-9.4.0.json"], program: alone, in: schemas.directory.path,
      variables: variables)
    #expect(ending.code == 0)
    #expect(try schemas.accepts("size", target: "9.4.0") == true)
    #expect(try schemas.run("schema", "fetch", "piped", "--from", "-", input: FetchedSchemas.text().utf8).code == 0)
    #expect(try schemas.accepts("size", target: "piped") == true)
    let broken = try schemas.run("schema", "fetch", "9.5.0", "--from", "-", input: "[1, 2".utf8)
    #expect(broken.code == 2 && broken.errors.hasPrefix("error: '-' is no plot-schema: not JSON at byte"))
  }

  @Test func saysWhatToDoWithoutTheOtherProgram() throws {
    let alone = try Program.alone(in: schemas.directory)
    let ending = try Program.run(["schema", "fetch", "9.2.0"], program: alone, variables: ["PATH": "/nowhere"])
    #expect(ending.code == 2)
    #expect(
      ending.errors == """
        error: commands that use a network are carried out by figlint-studio: cannot run 'figlint-studio': no such file or directory
          help: install it beside this program, or in a directory of PATH

        """)
  }

  // MARK: - Asking again

  @Test func keepsWhatHasNotChanged() throws {
    let server = try LoopbackServer { request in
      request[header: "If-None-Match"] == "\"1\""
        ? Reply(status: 304)
        : .json(
          FetchedSchemas.text(),
          headers: [("ETag", "\"1\""), ("Last-Modified", "Wed, 21 Oct 2026 07:28:00 GMT")])
    }
    #expect(try schemas.fetch("9.2.0", from: server).output.contains("received"))
    let again = try schemas.fetch("9.2.0", from: server)
    #expect(again.code == 0 && again.output.hasPrefix("9.2.0: not changed since 20"))
    let request = try #require(server.requests.last)
    #expect(request[header: "If-Modified-Since"] == "Wed, 21 Oct 2026 07:28:00 GMT")
    // Another URL is another schema, whatever it is called.
    _ = try schemas.run("schema", "fetch", "9.2.0", "--url", server.url + "/other.json")
    #expect(server.requests.last?[header: "If-None-Match"] == nil)
  }

  @Test func asksForAllWhereTheSnapshotIsDamaged() throws {
    let server = try LoopbackServer { request in
      request[header: "If-None-Match"] == nil
        ? .json(FetchedSchemas.text(), headers: [("ETag", "\"1\"")]) : Reply(status: 304)
    }
    _ = try schemas.fetch("9.2.0", from: server)
    let snapshot = try #require(schemas.files.first { $0.hasPrefix("figlint/schemas/") })
    try schemas.directory.write("{}", to: "cache/" + snapshot)
    #expect(try schemas.fetch("9.2.0", from: server).output.contains("received"))
    #expect(try schemas.accepts("size", target: "9.2.0") == true)
  }

  @Test func asksAStudioServerWithItsLastHash() throws {
    let server = try LoopbackServer { request in
      guard request.path == "/v2/plot-schema", let known = request.query("sha1") else { return .html("?", status: 404) }
      return known == "abc"
        ? .json(#"{"sha1": "abc", "modified": false, "schema": null}"#)
        : .json(#"{"sha1": "abc", "modified": true, "schema": \#(FetchedSchemas.text())}"#)
    }
    let first = try schemas.run("schema", "fetch", "--studio", server.url + "/")
    #expect(first.code == 0)
    let name = "127.0.0.1-\(server.port)"
    #expect(first.output.hasPrefix("\(name): received"))
    let again = try schemas.run("schema", "fetch", "--studio", server.url)
    #expect(again.code == 0 && again.output.contains("not changed"))
    #expect(server.requests.map { $0.query("sha1") } == ["", "abc"])
    #expect(server.requests.first?[header: "Plotly-Client-Platform"]?.hasPrefix("figlint ") == true)
    #expect(try schemas.accepts("size", target: name) == true)
  }

  @Test(arguments: [
    "[]", "{}", #"{"error": "x"}"#, #"{"sha1": "abc", "modified": false}"#, #"{"sha1": "abc", "modified": true}"#, "",
  ]) func refusesOtherAnswersOfAStudioServer(body: String) throws {
    let server = try LoopbackServer { _ in .json(body) }
    let ending = try schemas.run("schema", "fetch", "--studio", server.url)
    #expect(ending.code == 5 && ending.errorLines.count <= 2)
    #expect(schemas.files.isEmpty)
  }

  @Test func usesNoNetworkWhenTold() throws {
    let server = try LoopbackServer { _ in .json(FetchedSchemas.text()) }
    let missing = try schemas.fetch("9.2.0", from: server, "--offline")
    #expect(missing.code == 3 && missing.errorLines.count == 1)
    let received = try schemas.fetch("9.2.0", from: server)
    #expect(try schemas.fetch("9.2.0", from: server, "--offline").code == 0)
    // What has the right hash needs no network either.
    let hash = try #require(received.output.firstMatch(of: /SHA-256 ([0-9a-f]{64})/)?.1)
    #expect(try schemas.fetch("9.2.0", from: server, "--sha256", String(hash)).code == 0)
    #expect(server.requests.count == 1)
  }

  // MARK: - What goes wrong

  @Test func asksABrokenServerAgain() throws {
    let turn = Turn()
    let server = try LoopbackServer { _ in turn.next == 1 ? .html("oops", status: 500) : .json(FetchedSchemas.text()) }
    #expect(try schemas.fetch("9.2.0", from: server).code == 0)
    #expect(server.requests.count == 2)
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let code: Int32
    let message: String
    var options: [String] = []
    let reply: @Sendable (Request) -> Reply
  }

  static let faults: [Fault] = [
    Fault(testDescription: "404", code: 5, message: "there is no schema at") { _ in .html("no", status: 404) },
    Fault(testDescription: "401", code: 4, message: "asks for credentials") { _ in
      .text("no", status: 401, headers: [("WWW-Authenticate", "Basic realm=\"x\"")])
    },
    Fault(testDescription: "HTML", code: 5, message: "is a page for people") { _ in .html("<html>Sign in</html>") },
    Fault(testDescription: "no JSON", code: 5, message: "is no plot-schema: not JSON at byte") { _ in .json("nothing")
    },
    Fault(testDescription: "no schema", code: 5, message: "is no plot-schema: 'traces' is missing") { _ in .json("{}")
    },
    Fault(testDescription: "304 to no question", code: 5, message: "sends no schema (status 304)") { _ in
      Reply(status: 304)
    },
    Fault(testDescription: "nothing", code: 5, message: "is no plot-schema") { _ in Reply() },
    Fault(
      testDescription: "wrong hash", code: 5, message: "has the SHA-256 ",
      options: ["--sha256", String(repeating: "0", count: 64)]
    ) { _ in .json(FetchedSchemas.text()) },
    Fault(testDescription: "slow body", code: 3, message: "took more than 1 second", options: ["--timeout", "1"]) { _ in
      .json(FetchedSchemas.text()).with { $0.pace = (1, .milliseconds(100)) }
    },
    Fault(testDescription: "silence", code: 3, message: "took more than 1 second", options: ["--timeout", "1"]) { _ in
      .json(FetchedSchemas.text()).with { $0.delay = .seconds(10) }
    },
    Fault(
      testDescription: "body cut off", code: 3, message: "broke off after 100 of 155 bytes",
      options: ["--timeout", "3"]
    ) { _ in
      .json(FetchedSchemas.text()).with { $0.cutAfter = 100 }
    },
    Fault(
      testDescription: "length too long", code: 3, message: "broke off after 155 of 999 bytes",
      options: ["--timeout", "3"]
    ) { _ in
      .json(FetchedSchemas.text()).with { $0.announcedLength = 999 }
    },
    Fault(testDescription: "length too short", code: 5, message: "is no plot-schema: not JSON at byte") { _ in
      .json(FetchedSchemas.text()).with { $0.announcedLength = 50 }
    },
    Fault(testDescription: "200 MB, announced", code: 5, message: "sends more than 33,554,432 bytes") { _ in
      Reply(body: .repeated(32, count: 200 << 20))
    },
    Fault(testDescription: "200 MB", code: 5, message: "sends more than 1,048,576 bytes", options: ["--max-size", "1"])
    { _ in
      Reply(body: .repeated(32, count: 200 << 20)).with { $0.isChunked = true }
    },
    Fault(testDescription: "redirect loop", code: 5, message: "redirects more than 5 times") { request in
      .redirect(to: request.path == "/a" ? "/b" : "/a")
    },
    Fault(
      testDescription: "redirect to http", code: 5, message: "redirects to 'http://example.com/x', which is not secure"
    ) { _ in .redirect(to: "http://example.com/x") },
    Fault(testDescription: "no answer", code: 3, message: "broke off", options: ["--timeout", "3"]) { _ in
      Reply().with { $0.cutAfter = -1 }
    },
  ]

  @Test(arguments: faults) func endsWithOneClearError(fault: Fault) throws {
    let server = try LoopbackServer(fault.reply)
    let ending = try Program.run(
      ["schema", "fetch", "9.2.0"] + fault.options, in: schemas.directory.path,
      variables: [
        "XDG_CACHE_HOME": schemas.directory.path + "/cache", "FIGLINT_SCHEMA_URL": server.url + "/v{version}/s.json",
      ])
    #expect(ending.code == fault.code, "\(ending.errors)")
    #expect(ending.output == "")
    #expect(ending.errors.hasPrefix("error: ") && ending.errors.contains(fault.message), "\(ending.errors)")
    #expect(ending.errorLines.count <= 2)
    #expect(schemas.files.isEmpty)
  }

  @Test func goesThroughTheProxyOfTheEnvironment() throws {
    let proxy = try LoopbackServer { _ in .json(FetchedSchemas.text()) }
    let url = "http://schemas.invalid/plot-schema-9.2.0.json"
    let ending = try schemas.run("schema", "fetch", "--url", url, variables: ["http_proxy": proxy.url])
    #expect(ending.code == 0, "\(ending.errors)")
    #expect(proxy.requests.map(\.target) == [url])
    #expect(ending.errors.contains("warning: the connection is not secure"))
    let past = try schemas.run(
      "schema", "fetch", "--url", url, variables: ["http_proxy": proxy.url, "no_proxy": "schemas.invalid"])
    #expect(past.code == 3 && past.errors.contains("no such host"))
  }

  @Test func keepsWhatItHasWhenTheServerFails() throws {
    let turn = Turn()
    let server = try LoopbackServer { _ in turn.next == 1 ? .json(FetchedSchemas.text()) : .html("<p>") }
    _ = try schemas.fetch("9.2.0", from: server)
    let files = schemas.files
    let ending = try schemas.fetch("9.2.0", from: server)
    #expect(ending.code == 5 && ending.errors.contains("stays in the cache"))
    server.stop()
    let gone = try schemas.fetch("9.2.0", from: server)
    #expect(gone.code == 3 && gone.errors.contains("no connection") && gone.errors.contains("stays in the cache"))
    #expect(schemas.files == files)
    #expect(try schemas.accepts("size", target: "9.2.0") == true)
  }

  @Test func saysThatItCannotKeepASchema() throws {
    let server = try LoopbackServer { _ in .json(FetchedSchemas.text()) }
    let ending = try schemas.run(
      "schema", "fetch", "9.2.0", "--url", server.url, variables: ["XDG_CACHE_HOME": "/dev/null/cache"])
    #expect(ending.code == 2 && ending.errors.hasPrefix("error: the schema cannot be kept: cannot write"))
  }

  @Test(arguments: [
    ([], "what to fetch is missing"), (["latest"], "'latest' is no plotly.js release"),
    (["v9.2.0"], "did you mean '9.2.0'?"), (["4.1.1"], "plotly.js 4.1.1 is built in"),
    (["a/b", "--url", "http://127.0.0.1/"], "cannot be the name of a schema"),
    (["9.2.0", "--sha256", "abc"], "'abc' is no SHA-256"),
    (["9.2.0", "--url-template", "https://example.com/"], "write '{version}'"),
    (["9.2.0", "--url", "ftp://example.com/"], "is no http or https URL"),
    (["--url", "http://127.0.0.1/9.2.0", "--studio", "x"], "exclude each other"),
    (["9.2.0", "--timeout", "0"], "use a whole number from 1"),
  ]) func refusesWrongUse(arguments: [String], message: String) throws {
    let ending = try Program.run(["schema", "fetch"] + arguments)
    #expect(ending.code == 2 && ending.errors.contains(message), "\(ending.errors)")
  }
}

/// Counts how often it is asked.
private final class Turn: Sendable {
  private let count = Mutex(0)
  var next: Int {
    count.withLock { count in
      count += 1
      return count
    }
  }
}
