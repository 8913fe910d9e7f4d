package import LoopbackServer
import Synchronization

/// A double of a Chart Studio server on this computer: it keeps users, files, folders, grids and plots, answers as the service is
/// known to, refuses what it refused, and goes wrong on demand.
///
/// Real HTTP, one port each. It ends with the value.
package final class StudioDouble: Sendable {
  private let server: LoopbackServer
  private let core: DoubleCore

  /// Starts a double with one user, `ada`, whose key is ``keyOfAda``.
  package init() throws {
    let core = DoubleCore()
    self.core = core
    server = try LoopbackServer { core.reply($0) }
    core.setBase(server.url)
  }

  package static let keyOfAda = "key-of-ada"

  /// `http://127.0.0.1:8123`.
  package var url: String { server.url }
  /// All requests so far.
  package var requests: [Request] { server.requests }
  /// `GET /v2/files/lookup` and so on, in order.
  package var calls: [String] { requests.map { "\($0.method) \($0.path)" } }

  package func stop() { server.stop() }

  // MARK: - What goes wrong

  /// Lets the request with this number (0-based, counted from now on) go wrong, once.
  package func fail(_ number: Int, _ fault: Fault) {
    core.settings.withLock { settings in
      settings.count = 0
      settings.fault = (number, fault)
    }
  }

  /// Calls `body` when the request with this number (0-based, counted from now on) has come, before or after it is carried out.
  package func interrupt(_ number: Int, afterwards: Bool, _ body: @escaping @Sendable () -> Void) {
    core.settings.withLock { settings in
      settings.count = 0
      settings.interruption = (number, afterwards, body)
    }
  }

  /// How many looks it takes until a share key works, and how many until a name is free again.
  package func setDelays(shareKey: Int = 0, deletion: Int = 0) {
    core.settings.withLock {
      $0.keyDelay = shareKey; $0.deletionDelay = deletion
    }
  }

  /// The largest body that is taken; a front end answers others with 413 in HTML.
  package func setBodyLimit(_ bytes: Int) { core.settings.withLock { $0.bodyLimit = bytes } }

  package func setPageSize(_ size: Int) { core.settings.withLock { $0.pageSize = size } }

  package func addUser(_ name: String, key: String) { core.store.withLock { $0.users[name] = key } }

  // MARK: - What is there

  /// A file as a test sees it.
  package struct File: Sendable, Equatable {
    package let fid: String
    package let type: String
    package let path: String
    package let isDeleted: Bool
    package let isWorldReadable: Bool
    package let isShareKeyEnabled: Bool
    package let metadata: String
    /// Names, uids and cells as JSON, in order.
    package let columns: [Column]
    package let figure: String
  }

  package struct Column: Sendable, Equatable {
    package let name: String
    package let uid: String
    package let cells: String
  }

  /// All files, those in the trash too, in the order in which they were made.
  package var files: [File] {
    core.store.withLock { store in
      store.files.map { file in
        File(
          fid: file.fid, type: file.type, path: String(store.path(file).dropFirst()), isDeleted: file.isDeleted,
          isWorldReadable: file.isWorldReadable, isShareKeyEnabled: file.isShareKeyEnabled,
          metadata: file.metadata.text,
          columns: file.orderedColumns.map {
            Column(name: $0.name, uid: $0.uid, cells: DoubleValue.array($0.cells).text)
          },
          figure: file.content.text)
      }
    }
  }

  package func files(_ type: String) -> [File] { files.filter { $0.type == type && !$0.isDeleted } }
}
