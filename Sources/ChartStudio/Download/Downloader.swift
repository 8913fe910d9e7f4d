/// Fetches what was stored, whole: figures with their data, grids with all cells.
public struct Downloader: Sendable {
  private let client: StudioClient

  public init(_ client: StudioClient) { self.client = client }

  /// What was fetched.
  public struct Download: Sendable {
    public let record: FileRecord
    /// A figure, a grid (`{"cols": …}`), or whatever the file holds.
    public let content: JSONText
    /// References whose columns cannot be read with these credentials.
    public let unresolved: [SourceReference]
  }

  /// Fetches a file.
  ///
  /// - Parameters:
  ///   - shareKey: The key of a secret file of somebody else.
  ///   - keepsReferences: Whether a figure stays as it is stored, with references in place of its data.
  public func fetch(
    _ id: FileID, shareKey: Secret? = nil, keepsReferences: Bool = false
  ) async throws(ClientError) -> Download {
    let record = try await client.send(Files.retrieve(id, shareKey: shareKey))
    switch record.filetype {
    case .plot? where keepsReferences:
      let figure = try await client.send(Plots.content(id, shareKey: shareKey))
      return Download(record: record, content: ReferenceFiller().filled(figure).figure, unresolved: [])
    case .plot?:
      let (figure, unresolved) = try await figure(id, shareKey)
      return Download(record: record, content: figure, unresolved: unresolved)
    case .grid?:
      let columns = try await client.send(Grids.content(id, shareKey: shareKey))
      return Download(record: record, content: columns.json, unresolved: [])
    case .dashboard?, .presentation?:
      let content = record.content.flatMap { try? JSONText(parsing: $0) }
      return Download(record: record, content: content ?? record.json, unresolved: [])
    default:
      return Download(
        record: record, content: try await client.send(Files.content(id, shareKey: shareKey)), unresolved: [])
    }
  }

  /// A figure with its data. The server is asked to put them in; what it leaves out is fetched grid by grid.
  private func figure(_ id: FileID, _ shareKey: Secret?) async throws(ClientError) -> (JSONText, [SourceReference]) {
    let figure = try await client.send(Plots.content(id, shareKey: shareKey, inlineData: true))
    var filler = ReferenceFiller()
    for grid in ReferenceFiller.neededGrids(figure) {
      do throws(ClientError) {
        filler.add(try await client.send(Grids.content(grid, shareKey: shareKey)).columns, of: grid)
      } catch {
        // A grid that is gone or not to be read is told as a reference that stays.
        guard let kind = error.refusal?.kind, [.notFound, .forbidden, .credentials].contains(kind) else { throw error }
      }
    }
    return filler.filled(figure)
  }
}
