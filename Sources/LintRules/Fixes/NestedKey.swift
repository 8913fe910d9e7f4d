import Diagnostics
import FigureValidator
import JSONCore
import ValidationTree

/// A key that spells the place of its attribute below the object it stands in.
struct NestedKey {
  private let context: WordingContext
  private let key: Range<Int>
  /// The steps from the object to the attribute.
  let path: [PathElement]

  init(_ key: Range<Int>, _ path: [PathElement], _ context: WordingContext) {
    self.context = context
    self.key = key
    self.path = path
  }

  /// Reads the key of a problem; nil where it spells nothing.
  init?(_ problem: Problem, _ notation: JoinedPath.Notation, _ context: WordingContext) {
    guard case .unknownKey(.container(let container, _)) = problem.detail,
      let name = context.value(problem.range).text
    else { return nil }
    let path = Array(name.utf8).withInputBytes { bytes in
      JoinedPath.read(bytes, 0..<bytes.count, notation, below: container, in: problem.versions, context.tree)
    }
    guard var path else { return nil }
    // A text for an object that has one: a title.
    let text = path + [.key("text")]
    let value = MemberValue(behind: problem.range, context.bytes)
    if value?.kind == .string, context.tree.holds(text.names[...], below: container, in: problem.versions) {
      path = text
    }
    self.init(problem.range, path, context)
  }

  /// In plotly's notation: `marker.color`.
  var attribute: String {
    path.reduce(into: "") { text, step in
      switch step {
      case .key(let name): text += text.isEmpty ? name : ".\(name)"
      case .index(let index): text += "[\(index)]"
      }
    }
  }

  /// As JSON: `"marker": {"color": …}`.
  var nested: String {
    let inner = path.reversed().reduce("…") { inner, step in
      switch step {
      case .key(let name): "{\"\(name)\": \(inner)}"
      case .index: "[\(inner)]"
      }
    }
    return String(inner.dropFirst().dropLast())
  }

  /// The change that writes it nested. Nil for items of lists, and where that place is taken.
  func fix(as newValue: String? = nil) -> Fix? {
    let names = path.names
    guard names.count == path.count, let object = context.containers.last,
      let edits = MemberMove.edits(moving: key, inObjectAt: object, to: names, as: newValue, context.bytes)
    else { return nil }
    return Fix(isSafe: true, edits: edits)
  }
}

extension [PathElement] {
  /// The keys of the path, without indices.
  fileprivate var names: [String] {
    compactMap { step in
      if case .key(let name) = step { name } else { nil }
    }
  }
}
