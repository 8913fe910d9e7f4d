/// The value of the header `Plotly-Client-Platform`, which every request carries: a name and, behind a space, the version of the
/// client, of digits and periods.
public struct ClientPlatform: Hashable, Sendable, CustomStringConvertible {
  public let name: String
  /// Nil for none.
  public let version: String?

  /// - Throws: ``MalformedValue`` where the server would read something else than is meant: an empty name, one that ends like a
  ///   version, or a version with other characters than digits and periods.
  public init(_ name: String, version: String? = nil) throws(MalformedValue) {
    guard let first = name.unicodeScalars.first, let last = name.unicodeScalars.last, first != " ", last != " ",
      name.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
    else {
      throw MalformedValue("'\(name)' is no name of a platform", help: "it is visible text without spaces around it")
    }
    if version == nil, let word = name.split(separator: " ").last, ClientPlatform.looksLikeVersion(word) {
      throw MalformedValue("the platform '\(name)' ends like a version", help: "give the version of the client, too")
    }
    if let version, !ClientPlatform.isVersion(version) {
      throw MalformedValue(
        "'\(version)' is no version of a client", help: "write digits and periods, such as '1.0.2', without a suffix")
    }
    self.name = name
    self.version = version
  }

  /// Reads a header's value as a server does: the last word is the version if it has only digits and periods. Nil for a value
  /// that names no platform.
  public init?(header value: String) {
    let trimmed = value.split(separator: " ").isEmpty ? "" : value
    guard !trimmed.isEmpty, !value.hasPrefix(" "), !value.hasSuffix(" ") else { return nil }
    let words = value.split(separator: " ")
    if let last = words.last, ClientPlatform.looksLikeVersion(last) {
      guard words.count > 1 else { return nil }
      var name = value.dropLast(last.count)
      while name.hasSuffix(" ") { name.removeLast() }
      self.name = String(name)
      version = String(last)
    } else {
      name = value
      version = nil
    }
  }

  /// That of this library; pre-release tags are no part of it.
  package static func figlint(version: String) -> ClientPlatform {
    let stable = version.prefix { $0 == "." || $0.isASCII && $0.isNumber }
    return (try? ClientPlatform("Swift figlint", version: String(stable))) ?? ClientPlatform(trusted: "Swift figlint")
  }

  private init(trusted name: String) {
    self.name = name
    version = nil
  }

  public var description: String { version.map { "\(name) \($0)" } ?? name }

  private static func looksLikeVersion(_ word: Substring) -> Bool {
    !word.isEmpty && word.utf8.allSatisfy { 0x30...0x39 ~= $0 || $0 == UInt8(ascii: ".") }
  }

  private static func isVersion(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } }
  }
}
