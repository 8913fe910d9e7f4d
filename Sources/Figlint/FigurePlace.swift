import Diagnostics

/// A path in a file, seen as a place in a figure.
struct FigurePlace {
  let container: Container
  let trace: Int?
  /// Below the container, or below the trace.
  let path: [PathElement]

  /// The steps from a figure to its template: what comes before the path in a file that holds a template alone.
  static let stepsToTemplate: [PathElement] = [.key("layout"), .key("template")]

  /// - Parameter figurePath: from the root of a figure.
  init(_ figurePath: [PathElement]) {
    guard case .key(let key)? = figurePath.first, let container = FigurePlace.container(key) else {
      container = .figure
      trace = nil
      path = figurePath
      return
    }
    self.container = container
    if container == .data, figurePath.count > 1, case .index(let index) = figurePath[1] {
      trace = index
      path = FigurePlace.path(figurePath, from: 2)
    } else {
      trace = nil
      path = FigurePlace.path(figurePath, from: 1)
    }
  }

  private static func path(_ path: [PathElement], from first: Int) -> [PathElement] {
    var rest: [PathElement] = []
    rest.reserveCapacity(path.count - first)
    for index in first..<path.count { rest.append(path[index]) }
    return rest
  }

  /// - Parameter path: from the root of something else than a figure.
  init(outsideOfFigures path: [PathElement]) {
    container = .figure
    trace = nil
    self.path = path
  }

  private static func container(_ key: String) -> Container? {
    switch key {
    case "data": .data
    case "layout": .layout
    case "frames": .frames
    case "config": .config
    default: nil
    }
  }
}
