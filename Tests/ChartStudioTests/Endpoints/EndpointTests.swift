import ChartStudio
import Foundation
import Testing

/// Endpoints as values: what they come to on the wire.
@Suite struct EndpointTests {
  private func client() throws -> StudioClient {
    StudioClient(try StudioServer("https://plotly.example.com/"), Credentials(username: "ada", apiKey: Secret("key")))
  }

  @Test func everyGroupHasAFileAndASegmentOfItsOwn() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../../Sources/ChartStudio/Endpoints")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.standardizedFileURL.path)
      .map { $0.replacingOccurrences(of: ".swift", with: "") }
    let names = EndpointGroups.all.map { String(describing: $0) }
    #expect(EndpointGroups.overview.count == 18 && EndpointGroups.others.count == 3)
    #expect(Set(files).subtracting(["EndpointGroup", "UploadForm"]) == Set(names))
    #expect(
      EndpointGroups.overview.map { $0.segment }.sorted() == [
        "analysis", "comments", "dashboards", "external-images", "extras", "files", "folders", "grids", "images",
        "jupyter-notebooks", "memberships", "organizations", "plot-schema", "plots", "search", "shapefiles",
        "subscriptions",
        "users",
      ])
  }

  @Test func carriesTheConventionsOfTheService() throws {
    let request = try client().request(for: Plots.content(FileID("ada:10"), shareKey: Secret("s k"), inlineData: true))
    #expect(request.method == .get && request.body == nil)
    #expect(
      request.url.absoluteString
        == "https://plotly.example.com/v2/plots/ada:10/content?share_key=s%20k&inline_data=true")
    #expect(request.headers["Plotly-Client-Platform"] == "Swift figlint 0.1.0")
    #expect(request.headers["Accept"] == "application/json" && request.headers["Content-Type"] == nil)
    #expect(request.headers["Authorization"] == "Basic " + Data("ada:key".utf8).base64EncodedString())
  }

  @Test func writesBodiesInTheOrderOfTheirMembers() throws {
    let request = try client().request(for: Folders.create("lab/2024", parent: -1))
    #expect(request.method == .post && request.url.path == "/v2/folders")
    #expect(request.body.map { String(decoding: $0, as: UTF8.self) } == #"{"path":"lab/2024","parent":-1}"#)
    #expect(request.headers["Content-Type"] == "application/json")
    let share = try client().request(for: Files.share(FileID("ada:1"), .private))
    #expect(
      share.body.map { String(decoding: $0, as: UTF8.self) } == #"{"share_key_enabled":false,"world_readable":false}"#)
  }

  @Test func repeatsKeysOfAFilter() throws {
    var filter = Folders.Filter()
    filter.types = [.grid, .plot]
    filter.orderBy = "filename"
    filter.user = "grace"
    let url = try client().request(for: Folders.home(filter)).url.absoluteString
    #expect(url.hasSuffix("/v2/folders/home?user=grace&filetype=grid&filetype=plot&order_by=filename"))
  }

  @Test func encodesWhatAURLCannotHold() throws {
    let url = try client().request(for: Files.lookup("lab/ä & b=c")).url.absoluteString
    #expect(url.hasSuffix("/v2/files/lookup?path=lab%2F%C3%A4%20%26%20b%3Dc"))
    let user = try client().request(for: Users.retrieve("a/b?c")).url.absoluteString
    #expect(user.hasSuffix("/v2/users/a%2Fb%3Fc"))
  }

  @Test func asksForAnythingWhereAPictureComes() throws {
    var options = Images.Options()
    options.format = "svg"
    options.scale = 1.5
    let request = try client().request(for: Images.create(["data": [], "layout": [:]], options))
    #expect(request.headers["Accept"] == "*/*")
    #expect(
      request.body.map { String(decoding: $0, as: UTF8.self) }
        == #"{"figure":{"data":[],"layout":{}},"format":"svg","scale":1.5}"#)
  }

  @Test func putsAFileIntoAForm() throws {
    let place = UploadPlace(filename: "p\u{e4}ge.png", isWorldReadable: false, parent: -1)
    let request = try client().request(
      for: ExternalImages.replace(FileID("ada:4"), UploadForm(place, content: [1, 2, 3])))
    #expect(request.url.path == "/v2/external-images/replace")
    #expect(request.headers["X-File-Name"] == "p_ge.png" && request.headers["Plotly-Parent"] == "-1")
    #expect(request.headers["Content-Type"] == "multipart/form-data; boundary=figlint-0-part")
    let body = String(decoding: request.body ?? [], as: UTF8.self)
    #expect(body.contains("name=\"replaced_fid\"\r\n\r\nada:4\r\n") && body.hasSuffix("\r\n--figlint-0-part--\r\n"))
  }

  @Test func readsRecordsOfAllShapes() throws {
    let wrapped = try Created(
      json: JSONText(
        parsing:
          #"{"file": {"fid": "ada:85", "cols": [{"name": "t", "uid": "4b1f0c"}], "new": 1}, "warnings": ["slow"]}"#))
    #expect(try wrapped.file.id == FileID("ada:85") && wrapped.warnings == ["slow"])
    #expect(wrapped.file.columns == [ColumnRecord(name: "t", uid: "4b1f0c")])
    let columns = try GridColumns(
      json: JSONText(
        parsing:
          #"{"cols": {"b": {"uid": "2", "order": "7", "data": [1.50]}, "a": {"uid": "1", "order": 3, "data": []}}}"#))
    #expect(columns.columns.map(\.name) == ["a", "b"] && columns.columns[1].cells?.description == "[1.50]")
    let odd = try FileRecord(
      json: JSONText(parsing: #"{"fid": 3, "views": "x", "deleted": null, "filetype": "html_text"}"#))
    #expect(odd.id == nil && odd.views == nil && odd.isDeleted == nil && odd.filetype?.rawValue == "html_text")
  }

  @Test func readsPicturesHoweverTheyCome() throws {
    let url = try #require(URL(string: "https://plotly.example.com"))
    func image(_ type: String, _ body: String) throws -> [UInt8] {
      try ImageAnswer(HTTPResponse(status: 200, url: url, headers: ["Content-Type": type], body: Array(body.utf8)))
        .bytes
    }
    #expect(try image("image/png", "abc") == Array("abc".utf8))
    #expect(try image("application/json", #"{"image": "YWJj"}"#) == Array("abc".utf8))
    #expect(try image("application/json", #""data:image/png;base64,YWJj""#) == Array("abc".utf8))
    #expect(try image("text/plain", "data:image/svg+xml;base64,YWJj") == Array("abc".utf8))
    #expect(throws: UnusableAnswer.self) { try image("text/html", "<html>no</html>") }
  }
}
