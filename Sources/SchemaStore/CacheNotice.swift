package import SystemIO

/// Something about the cache that did not keep the work from being done.
package enum CacheNotice: Error, Equatable, Sendable, CustomStringConvertible {
  /// A file that is not what was written, or that another version of figlint has written: it was passed over, and made anew where
  /// that was possible.
  case damaged(path: String)
  /// What was made could not be kept.
  case notKept(FileError)

  package var description: String {
    switch self {
    case .damaged(let path): "'\(path)' in the cache is damaged and was passed over"
    case .notKept(let error): "the compiled schema is not cached: \(error.message)"
    }
  }
}
