/// The names of files at Chart Studio, and of columns of grids in figures.
///
/// `fid = username ":" idlocal`, where the number is written without leading zeros; a reference is a fid, another colon and
/// the uids of columns with commas between them.
package enum FileIDText {
  /// Whether a text is the name of a file: `ada:85`.
  package static func isFileID(_ text: some StringProtocol) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let user = parts.first, let number = parts.last else { return false }
    return isUser(user) && isNumber(number)
  }

  private static func isUser(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && !text.unicodeScalars.contains { "/?#".unicodeScalars.contains($0) || $0.properties.isWhitespace }
  }

  private static func isNumber(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { 0x30...0x39 ~= $0 } && (text.utf8.first != 0x30 || text.utf8.count == 1)
  }

  /// A reference taken apart.
  package struct Reference: Equatable, Sendable {
    /// `ada:85`
    package let file: String
    /// `ada`
    package let owner: String
    package let uids: [String]
  }

  /// Why a text is no reference.
  package enum Fault: Error, Equatable, Sendable {
    /// No colon: the name of a column, as a local editor writes it.
    case columnName
    case emptyPart
    case badUser
    case badNumber
    case badUID
  }

  /// Reads `ada:85:9ad27e` or `ada:85:9ad27e,4b1f0c`.
  package static func reference(_ text: String) throws(Fault) -> Reference {
    let parts = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count > 1 else { throw .columnName }
    guard parts.count == 3, !parts.contains(where: \.isEmpty) else { throw .emptyPart }
    guard isUser(parts[0]) else { throw .badUser }
    guard isNumber(parts[1]) else { throw .badNumber }
    let uids = parts[2].split(separator: ",", omittingEmptySubsequences: false)
    guard uids.allSatisfy({ uid in !uid.isEmpty && uid.utf8.allSatisfy(isAlphanumeric) }) else { throw .badUID }
    return Reference(file: "\(parts[0]):\(parts[1])", owner: String(parts[0]), uids: uids.map(String.init))
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    0x30...0x39 ~= byte || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte
  }
}
