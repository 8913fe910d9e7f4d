import Testing

@testable import ChartStudio

/// The header that names the client.
@Suite struct ClientPlatformTests {
  @Test(
    arguments: [
      ("Lisp", "Lisp", nil), ("Python 0.2", "Python", "0.2"), ("Python 3 0.3.2", "Python 3", "0.3.2"),
      ("Swift 1.0.0", "Swift", "1.0.0"), ("web - notebook", "web - notebook", nil), ("Python 3", "Python", "3"),
      ("Swift 1.0.0-beta", "Swift 1.0.0-beta", nil), ("Swift/1.0.0", "Swift/1.0.0", nil),
      ("Swift v1.0.0", "Swift v1.0.0", nil),
      ("Swift   1.0", "Swift", "1.0"),
    ] as [(String, String, String?)])
  func isReadAsServersDo(value: String, name: String, version: String?) throws {
    let platform = try #require(ClientPlatform(header: value))
    #expect(platform.name == name && platform.version == version)
  }

  @Test(arguments: ["", "   ", "1.0.0"]) func namesAPlatform(value: String) {
    #expect(ClientPlatform(header: value) == nil)
  }

  @Test func isBuiltSoThatItIsReadAsMeant() throws {
    #expect(try ClientPlatform("Swift", version: "1.0.2").description == "Swift 1.0.2")
    #expect(try ClientPlatform("Python 3", version: "0.1").description == "Python 3 0.1")
    for (name, version) in [
      ("", nil), (" Swift", nil), ("Python 3", nil), ("1.0", nil), ("Swift", "1.0-beta"), ("Swift", ""),
      ("Swift", "1..2"), ("a\nb", nil),
    ] as [(String, String?)] {
      #expect(throws: MalformedValue.self, "\(name)") { try ClientPlatform(name, version: version) }
    }
    let own = ClientPlatform.figlint(version: "0.1.0-dev")
    #expect(own.description == "Swift figlint 0.1.0")
    #expect(ClientPlatform(header: own.description) == own)
  }
}
