#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What a system tells of changes in its files. Where it has no inotify, it tells nothing, and whoever asks must look again and again.
extension Platform {
  /// What ended a wait.
  enum Waiting: Equatable {
    case input
    case timeout
    /// Nobody reads any more what goes to the other descriptor.
    case readerWentAway
  }

  /// Waits until there is something to read, but no longer than so many milliseconds.
  ///
  /// - Parameters:
  ///   - input: -1 for none.
  ///   - output: the descriptor of which it matters that somebody reads it.
  static func wait(forInput input: Int32, orNobodyReading output: Int32, atMost milliseconds: Int) -> Waiting {
    var requests = [
      pollfd(fd: input, events: Int16(POLLIN), revents: 0), pollfd(fd: output, events: 0, revents: 0),
    ]
    // A signal that interrupts it ends the wait as if the time were over.
    guard unsafe poll(&requests, 2, Int32(clamping: milliseconds)) > 0 else { return .timeout }
    if requests[1].revents & Int16(POLLERR | POLLHUP) != 0 { return .readerWentAway }
    return requests[0].revents != 0 ? .input : .timeout
  }

  #if os(Linux)
    /// Changes that matter: a file has its content (as opposed to: is being written), a name came, went, or leads to another file, a
    /// directory came, or nobody will tell of this one any more. New files are told of when they are written; links are not.
    private static let changes = UInt32(
      IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF)

    /// A descriptor that tells of changes; nil where there is none to be had.
    static func openChangeNotices() -> Int32? {
      let descriptor = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
      return descriptor < 0 ? nil : descriptor
    }

    /// Asks for notices about a directory. The number is that of the directory: the same as before if it was asked for before.
    static func watch(_ directory: String, _ notices: Int32) throws(Failure) -> Int32 {
      let number = unsafe inotify_add_watch(notices, directory, changes | UInt32(IN_ONLYDIR))
      guard number >= 0 else { throw Failure.last }
      return number
    }

    /// Reads the notices that have come; whether one of them matters.
    static func hasChange(_ notices: Int32) -> Bool {
      var found = false
      var buffer = [UInt8](repeating: 0, count: 1 << 14)
      while true {
        let count = unsafe buffer.withUnsafeMutableBytes { unsafe Glibc.read(notices, $0.baseAddress, $0.count) }
        guard count > 0 else { return found }
        // inotify(7): four numbers of four bytes, the directory, the mask, a cookie and how long the name behind them is.
        var offset = 0
        while offset + 16 <= count {
          let mask = number(buffer, at: offset + 4)
          let isBeingMade = mask & UInt32(IN_CREATE) != 0 && mask & UInt32(IN_ISDIR) == 0
          if !isBeingMade { found = true }
          offset += 16 + Int(number(buffer, at: offset + 12))
        }
      }
    }

    private static func number(_ bytes: [UInt8], at offset: Int) -> UInt32 {
      unsafe bytes.withUnsafeBytes { unsafe $0.loadUnaligned(fromByteOffset: offset, as: UInt32.self) }
    }
  #else
    static func openChangeNotices() -> Int32? { nil }
    static func watch(_ directory: String, _ notices: Int32) throws(Failure) -> Int32 { throw Failure(code: ENOSYS) }
    static func hasChange(_ notices: Int32) -> Bool { false }
  #endif

  /// The time of day where the user is.
  static var timeOfDay: (hour: Int, minute: Int, second: Int) {
    var now = time(nil)
    var parts = unsafe tm()
    _ = unsafe localtime_r(&now, &parts)
    return unsafe (Int(parts.tm_hour), Int(parts.tm_min), Int(parts.tm_sec))
  }
}

/// What tells a file from what it was before: where two are alike, it is the same file and has not been written.
package struct FileVersion: Equatable, Sendable {
  private let device: UInt64
  private let number: UInt64
  private let size: Int
  /// When its content, and when anything about it was changed, in nanoseconds since 1970.
  private let modified: Int
  private let changed: Int

  /// The version of the file at `path`, links followed; nil where there is none.
  package init?(of path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    device = UInt64(truncatingIfNeeded: status.st_dev)
    number = UInt64(truncatingIfNeeded: status.st_ino)
    size = Int(status.st_size)
    #if canImport(Darwin)
      modified = nanoseconds(status.st_mtimespec)
      changed = nanoseconds(status.st_ctimespec)
    #else
      modified = nanoseconds(status.st_mtim)
      changed = nanoseconds(status.st_ctim)
    #endif
  }
}

private func nanoseconds(_ time: timespec) -> Int { Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec) }
