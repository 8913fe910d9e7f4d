import ChartStudio
import Foundation
import LoopbackServer
import StudioDouble
import Testing

/// The client against the double: errors, pages, lists.
@Suite struct ClientTests {
  private let double: StudioDouble
  private let client: StudioClient

  init() throws {
    double = try StudioDouble()
    client = try StudioClient.ofAda(double)
  }

  private func refusal(_ body: () async throws(ClientError) -> Void) async -> ServerRefusal? {
    do throws(ClientError) {
      try await body()
      return nil
    } catch {
      return error.refusal
    }
  }

  @Test func knowsWhoAsks() async throws {
    #expect(try await client.send(Users.current()).username == "ada")
    let stranger = StudioClient(
      try StudioServer(double.url), Credentials(username: "ada", apiKey: Secret("wrong")), retries: .none)
    let refused = await refusal { () async throws(ClientError) in _ = try await stranger.send(Users.current()) }
    #expect(refused?.kind == .credentials && refused?.help?.contains("PLOTLY_API_KEY") == true)
    #expect(refused?.message.contains("wrong") == false)
  }

  @Test func tellsWhatRefusalsMean() async throws {
    let grid = try await client.send(
      Grids.create(["data": ["cols": ["x": ["data": [1], "order": 0]]], "filename": "g", "world_readable": true])
    ).file
    let id = try #require(grid.id)
    #expect(
      await refusal { () async throws(ClientError) in
        _ = try await client.send(Grids.create(["data": ["cols": ["x": ["data": [1], "order": 0]]], "filename": "g"]))
      }?.kind == .nameTaken)
    #expect(
      await refusal { () async throws(ClientError) in _ = try await client.send(Grids.create(["a": 1])) }?.kind
        == .malformed)
    #expect(
      await refusal { () async throws(ClientError) in _ = try await client.send(Files.permanentlyDelete(id)) }?.status
        == 400)
    #expect(
      await refusal { () async throws(ClientError) in _ = try await client.send(Memberships.list()) }?.kind == .inactive
    )
    #expect(
      await refusal { () async throws(ClientError) in
        _ = try await client.send(Plots.create(["figure": ["data": [["y": [1, 2, 3]]]]]))
      }?.serverMessage.contains("raw data") == true)
    double.addUser("grace", key: "key-of-grace")
    let grace = StudioClient(
      try StudioServer(double.url), Credentials(username: "grace", apiKey: Secret("key-of-grace")), retries: .none)
    #expect(
      await refusal { () async throws(ClientError) in _ = try await grace.send(Files.trash(id)) }?.kind == .forbidden)
    double.setBodyLimit(10)
    let large = await refusal { () async throws(ClientError) in
      _ = try await client.send(Grids.create(["data": ["cols": [:]]]))
    }
    #expect(large?.kind == .tooLarge && large?.message.contains("413 Request Entity Too Large") == true)
  }

  @Test func followsPagesToTheEnd() async throws {
    double.setPageSize(2)
    for number in 0..<5 { _ = try await client.send(Folders.create("f\(number)")) }
    var names: [String] = []
    for try await file in client.items(of: Folders.home()) { names.append(file.filename ?? "") }
    #expect(names == ["f0", "f1", "f2", "f3", "f4"])
    #expect(double.calls.filter { $0 == "GET /v2/folders/home" }.count == 3)
    #expect(double.requests.allSatisfy { $0[header: "Authorization"] != nil })
  }

  @Test func endsWhereAServerLeadsInACircle() async throws {
    let server = try LoopbackServer { _ in .json(#"{"results": [], "next": "/v2/dashboards?page=2"}"#) }
    let lost = StudioClient(try StudioServer(server.url), retries: .none)
    for try await _ in lost.items(of: Dashboards.list()) {}
    #expect(server.requests.count == 2)
  }

  @Test func keepsCredentialsFromPagesOfOtherServers() async throws {
    let other = try LoopbackServer { _ in .json(#"{"results": [{"filename": "there"}], "next": null}"#) }
    let server = try LoopbackServer { _ in .json(#"{"results": [], "next": "\#(other.url)/v2/dashboards?page=2"}"#) }
    let client = StudioClient(
      try StudioServer(server.url), Credentials(username: "ada", apiKey: Secret("key")), retries: .none)
    var names: [String] = []
    for try await file in client.items(of: Dashboards.list()) { names.append(file.filename ?? "") }
    #expect(names == ["there"])
    #expect(
      server.requests.first?[header: "Authorization"] != nil && other.requests.first?[header: "Authorization"] == nil)
  }

  @Test func goesThroughTheStatesOfTheTrash() async throws {
    let folder = try #require(try await client.send(Folders.create("lab")).file.id)
    let grid = try #require(
      try await client.send(
        Grids.create(["data": ["cols": ["x": ["data": [1], "order": 0]]], "filename": "g", "parent_path": "lab"])
      )
      .file.id)
    _ = try await client.send(Folders.trash(folder))
    #expect(try await client.send(Files.retrieve(grid)).isDeleted == true)
    #expect(
      await refusal { () async throws(ClientError) in _ = try await client.send(Files.lookup("lab/g")) }?.kind
        == .notFound)
    _ = try await client.send(Folders.restore(folder))
    #expect(try await client.send(Files.lookup("lab/g")).id == grid)
    _ = try await client.send(Folders.trash(folder))
    _ = try await client.send(Files.permanentlyDelete(folder))
    #expect(double.files.isEmpty)
  }

  @Test func readsSecretFilesWithTheirKey() async throws {
    let plot = try await client.send(
      Plots.create([
        "figure": ["data": [], "layout": [:]], "filename": "p", "world_readable": false, "share_key_enabled": true,
      ])
    ).file
    let id = try #require(plot.id)
    let nobody = StudioClient(try StudioServer(double.url), retries: .none)
    #expect(
      await refusal { () async throws(ClientError) in _ = try await nobody.send(Files.retrieve(id)) }?.kind == .notFound
    )
    #expect(try await nobody.send(Files.retrieve(id, shareKey: plot.shareKey)).filename == "p")
    #expect(plot.address?.hasSuffix("/~ada/0?share_key=k0000000000000000000000".dropLast(1)) == true)
  }

  @Test func sendsAnyRequest() async throws {
    let response = try await client.send(.post, "/v2/folders", body: .json(["path": "lab"]))
    #expect(response.status == 201)
    #expect(try await client.send(.get, "files/lookup", query: [QueryItem("path", "lab")]).status == 200)
  }
}

/// One for all tests: sessions of the system take a while to make.
private let sharedTransport = URLSessionTransport(userAgent: "figlint-tests")

extension StudioClient {
  /// A client of the double that never waits.
  static func ofAda(
    _ double: StudioDouble, retries: Bool = false, silence: Duration = .seconds(20)
  ) throws -> StudioClient {
    var policy = RetryPolicy()
    policy.sleep = { _ in }
    return StudioClient(
      try StudioServer(double.url), Credentials(username: "ada", apiKey: Secret(StudioDouble.keyOfAda)),
      transport: sharedTransport, limits: TransferLimits(silence: silence), retries: retries ? policy : .none)
  }
}
