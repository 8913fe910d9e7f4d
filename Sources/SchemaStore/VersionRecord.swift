/// What the cache knows of one version: the small file under its name.
///
/// It is replaced as a whole, so that whoever reads it sees one state or the next and never a mixture.
package struct VersionRecord: Equatable, Sendable {
  package let name: VersionName
  package let origin: SchemaOrigin
  /// What the server said about the content, to ask whether it is still the same.
  package let validators: Validators
  /// The size of the schema as it was received, in bytes.
  package let byteCount: Int
  /// The hash of the schema as it was received, which a user can pin.
  package let sha256: SHA256
  /// The hash of the snapshot, which is the name of its file.
  package let snapshot: SHA256
  /// When it was received, in seconds since 1970 (UTC).
  package let received: Int

  package init(
    name: VersionName, origin: SchemaOrigin, validators: Validators = Validators(), byteCount: Int, sha256: SHA256,
    snapshot: SHA256, received: Int
  ) {
    self.name = name
    self.origin = origin
    self.validators = validators
    self.byteCount = byteCount
    self.sha256 = sha256
    self.snapshot = snapshot
    self.received = received
  }

  /// What a server gave to ask with next time. Any of it may be missing.
  package struct Validators: Equatable, Sendable {
    /// The header `ETag`.
    package var entityTag: String?
    /// The header `Last-Modified`.
    package var lastModified: String?
    /// The `sha1` that a Chart Studio server gave: its own fingerprint, not one that can be computed.
    package var studioHash: String?

    package init(entityTag: String? = nil, lastModified: String? = nil, studioHash: String? = nil) {
      self.entityTag = entityTag
      self.lastModified = lastModified
      self.studioHash = studioHash
    }
  }
}
