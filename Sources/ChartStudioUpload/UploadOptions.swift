public import ChartStudio

/// How a figure or a grid is stored.
public struct UploadOptions: Sendable, Hashable {
  /// Folder and name on the server.
  public var path: RemotePath
  public var existing: ExistingFiles = .keep
  /// Who can see it; nil for private, and for files that are updated for what they are.
  public var sharing: Sharing?
  /// What is attached to the grid; nil for nothing.
  public var metadata: JSONText?

  public init(_ path: RemotePath) { self.path = path }

  /// What happens to files that have the name already.
  public enum ExistingFiles: String, Sendable, CaseIterable {
    /// They stay: one with just this content counts as stored, any other one is an error.
    case keep
    /// They stay, and new ones get a free name.
    case beside
    /// They are updated: ids, addresses and the uids of columns stay, so that other plots stay good.
    case update
  }
}
