import Foundation
import Testing

@testable import ChartStudio

/// Ids of files and references to columns.
@Suite struct FileIDTests {
  @Test(arguments: ["ada:0", "ada.b-c_d:1234", "20240:14", "ä:7"]) func reads(text: String) throws {
    #expect(try FileID(text).description == text)
  }

  @Test(arguments: [
    "ada:-1", "ada:1.5", "ada:x", "ada:", ":3", "ada", "", "ada:01", "ada:+1", "a b:1", "a/b:1",
    "ada:99999999999999999999",
  ])
  func refuses(text: String) {
    #expect(throws: MalformedValue.self) { try FileID(text) }
  }

  @Test func tellsAReferenceFromAnID() {
    #expect {
      try FileID("ada:3:1c9e07")
    } throws: { error in
      (error as? MalformedValue)?.help == "the file is 'ada:3'"
    }
  }

  @Test func readsAddressesOfPages() throws {
    for text in [
      "https://plotly.example.com/~ada/10", "https://plotly.example.com/~ada/10/",
      "https://plotly.example.com/~ada/10/a-slug/",
      "https://plotly.example.com/~ada/10/?share_key=abc", "https://plotly.example.com/~ada/10.embed",
      "https://plotly.example.com/~ada/10.png",
    ] {
      let url = try #require(URL(string: text))
      #expect(try FileID(webURL: url) == FileID("ada:10"), "\(text)")
    }
    for text in [
      "https://plotly.example.com/~ada", "https://plotly.example.com/ada/10", "https://plotly.example.com/~ada/-1",
    ] {
      let url = try #require(URL(string: text))
      #expect(FileID(webURL: url) == nil, "\(text)")
    }
  }

  @Test func readsReferences() throws {
    #expect(try SourceReference("ada:3:1c9e07").columns == ["1c9e07"])
    #expect(try SourceReference("ada:3:1c9e07,b2740d").columns == ["1c9e07", "b2740d"])
    #expect(try SourceReference("ada:3:1c9e07,b2740d").description == "ada:3:1c9e07,b2740d")
    for text in ["ada:3:", "ada:3", "x", "ada:-1:abc", "ada:3:a,", "ada:3:a b", "ada:3:a:b"] {
      #expect(throws: MalformedValue.self, "\(text)") { try SourceReference(text) }
    }
  }

  @Test func dividesPaths() throws {
    let path = try RemotePath("lab/2024/iv/")
    #expect(path.folder == "lab/2024" && path.name == "iv" && path.description == "lab/2024/iv")
    #expect(try RemotePath("/iv").description == "iv")
    for text in ["", "/", "a//b", " a", "a /b"] {
      #expect(throws: MalformedValue.self, "\(text)") { try RemotePath(text) }
    }
    #expect(throws: MalformedValue.self) { try RemotePath(folder: "lab", name: "a/b") }
  }
}
