import SchemaCompiler
import Testing
import ValidationTree

@Suite struct VersionSelectorTests {
  private let resolver = TargetResolver(.bundled)
  private let names = ValidationTree.bundled.versionNames

  private func name(_ text: String) throws -> String { names[try resolver.index(of: text)] }

  @Test func findsVersions() throws {
    #expect(try name("latest") == names.last)
    #expect(try name("4.1.1") == "4.1.1")
    #expect(try name("2") == "2.35.2")
    #expect(try name("2.1") == "2.1.0")
    #expect(try name("2.35") == "2.35.2")
    #expect(try name("1") == "1.58.4")
    #expect(try name("chart-studio").hasPrefix("3."))
    #expect(try name("chart-studio") == name("3"))
    #expect(try resolver.versions(of: "3,4,latest").count >= 2)
  }

  @Test(arguments: [
    ("4.1.0", true, "4.1.1"), ("2.35.3", true, "2.35.2"), ("3.99", true, "3.7.0"), ("5", true, "4.1.1"),
    ("0.1", true, "1.58.4"), ("2.5.1", true, "2.6.3"),
  ])
  func namesTheNearest(text: String, isVersion: Bool, nearest: String) {
    do throws(TargetError) {
      _ = try resolver.index(of: text)
      Issue.record("found \(text)")
    } catch {
      #expect(error.text == text && error.isVersion == isVersion)
      #expect(error.nearest == nearest)
      #expect(error.known == names)
    }
  }

  @Test(arguments: ["", "newest", "4.", "4.1.1.1", "v4", "04.1", "+4", "4.1.1 ", "99999999999999999999", "-1", "٤"])
  func refusesWhatIsNoVersion(text: String) {
    #expect(VersionSelector(text) == nil)
    do throws(TargetError) {
      _ = try resolver.index(of: text)
      Issue.record("found \(text)")
    } catch {
      #expect(!error.isVersion && error.nearest == nil && !error.known.isEmpty)
    }
  }

  @Test func ordersVersionsByNumbers() {
    #expect(PlotlyVersion(2, 9, 0) < PlotlyVersion(2, 11, 1))
    #expect(PlotlyVersion("2.9") == nil)
    #expect(PlotlyVersion("2.35.2")?.description == "2.35.2")
  }
}
