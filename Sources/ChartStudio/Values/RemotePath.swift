/// Where a file is in its owner's folders: `lab/2024/iv`.
public struct RemotePath: Hashable, Sendable, CustomStringConvertible {
  /// The folder's path, empty for the home folder.
  public let folder: String
  /// The name of the file, without a slash.
  public let name: String

  /// Reads a path; a slash at either end does not count.
  ///
  /// - Throws: ``MalformedValue`` for an empty part, and for blanks around one.
  public init(_ text: String) throws(MalformedValue) {
    let parts = try RemotePath.parts(of: text)
    guard let name = parts.last else {
      throw MalformedValue("a file has no name", help: "write it as FOLDER/NAME or NAME")
    }
    folder = parts.dropLast().joined(separator: "/")
    self.name = name
  }

  public init(folder: String, name: String) throws(MalformedValue) {
    self.folder = try RemotePath.parts(of: folder).joined(separator: "/")
    let parts = try RemotePath.parts(of: name)
    guard parts.count == 1, let name = parts.first else {
      throw MalformedValue("'\(name)' is no name of a file", help: "a name has no slash; the folder is given apart")
    }
    self.name = name
  }

  /// The same folder with another name.
  package func named(_ name: String) -> RemotePath { RemotePath(trusted: folder, name) }

  private init(trusted folder: String, _ name: String) {
    self.folder = folder
    self.name = name
  }

  /// The parts of a path of folders; none for the home folder.
  static func parts(of text: String) throws(MalformedValue) -> [String] {
    var trimmed = text[...]
    if trimmed.hasPrefix("/") { trimmed = trimmed.dropFirst() }
    if trimmed.hasSuffix("/") { trimmed = trimmed.dropLast() }
    guard !trimmed.isEmpty else { return [] }
    let parts = trimmed.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    for part in parts {
      guard let first = part.unicodeScalars.first, let last = part.unicodeScalars.last else {
        throw MalformedValue("the path '\(text)' has an empty part", help: "write one slash between two names")
      }
      guard !first.properties.isWhitespace, !last.properties.isWhitespace else {
        throw MalformedValue("the path '\(text)' has a name with blanks around it", help: "take the blanks away")
      }
    }
    return parts
  }

  public var description: String { folder.isEmpty ? name : folder + "/" + name }
}
