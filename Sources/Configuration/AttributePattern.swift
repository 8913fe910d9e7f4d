package import Diagnostics

/// Places in figures: `data[*].marker`, `layout.xaxis*.title`, `frames[0]`. A place stands for all below it, too.
package struct AttributePattern: Sendable, Equatable {
  private enum Step: Equatable {
    /// A key, in which `*` stands for any characters.
    case key([Character])
    /// An index, 0-based.
    case index(Int)
    case anyIndex
  }

  private let steps: [Step]

  /// Reads a pattern; nil for what is none.
  package init?(_ text: String) {
    var steps: [Step] = []
    var rest = text[...]
    while !rest.isEmpty {
      if rest.first == "[" {
        guard let end = rest.firstIndex(of: "]") else { return nil }
        let inside = rest[rest.index(after: rest.startIndex)..<end]
        if inside == "*" {
          steps.append(.anyIndex)
        } else if let index = Int(inside), index >= 0 {
          steps.append(.index(index))
        } else {
          return nil
        }
        rest = rest[rest.index(after: end)...]
      } else {
        if !steps.isEmpty {
          guard rest.first == "." else { return nil }
          rest = rest.dropFirst()
        }
        let key = rest.prefix { $0 != "." && $0 != "[" }
        guard !key.isEmpty else { return nil }
        steps.append(.key(Array(key)))
        rest = rest.dropFirst(key.count)
      }
    }
    guard !steps.isEmpty else { return nil }
    self.steps = steps
  }

  /// Whether a finding is at such a place, or below one.
  package func holds(_ finding: Finding) -> Bool {
    var path = finding.path
    if let trace = finding.trace { path.insert(.index(trace), at: 0) }
    if finding.container != .figure { path.insert(.key(finding.container.rawValue), at: 0) }
    guard path.count >= steps.count else { return false }
    return zip(steps, path).allSatisfy { step, element in
      switch (step, element) {
      case (.key(let pattern), .key(let name)): Self.matches(pattern[...], Array(name)[...])
      case (.index(let index), .index(let other)): index == other
      case (.anyIndex, .index): true
      default: false
      }
    }
  }

  /// Whether a name matches a pattern, whose stars take as little as they can. O(pattern × name).
  private static func matches(_ pattern: ArraySlice<Character>, _ name: ArraySlice<Character>) -> Bool {
    var (pattern, name) = (pattern, name)
    var star: (pattern: ArraySlice<Character>, name: ArraySlice<Character>)?
    while true {
      if pattern.first == "*" {
        pattern = pattern.dropFirst()
        star = (pattern, name)
      } else if let first = name.first, pattern.first == first {
        pattern = pattern.dropFirst()
        name = name.dropFirst()
      } else if pattern.isEmpty, name.isEmpty {
        return true
      } else if let last = star, !last.name.isEmpty {
        star = (last.pattern, last.name.dropFirst())
        (pattern, name) = (last.pattern, last.name.dropFirst())
      } else {
        return false
      }
    }
  }
}
