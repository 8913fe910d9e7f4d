import Foundation
import PlotSchema
import Testing

@Suite struct SnapshotTests {
  @Test func everySnapshotReadsBackAsItself() throws {
    let snapshots = try Files.snapshots()
    #expect(snapshots.count >= 34)
    for (version, bytes) in snapshots {
      let schema = try SnapshotReader.read(bytes)
      #expect(schema.origin.version == version)
      #expect(SnapshotWriter.write(schema) == bytes, "\(version)")
    }
  }

  @Test func snapshotsAreSmallAndPlain() throws {
    let snapshots = try Files.snapshots()
    #expect(snapshots.reduce(0) { $0 + $1.bytes.count } < 6_000_000)
    for (version, bytes) in snapshots {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("\"description\":\"") && !text.contains("\"editType\":\""), "\(version)")
      #expect(text.hasSuffix("}\n") && !text.hasSuffix("\n\n"))
      #expect(SnapshotReader.isSnapshot(bytes))
    }
  }

  /// Snapshots are facts about plotly.js, not written by hand: making them anew changes nothing.
  @Test(arguments: Files.originals().map(\.version))
  func snapshotIsThatOfItsSource(version: String) throws {
    let original = try #require(Files.originals().first { $0.version == version })
    let bytes = try Files.content(of: original.file)
    let (schema, warnings) = try SchemaReader.read(bytes, version: version)
    #expect(warnings.isEmpty)
    let committed = Array(try Data(contentsOf: Files.snapshotFolder.appending(path: "\(version).json")))
    #expect(SnapshotWriter.write(schema) == committed)
  }

  @Test func keepsWordsThatNeedEscapes() throws {
    let source =
      #"{"traces":{"a":{"attributes":{"q\"\\\n\u0001é😀":{"valType":"enumerated","values":["\t","",0.1,1e21,-0.5,1e-7,true,null],"dflt":"a\"b"}},"categories":["c"],"animatable":false}},"#
      + #""layout":{"layoutAttributes":{}},"transforms":{}}"#
    let (schema, _) = try SchemaReader.read(Array(source.utf8), version: nil)
    let snapshot = SnapshotWriter.write(schema)
    let back = try SnapshotReader.read(snapshot)
    #expect(SnapshotWriter.write(back) == snapshot)
    #expect(back.origin == schema.origin)
    #expect(back.words.text(back.containers[back.traces[0].attributes].members[0].name) == "q\"\\\n\u{1}é😀")
    #expect(back.transforms?.isEmpty == true)
    // Another reader agrees that it is JSON, and on the values.
    let json = try #require(try JSONSerialization.jsonObject(with: Data(snapshot)) as? [String: Any])
    let attributes = try #require(json["attributes"] as? [String: [String: Any]])
    let values = try #require(attributes.values.first?["values"] as? [Any])
    #expect(values.dropFirst(2).prefix(4).map { $0 as? Double } == [0.1, 1e21, -0.5, 1e-7])
  }

  @Test(arguments: [
    ("{}", "the snapshot format '' is not known"),
    (#"{"format":"figlint schema snapshot 999"}"#, "the snapshot format 'figlint schema snapshot 999' is not known"),
    (#"{"format":"F"}"#, "'source' is missing"),
    (#"{"format":"F","source":{"bytes":1}}"#, "source: expected the hash and the size of the source"),
    (
      #"{"format":"F","source":{"bytes":1,"fnv1a":"0"},"attributes":{"a":{"valType":"nil"}}}"#,
      "attributes.a: unknown valType 'nil'"
    ),
    (
      #"{"format":"F","source":{"bytes":1,"fnv1a":"0"},"attributes":{"a":{"valType":"info_array","items":"a"}}}"#,
      "attributes.a.items: 'a' is not defined before"
    ),
    (
      #"{"format":"F","source":{"bytes":1,"fnv1a":"0"},"attributes":{"a":{"valType":"any"},"a":{"valType":"any"}}}"#,
      "attributes.a: 'a' is defined twice"
    ),
    (
      #"{"format":"F","source":{"bytes":1,"fnv1a":"0"},"attributes":{},"containers":{"c":{"x":"{c}"}}}"#,
      "containers.c: '{c}' is not defined before"
    ),
    (
      #"{"format":"F","source":{"bytes":1,"fnv1a":"0"},"attributes":{"a":{"valType":"any"}},"containers":{"c":{"y":"a","x":"a"}}}"#,
      "containers.c.x: expected members in order"
    ),
    (
      #"{"format":"F","source":{"bytes":1,"fnv1a":"0"},"attributes":{"a":{"valType":"any"}},"containers":{},"traces":{"t":{"attributes":"a"}}}"#,
      "traces.t: expected the name of a container"
    ),
    (
      #"{"format":"F","source":{"bytes":1,"fnv1a":"0"},"attributes":{},"containers":{},"traces":{}}"#,
      "'layout' is missing"
    ),
  ])
  func refusesWhatIsNoSnapshot(text: String, message: String) {
    let text = text.replacingOccurrences(of: "\"F\"", with: "\"\(SnapshotWriter.format)\"")
    do throws(SchemaError) {
      _ = try SnapshotReader.read(Array(text.utf8))
      Issue.record("read: \(text)")
    } catch {
      #expect(error.description == message)
    }
  }
}
