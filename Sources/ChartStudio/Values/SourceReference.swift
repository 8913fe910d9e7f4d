/// What a `…src` attribute of a figure says: columns of a grid, written `ada:10:1c9e07` or, for an array of arrays,
/// `ada:10:1c9e07,b2740d`.
public struct SourceReference: Hashable, Sendable {
  public let grid: FileID
  /// The uids of the columns, at least one, in order.
  public let columns: [String]

  /// - Precondition: `columns` is not empty.
  public init(grid: FileID, columns: [String]) {
    precondition(!columns.isEmpty)
    self.grid = grid
    self.columns = columns
  }

  /// Reads a reference, which is divided at its first two colons.
  ///
  /// - Throws: ``MalformedValue``, also for the plain name of a column, which editors without a server write.
  public init(_ text: String) throws(MalformedValue) {
    let parts = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3 else {
      throw MalformedValue(
        "'\(text)' is no reference to a column", help: "write it as OWNER:NUMBER:UID, such as 'ada:10:1c9e07'")
    }
    let grid = try FileID("\(parts[0]):\(parts[1])")
    let columns = parts[2].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard columns.allSatisfy(SourceReference.isUID) else {
      throw MalformedValue(
        "'\(text)' names no column of its grid",
        help: "behind the second colon stand uids of letters and digits, divided by commas")
    }
    self.init(grid: grid, columns: columns)
  }

  static func isUID(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { 0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 & 0xDF }
  }
}

extension SourceReference: CustomStringConvertible {
  public var description: String { "\(grid):\(columns.joined(separator: ","))" }
}
