import Foundation

/// Which server, and as whom: what was said, then the environment, then the files of the Python client in `~/.plotly`.
public struct StudioSettings: Sendable {
  /// Nil where nobody says which server.
  public var server: StudioServer?
  public var credentials = Credentials()
  /// What files say about sharing; nil where they say nothing.
  public var sharing: Sharing?
  /// What the user should know: files that others can read, settings that are not followed.
  public var warnings: [String] = []

  public init() {}

  /// What a user says on the spot. An empty text counts as nothing said.
  public struct Options: Sendable {
    public var server: String?
    public var username: String?
    public var apiKey: Secret?
    public var allowsInsecure = false

    public init() {}
  }

  /// Finds the settings.
  ///
  /// - Parameters:
  ///   - environment: Variables of the process: `PLOTLY_API_DOMAIN`, `PLOTLY_DOMAIN`, `PLOTLY_USERNAME`, `PLOTLY_API_KEY`, also in
  ///     lower case, and `PLOTLY_DIR`, the folder of the two files.
  ///   - home: The folder that has `.plotly` in it.
  /// - Throws: ``MalformedValue`` for an address that cannot be used. Files that cannot be read say nothing.
  public init(_ options: Options, environment: [String: String], home: String?) throws(MalformedValue) {
    func variable(_ name: String) -> String? {
      [environment[name], environment[name.lowercased()]].compactMap { $0 }.first { !$0.isEmpty }
    }
    func said(_ text: String?) -> String? { text.flatMap { $0.isEmpty ? nil : $0 } }

    let folder = variable("PLOTLY_DIR") ?? home.map { $0 + "/.plotly" }
    var warnings: [String] = []
    let keys = folder.map { SettingsFile($0 + "/.credentials", isSecret: true, &warnings) } ?? SettingsFile()
    let config = folder.map { SettingsFile($0 + "/.config", isSecret: false, &warnings) } ?? SettingsFile()

    credentials.username = said(options.username) ?? variable("PLOTLY_USERNAME") ?? keys.string("username") ?? ""
    credentials.apiKey =
      options.apiKey.flatMap { $0.isEmpty ? nil : $0 }
      ?? Secret(variable("PLOTLY_API_KEY") ?? keys.string("api_key") ?? "")
    if config.bool("plotly_proxy_authorization") == true {
      credentials.proxy = ProxyCredentials(
        username: keys.string("proxy_username") ?? "", password: Secret(keys.string("proxy_password") ?? ""))
    }
    if config.bool("plotly_ssl_verification") == false {
      warnings.append(
        "'plotly_ssl_verification: false' in \(config.path) is not followed: certificates are always checked")
    }
    sharing =
      config.string("sharing").flatMap(Sharing.init(rawValue:))
      ?? config.bool("world_readable").map { $0 ? .public : .private }
    server = try StudioSettings.server(options, variable, config)
    self.warnings = warnings
  }

  private static func server(
    _ options: Options, _ variable: (String) -> String?, _ config: SettingsFile
  ) throws(MalformedValue) -> StudioServer? {
    let named = [
      options.server, variable("PLOTLY_API_DOMAIN"), variable("PLOTLY_DOMAIN"), config.string("plotly_api_domain"),
      config.string("plotly_domain"),
    ].compactMap { $0 }.filter { !$0.isEmpty }
    var closed: MalformedValue?
    for (index, address) in named.enumerated() {
      if let host = host(of: address), StudioServer.isClosed(host) {
        // The Python client writes these into its file by itself; a web domain of one's own may stand beside it.
        closed = closed ?? StudioServer.closedService(host)
        if index == 0, options.server?.isEmpty == false { break }
        continue
      }
      return try StudioServer(address, allowsInsecure: options.allowsInsecure)
    }
    if let closed { throw closed }
    return nil
  }

  private static func host(of address: String) -> String? {
    URL(string: address.contains("://") ? address : "https://" + address)?.host
  }

  /// The server, or what to do without.
  public func requiredServer() throws(MalformedValue) -> StudioServer {
    guard let server else {
      throw MalformedValue(
        "no server is named",
        help: "give the address of a Chart Studio server: --server https://plotly.example.com, or PLOTLY_API_DOMAIN")
    }
    return server
  }
}
