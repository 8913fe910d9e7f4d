import ChartStudio
import Foundation
import JSONCore
import Testing

/// figlint's requests beside those of the Python package chart-studio, for every operation of its `api/v2`.
///
/// `Tests/Interop/chart-studio-requests.py` writes the file that FIGLINT_PEER_REQUESTS names.
@Suite struct PeerRequestTests {
  private static let file = ProcessInfo.processInfo.environment["FIGLINT_PEER_REQUESTS"]

  private struct PeerRequest: Decodable {
    let operation: String
    let method: String
    let path: String
    let query: [[String]]
    let authorization: String?
    let hasPlatform: Bool
  }

  /// What figlint sends for the same operations with the same arguments.
  private func requests(_ client: StudioClient) throws -> [String: HTTPRequest] {
    let id = try FileID("ada:10")
    let key = Secret("a key")
    let fields: JSONText = ["filename": "iv", "world_readable": false]
    let cell = try JSONText(parsing: "1.5")
    var all: [String: HTTPRequest] = [:]
    all["dash_apps.create"] = client.request(for: DashApps.create(fields))
    all["dash_apps.retrieve"] = client.request(for: DashApps.retrieve(id))
    all["dash_apps.update"] = client.request(for: DashApps.update(id, fields))
    all["dashboards.create"] = client.request(for: Dashboards.create(["content": "{}", "filename": "d"]))
    all["dashboards.list"] = client.request(for: Dashboards.list())
    all["dashboards.retrieve"] = client.request(for: Dashboards.retrieve(id))
    all["dashboards.update"] = client.request(for: Dashboards.update(id, fields))
    all["dashboards.schema"] = client.request(for: Dashboards.schema())
    all["spectacle_presentations.create"] = client.request(for: SpectaclePresentations.create(fields))
    all["spectacle_presentations.list"] = client.request(for: SpectaclePresentations.list())
    all["spectacle_presentations.retrieve"] = client.request(for: SpectaclePresentations.retrieve(id))
    all["spectacle_presentations.update"] = client.request(for: SpectaclePresentations.update(id, fields))
    all["folders.create"] = client.request(for: Folders.create("lab/2024"))
    all["images.create"] = client.request(
      for: Images.create(fields: ["figure": ["data": [], "layout": [:]], "format": "png"]))
    all["plot_schema.retrieve"] = client.request(for: PlotSchemas.retrieve(sha1: "3f1c"))
    all["users.current"] = client.request(for: Users.current())
    all["grids.create"] = client.request(
      for: Grids.create(["data": ["cols": ["t": ["data": [0, cell], "order": 0]]], "filename": "run 7"]))
    all["grids.content"] = client.request(for: Grids.content(id, shareKey: key))
    all["grids.destroy"] = client.request(for: Grids.destroy(id))
    all["grids.col_create"] = client.request(
      for: Grids.createColumns(id, [["name": "I", "data": [1, 2], "order": 2]]))
    all["grids.col_retrieve"] = client.request(for: Grids.columns(id, uids: ["1c9e07", "b2740d"]))
    all["grids.col_update"] = client.request(
      for: Grids.updateColumns(
        id, uids: ["1c9e07", "b2740d"], [["name": "I", "data": [1]], ["name": "V", "data": [2]]]))
    all["grids.col_delete"] = client.request(for: Grids.deleteColumns(id, uids: ["1c9e07", "b2740d"]))
    all["grids.row"] = client.request(for: Grids.appendRows(id, [[3, "x"], [4, .null]]))
    all["plots.create"] = client.request(
      for: Plots.create(["figure": ["data": [["ysrc": "ada:85:9ad27e"]]], "filename": "iv"]))
    all["plots.content"] = client.request(
      for: Plots.content(id, shareKey: key, inlineData: true, mapData: "unreadable"))
    func add<Group: FileGroup>(_ name: String, _ group: Group.Type) {
      all["\(name).retrieve"] = client.request(for: group.retrieve(id, shareKey: key))
      all["\(name).update"] = client.request(for: group.update(id, fields))
      all["\(name).trash"] = client.request(for: group.trash(id))
      all["\(name).restore"] = client.request(for: group.restore(id))
      all["\(name).permanent_delete"] = client.request(for: group.permanentlyDelete(id))
      all["\(name).lookup"] = client.request(for: group.lookup("lab/iv", parent: 84, user: "grace", exists: true))
    }
    add("files", Files.self)
    add("folders", Folders.self)
    add("grids", Grids.self)
    add("plots", Plots.self)
    return all
  }

  @Test(.enabled(if: file != nil)) func agreeInMethodPathQueryAuthorizationAndBody() throws {
    let client = StudioClient(
      try StudioServer("https://plotly.example.com"), Credentials(username: "ada", apiKey: Secret("her-api-key")))
    let own = try requests(client)
    let path = try #require(Self.file)
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    var operations: Set<String> = []
    for line in lines {
      let peer = try JSONDecoder().decode(PeerRequest.self, from: Data(line.utf8))
      operations.insert(peer.operation)
      guard let request = own[peer.operation] else {
        Issue.record("figlint has no \(peer.operation)")
        continue
      }
      #expect(request.method.rawValue == peer.method, "\(peer.operation)")
      #expect(request.url.path == peer.path, "\(peer.operation)")
      let items = URLComponents(url: request.url, resolvingAgainstBaseURL: false)?.queryItems ?? []
      let query = items.map { [$0.name, $0.value ?? ""] }.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }
      #expect(query == peer.query, "\(peer.operation)")
      #expect(request.headers["Authorization"] == peer.authorization, "\(peer.operation)")
      #expect((request.headers["Plotly-Client-Platform"] != nil) == peer.hasPlatform, "\(peer.operation)")
      let body = try JSONText(parsing: String(line)).withView { $0["body"]?.text }
      let ownBody = request.body.map { JSONText(trusted: $0) }
      #expect((body == nil) == (ownBody == nil), "\(peer.operation)")
      if let body, let ownBody { #expect(JSONComparison.areEqual(body, ownBody), "\(peer.operation)") }
    }
    #expect(operations == Set(own.keys))
  }
}
