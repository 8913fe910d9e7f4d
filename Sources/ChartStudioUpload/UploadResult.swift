public import ChartStudio

/// What is stored now.
public struct UploadResult: Sendable, Hashable {
  /// The plot; nil where a grid alone was stored.
  public var plot: FileRecord?
  /// The grid; nil for a figure without arrays.
  public var grid: FileRecord?
  /// Whether nothing had to be done: all of it was there.
  public var wasThere = false
  /// What the server warns of.
  public var warnings: [String] = []

  /// The address of the page to look at.
  public var address: String? { (plot ?? grid)?.address }
}
