public import Foundation

/// The id of a file: its owner and its number among the owner's files, written `ada:10`.
public struct FileID: Hashable, Sendable {
  public let owner: String
  /// The `idlocal`: 0 or more.
  public let number: Int

  /// - Throws: ``MalformedValue`` for a name that no user can have, or a negative number.
  public init(owner: String, number: Int) throws(MalformedValue) {
    guard FileID.isUsername(owner) else {
      throw MalformedValue("'\(owner)' is no user name", help: "it has no white space and none of : / ? #")
    }
    guard number >= 0 else {
      throw MalformedValue("a file cannot have the number \(number)", help: "numbers start at 0")
    }
    self.owner = owner
    self.number = number
  }

  /// Reads `ada:10`.
  ///
  /// The grammar of the number is strict: decimal, no sign, no leading zero.
  public init(_ text: String) throws(MalformedValue) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      let isReference = parts.count == 3 && FileID.number(parts[1]) != nil
      throw MalformedValue(
        isReference ? "'\(text)' names a column, not a file" : "'\(text)' is no file id",
        help: isReference ? "the file is '\(parts[0]):\(parts[1])'" : FileID.advice)
    }
    guard let number = FileID.number(parts[1]) else {
      throw MalformedValue("'\(text)' is no file id", help: FileID.advice)
    }
    do throws(MalformedValue) {
      try self.init(owner: String(parts[0]), number: number)
    } catch {
      throw MalformedValue("'\(text)' is no file id: \(error.message)", help: FileID.advice)
    }
  }

  /// The id in the address of a file's page: `https://plotly.example.com/~ada/10/a-slug/?share_key=…`. Also that of its page for
  /// frames and of its images (`…/10.embed`, `…/10.png`).
  public init?(webURL: URL) {
    let parts = webURL.path.split(separator: "/")
    guard let user = parts.first, user.hasPrefix("~"), parts.count >= 2,
      let number = parts[1].split(separator: ".").first,
      let number = FileID.number(number), let id = try? FileID(owner: String(user.dropFirst()), number: number)
    else { return nil }
    self = id
  }

  private static let advice = "write it as OWNER:NUMBER, such as 'ada:10'"

  /// Rejects only what cannot stand in a URL or an id: the alphabet of names is not documented.
  static func isUsername(_ text: String) -> Bool {
    !text.isEmpty
      && text.unicodeScalars.allSatisfy { scalar in
        !scalar.properties.isWhitespace && scalar.value >= 0x20 && scalar.value != 0x7F
          && !":/?#".unicodeScalars.contains(scalar)
      }
  }

  /// A number without sign and leading zeros.
  static func number(_ text: Substring) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), text == "0" || !text.hasPrefix("0") else {
      return nil
    }
    return Int(text)
  }
}

extension FileID: CustomStringConvertible {
  public var description: String { "\(owner):\(number)" }
}
