package import Arguments
package import CommandCore
import SchemaCompiler
package import SchemaStore
import SystemIO
import ValidationTree

/// What a command line of `figlint schema fetch` asks for.
package struct SchemaFetchRequest: Sendable {
  package enum Source: Equatable, Sendable {
    /// A release of plotly.js, and where it is.
    case release(version: String, url: String)
    case url(String)
    /// A path, or `-`.
    case file(String)
    /// A Chart Studio server: `https://plotly.example.com`, without a slash at the end.
    case studio(String)
  }

  package let source: Source
  /// What the schema is called as a target.
  package let name: VersionName
  /// The hash that it must have.
  package let pin: SHA256?

  /// Where the plotly.js project keeps the schema of each release: in its repository, beside the bundle, under the release's tag.
  static let defaultTemplate = "https://raw.githubusercontent.com/plotly/plotly.js/v{version}/dist/plot-schema.json"
  static let templateVariable = "FIGLINT_SCHEMA_URL"

  package init(_ parsed: ParsedArguments) throws(Failure) {
    pin = try parsed[SchemaFetchTable.sha256].map { text throws(Failure) in
      guard let hash = SHA256(text) else {
        throw Failure(message: "--sha256: '\(text)' is no SHA-256", help: "give the 64 digits that sha256sum prints")
      }
      return hash
    }
    let version = parsed[SchemaFetchTable.version]
    if let path = parsed[SchemaFetchTable.from] {
      source = .file(path)
      name = try Self.name(version, orToldBy: path, "--from")
    } else if let url = parsed[SchemaFetchTable.url] {
      source = .url(url)
      name = try Self.name(version, orToldBy: String(url.prefix { $0 != "?" && $0 != "#" }), "--url")
    } else if let domain = parsed[SchemaFetchTable.studio] {
      let server = Self.server(domain)
      source = .studio(server)
      name = try Self.name(version ?? Self.hostName(of: server))
    } else {
      guard let version else {
        throw Failure(
          message: "what to fetch is missing",
          help: "name a plotly.js release such as '4.2.0', or give --url, --from or --studio")
      }
      guard Self.isRelease(version) else {
        throw Failure(
          message: "'\(version)' is no plotly.js release",
          help: Self.isRelease(String(version.dropFirst()))
            ? "did you mean '\(version.dropFirst())'?" : "write it as '4.2.0'")
      }
      source = .release(version: version, url: try Self.url(of: version, parsed[SchemaFetchTable.template]))
      name = try Self.name(version)
    }
  }

  // MARK: - Names

  /// Whether the text is a version such as `4.2.0` or `4.2.0-rc.1`.
  private static func isRelease(_ text: String) -> Bool {
    PlotlyVersion(text.prefix { $0 != "-" }) != nil && VersionName(text) != nil
  }

  private static func name(
    _ given: String?, orToldBy path: String, _ option: String
  ) throws(Failure) -> VersionName {
    if let given { return try name(given) }
    guard let told = VersionName.told(byPath: path) else {
      throw Failure(
        message: "\(option): what it names does not tell the version",
        help: "put what it is called in front: \(VersionName.rule)")
    }
    return try name(told.description)
  }

  private static func name(_ text: String) throws(Failure) -> VersionName {
    guard let name = VersionName(text) else {
      throw Failure(message: "'\(text)' cannot be the name of a schema", help: "write \(VersionName.rule)")
    }
    guard (try? TargetResolver(.bundled).index(of: name.description)) == nil else {
      throw Failure(
        message: "plotly.js \(name) is built in, and always means that schema",
        help: "use it as it is: --target \(name); a schema of your own needs another name, such as '\(name)-custom'")
    }
    return name
  }

  // MARK: - Places

  private static func url(of version: String, _ option: String?) throws(Failure) -> String {
    let template: String
    let place: String
    if let option {
      (template, place) = (option, "--url-template")
    } else if let variable = Environment[templateVariable], !variable.isEmpty {
      (template, place) = (variable, templateVariable)
    } else {
      (template, place) = (defaultTemplate, "")
    }
    let parts = template.split(separator: "{version}", omittingEmptySubsequences: false)
    guard parts.count > 1 else {
      throw Failure(
        message: "\(place): '\(template)' does not say where the version goes", help: "write '{version}' in its place")
    }
    return parts.joined(separator: version)
  }

  /// A domain as a URL: https unless it says otherwise, no slash at the end.
  private static func server(_ domain: String) -> String {
    var server = domain.contains("://") ? domain : "https://" + domain
    while server.hasSuffix("/") { server.removeLast() }
    return server
  }

  /// Host and port as a name: `plotly.example.com`, `localhost-8080`.
  private static func hostName(of server: String) -> String {
    let rest = server.split(separator: "://", maxSplits: 1).last ?? ""
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let host = authority.split(separator: "@").last ?? ""
    return host.split(separator: ":").joined(separator: "-")
  }
}
