import ChartStudio
import Foundation

/// A file of the server as a user names it: `ada:10`, or the address of its page, which may hold a share key.
struct FileArgument {
  let id: FileID
  let shareKey: Secret?

  init(_ text: String, _ client: StudioClient) throws(Failure) {
    if text.contains("://"), let url = URL(string: text) {
      guard let id = FileID(webURL: url) else {
        throw Failure(
          message: "'\(url.withoutSecrets)' is no address of a file",
          help: "it looks like https://plotly.example.com/~ada/10/")
      }
      if let host = url.host, StudioServer.isClosed(host) {
        throw Failure(
          message: "'\(host)' was the Chart Studio service, which was closed on 31 October 2025",
          help: "if you have moved the file to a server of your own, give its id there")
      }
      guard url.host?.lowercased() == client.server.base.host?.lowercased() else {
        throw Failure(
          message: "'\(url.withoutSecrets)' is not on the server '\(client.server)'",
          help: "name its server with --server")
      }
      self.id = id
      let items = URLComponents(url: url, resolvingAgainstBaseURL: false)?.queryItems
      shareKey = items?.first { $0.name == "share_key" }?.value.map { Secret($0) }
      return
    }
    do throws(MalformedValue) {
      id = try FileID(text)
      shareKey = nil
    } catch {
      throw Failure(error)
    }
  }
}
