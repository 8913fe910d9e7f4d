/// A pattern for paths as git understands it in a `.gitignore` (gitignore(5); wildmatch.c of git 2.39 with WM_PATHNAME).
///
/// `*` stands for any bytes but `/`, `?` for one of them, `[a-z]`, `[!a-z]` and `[[:alpha:]]` for one of a set, `**` between
/// slashes or the ends for any number of directories; a backslash takes away the meaning of what follows. Like git, it
/// matches bytes, not characters.
package struct GlobPattern: Sendable {
  /// One step of the pattern.
  enum Token: Equatable, Sendable {
    case byte(UInt8)
    /// One byte out of a set, in which `/` never is.
    case set(ByteSet)
    /// Any bytes but `/`, also none.
    case star
    /// Any bytes, also none.
    case doubleStar
    /// No bytes, or any that end with `/`: `**/`.
    case directories
  }

  private let tokens: [Token]
  /// False for patterns that git takes for broken, such as `[a`: they match nothing.
  private let isValid: Bool

  /// - Complexity: O(length).
  package init(_ pattern: String) { self.init(Array(pattern.utf8)[...]) }

  init(_ pattern: ArraySlice<UInt8>) {
    var parser = GlobParser(pattern)
    isValid = parser.parse()
    tokens = isValid ? parser.tokens : []
  }

  /// Whether the pattern matches all of `path`.
  ///
  /// Two places are enough to come back to: a `*` may always take the least it can, since what follows it up to the next
  /// `*` gets no more room if it takes more; and the same is true of `**`, one level up.
  ///
  /// - Complexity: O(`path.count` × pattern length) where there is no `**`, and no recursion.
  package func matches(_ path: Span<UInt8>) -> Bool {
    guard isValid else { return false }
    var position = 0
    var token = 0
    var star: Retry?
    var doubleStar: Retry?
    while true {
      if token < tokens.count {
        switch tokens[token] {
        case .star:
          star = Retry(token: token, position: position)
          token += 1
          continue
        case .doubleStar, .directories:
          doubleStar = Retry(token: token, position: position)
          star = nil
          token += 1
          continue
        case .byte(let byte):
          if position < path.count, path[position] == byte {
            token += 1
            position += 1
            continue
          }
        case .set(let set):
          if position < path.count, set.contains(path[position]) {
            token += 1
            position += 1
            continue
          }
        }
      } else if position == path.count {
        return true
      }
      if let last = star, last.position < path.count, path[last.position] != UInt8(ascii: "/") {
        star?.position += 1
        position = last.position + 1
        token = last.token + 1
      } else if var last = doubleStar, advance(&last, in: path) {
        doubleStar = last
        star = nil
        position = last.position
        token = last.token + 1
      } else {
        return false
      }
    }
  }

  /// A token to come back to, and up to where it takes the path when it does.
  private struct Retry {
    let token: Int
    var position: Int
  }

  /// Lets a `**` take more; false where the path is used up.
  private func advance(_ retry: inout Retry, in path: Span<UInt8>) -> Bool {
    repeat {
      guard retry.position < path.count else { return false }
      retry.position += 1
    } while tokens[retry.token] == .directories && path[retry.position - 1] != UInt8(ascii: "/")
    return true
  }
}

/// A set of bytes.
struct ByteSet: Equatable, Sendable {
  private var words: SIMD4<UInt64> = .zero

  func contains(_ byte: UInt8) -> Bool { words[Int(byte >> 6)] >> UInt64(byte & 63) & 1 == 1 }

  mutating func insert(_ byte: UInt8) { words[Int(byte >> 6)] |= 1 << UInt64(byte & 63) }
  mutating func remove(_ byte: UInt8) { words[Int(byte >> 6)] &= ~(1 << UInt64(byte & 63)) }
  mutating func formUnion(_ bytes: ClosedRange<UInt8>) { for byte in bytes { insert(byte) } }
  mutating func invert() { words = ~words }
}
