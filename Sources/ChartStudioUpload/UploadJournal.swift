import ChartStudio
import Foundation
import JSONCore

/// What was done of an upload, in a file of its own, so that one that was interrupted can be run again and finishes the rest.
///
/// An entry is written before a file is created on the server: whoever finds a file there that was about to be created knows that
/// it is the upload's own. Nothing in an entry is secret.
public struct UploadJournal: Sendable {
  /// The folder of all entries; nil to keep none.
  private let folder: String?

  /// Entries older than that are forgotten, in seconds.
  private static let lifetime: TimeInterval = 30 * 24 * 3600

  /// - Parameter folder: An absolute path. It is made when it is needed.
  public init(folder: String) { self.folder = folder }

  private init() { folder = nil }

  /// Keeps nothing: an upload that is interrupted cannot be told from files of somebody else.
  public static var none: UploadJournal { UploadJournal() }

  /// What is known of one upload.
  struct Entry: Equatable, Sendable {
    var digest: String
    /// The name under which it is stored, if another one than asked for was free.
    var name: String
    var grid = Progress.nothing
    var plot = Progress.nothing
    /// Whether all was done.
    var isFinished = false
  }

  enum Progress: Equatable, Sendable {
    case nothing
    /// The request was about to go out.
    case sent
    case stored(FileID)

    var isBegun: Bool { self != .nothing }
  }

  // MARK: - Files

  /// The entry of an upload to `server` as `user`; nil for none, and for one that cannot be read.
  func entry(_ key: Key) -> Entry? {
    guard let path = path(key), let data = FileManager.default.contents(atPath: path),
      let json = try? JSONText(parsing: Array(data))
    else {
      return nil
    }
    return json.withView { view in
      guard view["version"]?.int == 1, let digest = view["digest"]?.string, let name = view["name"]?.string else {
        return nil
      }
      return Entry(
        digest: digest, name: name, grid: progress(view["grid"]), plot: progress(view["plot"]),
        isFinished: view["finished"]?.bool ?? false)
    }
  }

  /// Replaces the entry of an upload; a kill at any moment leaves the one before or this one.
  func write(_ entry: Entry, _ key: Key) throws(JournalError) {
    guard let folder, let path = path(key) else { return }
    var json = JSONWriter()
    json.object { json in
      json.member("version", 1)
      json.member("path", key.path)
      json.member("digest", entry.digest)
      json.member("name", entry.name)
      json.key("grid")
      json.string(text(entry.grid))
      json.key("plot")
      json.string(text(entry.plot))
      json.member("finished", entry.isFinished)
    }
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try Data(json.finish()).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw JournalError(path: path, reason: (error as NSError).localizedDescription)
    }
  }

  /// Forgets entries that nobody has touched for a month.
  func prune() {
    guard let folder, let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { return }
    for name in names where name.hasSuffix(".json") {
      let path = folder + "/" + name
      let changed = try? FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
      if let changed, Date().timeIntervalSince(changed) > UploadJournal.lifetime {
        try? FileManager.default.removeItem(atPath: path)
      }
    }
  }

  /// What an entry is found by.
  struct Key: Sendable {
    let server: String
    let user: String
    let path: String
    /// Grids and plots of the same name are different uploads.
    let kind: String
  }

  private func path(_ key: Key) -> String? {
    let name = ContentDigest.hexadecimal([key.server, key.user, key.path, key.kind].joined(separator: "\n"))
    return folder.map { "\($0)/\(name).json" }
  }

  private func progress(_ view: JSONView?) -> Progress {
    switch view?.string {
    case "sent": .sent
    case let text?: (try? FileID(text)).map { .stored($0) } ?? .nothing
    case nil: .nothing
    }
  }

  private func text(_ progress: Progress) -> String {
    switch progress {
    case .nothing: ""
    case .sent: "sent"
    case .stored(let id): id.description
    }
  }
}

/// The journal could not be written, so that nothing was sent.
public struct JournalError: Error, Equatable, Sendable {
  public let path: String
  /// In the system's words.
  public let reason: String
}
