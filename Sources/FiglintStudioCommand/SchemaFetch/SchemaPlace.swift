import ChartStudio
import Foundation
import NetworkCommands
import SchemaStore

/// A place in a network that a schema is fetched from.
struct SchemaPlace {
  let url: URL
  let origin: SchemaOrigin

  init(_ source: SchemaFetchRequest.Source) throws(Failure) {
    let kind: SchemaOrigin.Kind
    let text: String
    switch source {
    case .release(_, let url), .url(let url): (kind, text) = (.url, url)
    case .studio(let server): (kind, text) = (.studio, server)
    case .file: preconditionFailure("figlint itself takes files")
    }
    guard let url = URL(string: text), let scheme = url.scheme?.lowercased(), ["http", "https"].contains(scheme),
      url.host?.isEmpty == false
    else {
      let shown = URL(string: text)?.withoutSecrets ?? "the address"
      throw Failure(message: "'\(shown)' is no http or https URL", help: "write it as https://host/path")
    }
    self.url = url
    origin = SchemaOrigin(kind, url.withoutSecrets, fullPlace: url.absoluteString)
  }

  /// Whether nobody on the way can change what is sent.
  var isSecure: Bool { url.scheme?.lowercased() == "https" || url.isLoopback }

  /// The request for the schema, unless it is the one that the validators belong to.
  func request(_ validators: VersionRecord.Validators?, limits: TransferLimits) -> HTTPRequest {
    var request = HTTPRequest(.get, url, headers: ["Accept": "application/json"], limits: limits)
    switch origin.kind {
    case .studio:
      // `GET /v2/plot-schema`: the query must be there, be it empty.
      var place = url.appending(path: "v2/plot-schema")
      place.append(queryItems: [URLQueryItem(name: "sha1", value: validators?.studioHash ?? "")])
      request.url = place
      request.headers["Plotly-Client-Platform"] = "figlint \(Installation.version)"
    case .url, .file:
      request.headers["If-None-Match"] = validators?.entityTag
      request.headers["If-Modified-Since"] = validators?.lastModified
    }
    return request
  }
}
