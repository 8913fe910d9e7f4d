import ChartStudio
import Foundation
import TestSupport
import Testing

/// Which server, and as whom.
@Suite struct StudioSettingsTests {
  private func settings(
    server: String? = nil, username: String? = nil, key: String? = nil, insecure: Bool = false,
    _ environment: [String: String] = [:], home: String? = nil
  ) throws -> StudioSettings {
    var options = StudioSettings.Options()
    options.server = server
    options.username = username
    options.apiKey = key.map { Secret($0) }
    options.allowsInsecure = insecure
    return try StudioSettings(options, environment: environment, home: home)
  }

  private func authorization(_ settings: StudioSettings) throws -> [String: String] {
    let client = StudioClient(try settings.requiredServer(), settings.credentials)
    let headers = client.request(for: Users.current()).headers
    return Dictionary(uniqueKeysWithValues: headers.fields.map { ($0.name, $0.value) })
  }

  private func basic(_ text: String) -> String { "Basic " + Data(text.utf8).base64EncodedString() }

  @Test func optionsWinOverTheEnvironmentAndThatOverFiles() throws {
    let home = try TemporaryDirectory()
    try home.write(#"{"username": "file", "api_key": "k1"}"#, to: ".plotly/.credentials")
    try home.write(#"{"plotly_api_domain": "https://file.example.com", "sharing": "secret"}"#, to: ".plotly/.config")
    try home.setPermissions(".plotly/.credentials", to: 0o600)
    let file = try settings(home: home.path)
    #expect(file.server?.description == "https://file.example.com" && file.sharing == .secret && file.warnings.isEmpty)
    #expect(try authorization(file)["Authorization"] == basic("file:k1"))
    let variables = ["PLOTLY_USERNAME": "env", "plotly_api_key": "k2", "PLOTLY_API_DOMAIN": "https://env.example.com/"]
    let environment = try settings(variables, home: home.path)
    #expect(environment.server?.description == "https://env.example.com")
    #expect(try authorization(environment)["Authorization"] == basic("env:k2"))
    let said = try settings(server: "said.example.com", username: "said", key: "k3", variables, home: home.path)
    #expect(said.server?.description == "https://said.example.com")
    #expect(try authorization(said)["Authorization"] == basic("said:k3"))
    #expect(try settings(server: "", username: "", variables, home: home.path).credentials.username == "env")
  }

  @Test func sendsNothingWithoutBothNameAndKey() throws {
    let half = try settings(server: "https://example.com", username: "ada")
    #expect(try authorization(half)["Authorization"] == nil)
  }

  @Test func sendsTwoHeadersThroughAProxyWithCredentials() throws {
    let home = try TemporaryDirectory()
    try home.write(
      #"{"username": "ada", "api_key": "her-api-key", "proxy_username": "proxyuser", "proxy_password": "proxypass"}"#,
      to: ".plotly/.credentials")
    try home.write(
      #"{"plotly_domain": "https://plotly.example.com", "plotly_proxy_authorization": true}"#, to: ".plotly/.config")
    let headers = try authorization(try settings(home: home.path))
    #expect(headers["Authorization"] == basic("proxyuser:proxypass"))
    #expect(headers["Plotly-Authorization"] == basic("ada:her-api-key"))
  }

  @Test func warnsOfFilesThatOthersCanRead() throws {
    let home = try TemporaryDirectory()
    try home.write(#"{"username": "ada", "api_key": "k"}"#, to: ".plotly/.credentials")
    try home.setPermissions(".plotly/.credentials", to: 0o640)
    let warnings = try settings(home: home.path).warnings
    #expect(warnings.count == 1 && warnings[0].contains("chmod 600"))
  }

  @Test func forgivesFilesThatAreSomethingElse() throws {
    let home = try TemporaryDirectory()
    try home.write("[1]", to: ".plotly/.config")
    try home.write("{", to: ".plotly/.credentials")
    let found = try settings(home: home.path)
    #expect(found.server == nil && found.credentials.isEmpty)
    #expect(throws: MalformedValue.self) { try found.requiredServer() }
  }

  @Test(arguments: [
    "https://plot.ly", "api.plot.ly", "https://api.plotly.com/v2", "http://chart-studio.plotly.com", "plotly.com",
  ])
  func explainsHostsOfTheClosedService(address: String) {
    #expect {
      try settings(server: address)
    } throws: { error in
      (error as? MalformedValue)?.message.contains("closed on 31 October 2025") == true
    }
  }

  @Test func takesTheWebDomainWhereTheFileStillHasTheOldDefault() throws {
    let home = try TemporaryDirectory()
    try home.write(
      #"{"plotly_api_domain": "https://api.plotly.com", "plotly_domain": "https://plotly.example.com"}"#,
      to: ".plotly/.config")
    #expect(try settings(home: home.path).server?.description == "https://plotly.example.com")
    try home.write(
      #"{"plotly_api_domain": "https://api.plotly.com", "plotly_domain": "https://plotly.com"}"#, to: ".plotly/.config")
    #expect(throws: MalformedValue.self) { try settings(home: home.path) }
  }

  @Test func keepsKeysFromPlainConnections() throws {
    #expect(throws: MalformedValue.self) { try settings(server: "http://plotly.example.com") }
    #expect(try settings(server: "http://plotly.example.com", insecure: true).server != nil)
    for address in ["http://localhost:8080", "http://127.0.0.1:1/", "http://[::1]:2"] {
      #expect(try settings(server: address).server != nil, "\(address)")
    }
    for address in [
      "ftp://example.com", "https://", "https://ada:secret@example.com", "https://example.com/?a", "https:// x",
    ] {
      #expect(throws: MalformedValue.self, "\(address)") { try settings(server: address) }
    }
  }

  @Test func showsNoSecretInAnyDescription() throws {
    let found = try settings(server: "https://example.com", username: "ada", key: "topsecret")
    let client = StudioClient(try found.requiredServer(), found.credentials)
    let request = client.request(for: Files.retrieve(try FileID("ada:1"), shareKey: Secret("topsecret")))
    var dumped = ""
    dump(found, to: &dumped)
    dump(client, to: &dumped)
    dump(found.credentials, to: &dumped)
    let basic = Data("ada:topsecret".utf8).base64EncodedString()
    for text in [
      dumped, "\(found)", "\(client)", "\(request)", String(reflecting: request), "\(request.headers)",
      "\(Files.retrieve(try FileID("ada:1"), shareKey: Secret("topsecret")))",
    ] {
      #expect(!text.contains("topsecret") && !text.contains(basic), "\(text.prefix(200))")
    }
  }
}
