import FigureValidator
import JSONCore

/// What a button of a menu or a step of a slider does when it is chosen: the method of plotly.js and its arguments.
struct MenuCommand {
  /// `restyle`, `relayout`, `update`, `animate` or `skip`.
  let method: String
  /// The arguments one by one, with their kinds and bytes.
  let arguments: [(kind: ValueKind, range: Range<Int>)]

  /// All commands of a figure, in the order of the text.
  static func all(_ figure: FigureView) -> [MenuCommand] {
    var commands: [MenuCommand] = []
    add(figure.member(figure.facts.layout, "updatemenus"), "buttons", figure, to: &commands)
    add(figure.member(figure.facts.layout, "sliders"), "steps", figure, to: &commands)
    return commands
  }

  /// Adds the commands of the items that the menus or sliders of a list have under a name.
  private static func add(
    _ list: Int?, _ items: StaticString, _ figure: FigureView, to commands: inout [MenuCommand]
  ) {
    guard let list else { return }
    for menu in figure.items(list) {
      for item in figure.items(figure.member(menu, items)) {
        for name in ["args", "args2"] as [StaticString] {
          guard let args = figure.member(item, name), figure.facts.members[args].kind == .array else { continue }
          let method = figure.member(item, "method")
          guard !figure.isWrong(method) else { continue }
          commands.append(MenuCommand(method: figure.text(method) ?? "restyle", args, figure))
        }
      }
    }
  }

  private init(method: String, _ args: Int, _ figure: FigureView) {
    self.method = method
    var arguments: [(kind: ValueKind, range: Range<Int>)] = []
    figure.forEachElement(args) { _, kind, range in
      arguments.append((kind, range))
      return arguments.count < 4
    }
    self.arguments = arguments
  }

  /// The argument at an index, if it is of a kind.
  func argument(_ index: Int, _ kind: ValueKind) -> Range<Int>? {
    index < arguments.count && arguments[index].kind == kind ? arguments[index].range : nil
  }

  /// The changes of traces: an object of paths and values, or a path with its value as the next argument.
  var traceChanges: Range<Int>? { method == "restyle" || method == "update" ? argument(0, .object) : nil }

  /// The changes of the layout.
  var layoutChanges: Range<Int>? {
    switch method {
    case "relayout": argument(0, .object)
    case "update": argument(1, .object)
    default: nil
    }
  }

  /// Which traces are changed: a list of their indices, or one index; nil for all of them.
  var traceIndices: (kind: ValueKind, range: Range<Int>)? {
    let position: Int
    switch method {
    case "restyle": position = argument(0, .string) == nil ? 1 : 2
    case "update": position = 2
    default: return nil
    }
    guard position < arguments.count, arguments[position].kind == .array || arguments[position].kind == .number else {
      return nil
    }
    return arguments[position]
  }
}

extension FigureView {
  /// Calls `body` with the keys and values of the object in `range`, as they stand in the text.
  func forEachMember(in range: Range<Int>, _ body: (KeyToken, ValueKind, Range<Int>) -> Void) {
    var scanner = JSONScanner(bytes, range: range)
    try? scanner.forEachMember { (key, scanner) throws(ScanError) in
      _ = scanner.peek()
      let start = scanner.position
      let kind = try scanner.skipValue()
      body(key, kind, start..<scanner.position)
    }
  }

  /// The value of the last member called `name` of the object in `range`.
  func value(of name: StaticString, in range: Range<Int>) -> (kind: ValueKind, range: Range<Int>)? {
    var found: (kind: ValueKind, range: Range<Int>)?
    forEachMember(in: range) { key, kind, value in
      if key.hasText(name, bytes) { found = (kind, value) }
    }
    return found
  }
}
