/// Where a cached schema comes from.
package struct SchemaOrigin: Equatable, Sendable {
  package enum Kind: String, Sendable {
    case file
    case url
    /// The `plot-schema` endpoint of a Chart Studio server.
    case studio
  }

  package let kind: Kind
  /// The path, URL or domain as it may be shown: no user, password or query, which can be secrets.
  package let place: String
  /// The hash of the place with all it has, by which it is known again.
  package let fingerprint: SHA256

  /// - Parameters:
  ///   - place: What may be shown and kept.
  ///   - fullPlace: What it is known again by; only its hash is kept.
  package init(_ kind: Kind, _ place: String, fullPlace: String) {
    self.init(kind, place, fingerprint: SHA256(of: Array(fullPlace.utf8)))
  }

  init(_ kind: Kind, _ place: String, fingerprint: SHA256) {
    self.kind = kind
    self.place = place
    self.fingerprint = fingerprint
  }
}
