import JSONCore

/// What a Chart Studio server answers to `GET /v2/plot-schema`: `{"sha1": …, "modified": true, "schema": {…}}`.
struct StudioSchemaAnswer {
  /// The server's own fingerprint of its schema, with which to ask the next time. Nobody else can compute it.
  let sha1: String?
  let isModified: Bool

  /// Nil for what is no such answer. A schema without anything around is taken for one that is new.
  init?(_ body: [UInt8]) {
    let answer = body.withInputBytes { input -> (sha1: String?, isModified: Bool)? in
      guard input.count <= JSONTape.maximumLength, let tape = try? JSONTape(input), tape.kind(0) == .object else {
        return nil
      }
      if tape.member(0, "traces") != nil { return (nil, true) }
      let sha1 = tape.member(0, "sha1").flatMap { tape.kind($0) == .string ? tape.string($0) : nil }
      let hasSchema = tape.member(0, "schema").map { tape.kind($0) == .object } ?? false
      guard sha1 != nil || hasSchema else { return nil }
      let isModified = tape.member(0, "modified").map { tape.kind($0) != .false } ?? hasSchema
      return (sha1, isModified)
    }
    guard let answer else { return nil }
    (sha1, isModified) = answer
  }
}
