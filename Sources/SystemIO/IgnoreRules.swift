/// The lines of one `.gitignore`, or a list of globs with the same meaning (gitignore(5)).
package struct IgnoreRules: Sendable {
  package enum Verdict: Equatable, Sendable {
    case ignored
    /// A line that begins with `!` takes the path in again.
    case included
  }

  private struct Rule: Sendable {
    let matcher: Matcher
    let verdict: Verdict
    let isForDirectories: Bool
  }

  /// How a line is compared; most lines need no pattern.
  private enum Matcher: Sendable {
    /// The last part of the path is this.
    case name([UInt8])
    /// The last part of the path ends so: `*.log`.
    case nameSuffix([UInt8])
    case namePattern(GlobPattern)
    /// The whole path starts with these bytes, and the rest matches the pattern; without one nothing is left.
    case path(prefix: [UInt8], rest: GlobPattern?)
  }

  private var rules: [Rule] = []

  /// No rules.
  package init() {}

  /// Reads the text of a `.gitignore`.
  package init(_ text: Span<UInt8>) {
    var line: [UInt8] = []
    var start = text.count >= 3 && text[0] == 0xEF && text[1] == 0xBB && text[2] == 0xBF ? 3 : 0
    while start < text.count {
      line.removeAll(keepingCapacity: true)
      while start < text.count, text[start] != UInt8(ascii: "\n") {
        line.append(text[start])
        start += 1
      }
      if start < text.count, line.last == UInt8(ascii: "\r") { line.removeLast() }
      start += 1
      guard let first = line.first, first != UInt8(ascii: "#") else { continue }
      Self.trimSpaces(&line)
      add(line[...])
    }
  }

  /// Takes each glob for a line.
  package init(globs: [String]) {
    for glob in globs { add(Array(glob.utf8)[...]) }
  }

  package var isEmpty: Bool { rules.isEmpty }

  /// What the last line that matches says; nil where none does. Directories above are not considered.
  ///
  /// - Parameter path: The path from the directory the rules stand in, its parts divided by `/`, none at the ends.
  /// - Complexity: O(lines × length of the path).
  package func verdict(on path: Span<UInt8>, isDirectory: Bool) -> Verdict? {
    var nameStart = path.count
    while nameStart > 0, path[nameStart - 1] != UInt8(ascii: "/") { nameStart -= 1 }
    let name = path.extracting(nameStart..<path.count)
    for rule in rules.reversed() where isDirectory || !rule.isForDirectories {
      let matches =
        switch rule.matcher {
        case .name(let bytes): name.count == bytes.count && name.hasSuffix(bytes)
        case .nameSuffix(let bytes): name.hasSuffix(bytes)
        case .namePattern(let pattern): pattern.matches(name)
        case .path(let prefix, let rest):
          path.hasPrefix(prefix)
            && (rest.map { $0.matches(path.extracting(droppingFirst: prefix.count)) } ?? (path.count == prefix.count))
        }
      if matches { return rule.verdict }
    }
    return nil
  }

  /// Drops the spaces at the end that no backslash keeps.
  private static func trimSpaces(_ line: inout [UInt8]) {
    var trailing: Int?
    var index = 0
    while index < line.count {
      if line[index] == UInt8(ascii: " ") {
        trailing = trailing ?? index
      } else {
        trailing = nil
        if line[index] == UInt8(ascii: "\\") { index += 1 }
      }
      index += 1
    }
    if let trailing { line.removeSubrange(trailing...) }
  }

  private mutating func add(_ line: ArraySlice<UInt8>) {
    let slash = UInt8(ascii: "/")
    var pattern = line
    var verdict = Verdict.ignored
    if pattern.first == UInt8(ascii: "!") {
      verdict = .included
      pattern = pattern.dropFirst()
    }
    let isForDirectories = pattern.last == slash
    if isForDirectories { pattern = pattern.dropLast() }
    guard !pattern.isEmpty else { return }
    let matcher: Matcher
    let literalCount = pattern.prefix { !Self.isSpecial($0) }.count
    if pattern.contains(slash) {
      if pattern.first == slash { pattern = pattern.dropFirst() }
      // As git does, which makes the `**` of `a**/b` one between slashes.
      let prefix = Array(pattern.prefix { !Self.isSpecial($0) })
      let rest = pattern.dropFirst(prefix.count)
      matcher = .path(prefix: prefix, rest: rest.isEmpty ? nil : GlobPattern(rest))
    } else if literalCount == pattern.count {
      matcher = .name(Array(pattern))
    } else if pattern.first == UInt8(ascii: "*"), !pattern.dropFirst().contains(where: Self.isSpecial) {
      matcher = .nameSuffix(Array(pattern.dropFirst()))
    } else {
      matcher = .namePattern(GlobPattern(pattern))
    }
    rules.append(Rule(matcher: matcher, verdict: verdict, isForDirectories: isForDirectories))
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "\\")
  }
}

extension Span<UInt8> {
  fileprivate func hasPrefix(_ bytes: [UInt8]) -> Bool {
    guard bytes.count <= count else { return false }
    for index in bytes.indices where self[index] != bytes[index] { return false }
    return true
  }

  fileprivate func hasSuffix(_ bytes: [UInt8]) -> Bool {
    guard bytes.count <= count else { return false }
    let start = count - bytes.count
    for index in bytes.indices where self[start + index] != bytes[index] { return false }
    return true
  }
}
