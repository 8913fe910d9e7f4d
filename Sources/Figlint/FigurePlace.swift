import Diagnostics

/// A path in a file, seen as a place in a figure.
struct FigurePlace {
  let container: Container
  let trace: Int?
  /// Below the container, or below the trace.
  let path: [PathElement]
  /// From the root of a figure, also where the file is a part of one.
  let figurePath: [PathElement]
  /// RFC 6901, from the root of the file.
  let pointer: String

  /// - Parameters:
  ///   - path: from the root of the file.
  ///   - isTemplate: whether the file holds what stands at `layout.template`.
  init(_ path: [PathElement], isTemplate: Bool) {
    pointer = path.map(FigurePlace.pointerToken).joined()
    figurePath = isTemplate ? [.key("layout"), .key("template")] + path : path
    guard case .key(let key)? = figurePath.first, let container = Container(rawValue: key), container != .figure else {
      self.container = .figure
      trace = nil
      self.path = figurePath
      return
    }
    self.container = container
    if container == .data, figurePath.count > 1, case .index(let index) = figurePath[1] {
      trace = index
      self.path = Array(figurePath.dropFirst(2))
    } else {
      trace = nil
      self.path = Array(figurePath.dropFirst())
    }
  }

  private static func pointerToken(_ element: PathElement) -> String {
    switch element {
    case .index(let index): return "/\(index)"
    case .key(let key):
      guard key.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return "/" + key }
      // By scalars: a slash with an accent is one character, but its slash counts.
      return "/"
        + String(
          String.UnicodeScalarView(
            key.unicodeScalars.flatMap { scalar -> [Unicode.Scalar] in
              switch scalar {
              case "~": ["~", "0"]
              case "/": ["~", "1"]
              default: [scalar]
              }
            }))
    }
  }
}
