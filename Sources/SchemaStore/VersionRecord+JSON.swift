import JSONCore

extension VersionRecord {
  private static let format = "figlint cached schema 1"
  /// More than any record has.
  static let maximumLength = 1 << 16

  /// The bytes of the record's file: a JSON object in which the last member is the hash of what stands before it.
  var bytes: [UInt8] {
    var json = JSONWriter()
    var content: [UInt8] = []
    json.object { json in
      json.member("format", VersionRecord.format)
      json.member("version", name.description)
      json.key("origin")
      json.object { json in
        json.member("kind", origin.kind.rawValue)
        json.member("place", origin.place)
        json.member("sha256", origin.fingerprint.description)
      }
      json.member("etag", orNull: validators.entityTag)
      json.member("lastModified", orNull: validators.lastModified)
      json.member("sha1", orNull: validators.studioHash)
      json.member("bytes", byteCount)
      json.member("sha256", sha256.description)
      json.member("snapshot", snapshot.description)
      json.member("received", received)
      content = json.bytes
      json.member("check", String(VersionRecord.hash(content), radix: 16))
    }
    return json.finish() + "\n".utf8
  }

  /// Reads the file of the record called `name`; nil where it is not what was written, or not in the form of today.
  init?(_ bytes: [UInt8], named name: VersionName) {
    let read = bytes.withInputBytes { input in (try? JSONTape(input)).flatMap { VersionRecord($0, named: name) } }
    // One record has one text: that the hash is right, and all else, shows when it is written again.
    guard let read, read.bytes == bytes else { return nil }
    self = read
  }

  private init?(_ tape: JSONTape, named name: VersionName) {
    func text(_ object: Int?, _ key: StaticString) -> String? {
      object.flatMap { tape.member($0, key) }.flatMap { tape.kind($0) == .string ? tape.string($0) : nil }
    }
    func number(_ key: StaticString) -> Int? {
      tape.member(0, key).flatMap(tape.number).flatMap(Int.init(exactly:))
    }
    let origin = tape.member(0, "origin")
    guard text(0, "format") == VersionRecord.format, text(0, "version") == name.description,
      let kind = text(origin, "kind").flatMap(SchemaOrigin.Kind.init), let place = text(origin, "place"),
      let fingerprint = text(origin, "sha256").flatMap({ SHA256($0) }), let byteCount = number("bytes"),
      let sha256 = text(0, "sha256").flatMap({ SHA256($0) }),
      let snapshot = text(0, "snapshot").flatMap({ SHA256($0) }), let received = number("received")
    else { return nil }
    self.init(
      name: name, origin: SchemaOrigin(kind, place, fingerprint: fingerprint),
      validators: Validators(
        entityTag: text(0, "etag"), lastModified: text(0, "lastModified"), studioHash: text(0, "sha1")),
      byteCount: byteCount, sha256: sha256, snapshot: snapshot, received: received)
  }

  private static func hash(_ bytes: [UInt8]) -> UInt64 {
    bytes.withInputBytes { KeyHash($0, 0..<$0.count).value }
  }
}
