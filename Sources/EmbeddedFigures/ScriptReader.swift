import FigureValidator
import JSONCore

/// Finds the calls of plotly.js in a script, and the JSON among their arguments.
///
/// Most of a page is its plotly.js, in which nothing is looked at but the places where `plotly` stands.
struct ScriptReader {
  private enum Function: Equatable {
    /// `newPlot`, `react` and, before plotly.js 2, `plot`: (div, data, layout, config) or (div, {data, layout, …}).
    case draw
    /// (div, frames, …)
    case addFrames
  }

  private let bytes: InputBytes
  private let maximumDepth: Int
  /// Knows that it is not within a string or a comment.
  private var code: ScriptScanner
  /// Whether the script is plotly.js itself, which has no figures, though it speaks of calls in its messages.
  private var isLibrary = false

  /// Prepares to read the script in `range` of `bytes`.
  init(_ bytes: InputBytes, _ range: Range<Int>, maximumDepth: Int) {
    self.bytes = bytes
    self.maximumDepth = maximumDepth
    code = ScriptScanner(bytes, from: range.lowerBound, to: range.upperBound)
  }

  /// Adds to `page` what the script draws. O(length).
  mutating func read(into page: inout PageBuilder) {
    let end = code.end
    var start = code.position
    while let found = bytes.firstOffset(ofAnyCase: "plotly", in: start..<end) {
      start = found + 6
      if bytes[found] == UInt8(ascii: "p") {
        guard let version = LibraryVersion.version(bytes, at: found, upTo: end) else { continue }
        page.noteVersion(version, at: found)
        if bytes.equals(found + 9..<found + 10, " ") { isLibrary = true }
        continue
      }
      guard let call = call(at: found), !isLibrary || mayHaveData(call.arguments) else { continue }
      // In text that is no code, it is no call.
      if code.reach(found) { read(call.function, found..<call.arguments, into: &page) }
      start = max(start, code.position)
    }
  }

  /// The function that is called at `offset`, where `Plotly` may stand, and where its arguments begin.
  private func call(at offset: Int) -> (function: Function, arguments: Int)? {
    guard bytes.equals(offset..<offset + 6, "Plotly") else { return nil }
    var scanner = ScriptScanner(bytes, from: offset + 6, to: min(code.end, offset + 200))
    guard scanner.next() == .punctuator(UInt8(ascii: ".")), case .word(let name) = scanner.next(),
      let function = function(name), scanner.next() == .punctuator(UInt8(ascii: "("))
    else { return nil }
    return (function, scanner.position)
  }

  private func function(_ name: Range<Int>) -> Function? {
    if bytes.equals(name, "newPlot") || bytes.equals(name, "react") || bytes.equals(name, "plot") { return .draw }
    return bytes.equals(name, "addFrames") ? .addFrames : nil
  }

  /// Whether the second argument begins like JSON, as far as a look at a few bytes tells.
  private func mayHaveData(_ arguments: Int) -> Bool {
    var scanner = ScriptScanner(bytes, from: arguments, to: min(code.end, arguments + 512))
    _ = scanner.skipExpression()
    guard scanner.next() == .punctuator(UInt8(ascii: ",")) else { return false }
    return scanner.peek() == UInt8(ascii: "[") || scanner.peek() == UInt8(ascii: "{")
  }

  // MARK: - Arguments

  private mutating func read(_ function: Function, _ call: Range<Int>, into page: inout PageBuilder) {
    code = ScriptScanner(bytes, from: call.upperBound, to: code.end)
    let name = call.lowerBound..<call.upperBound - 1
    let div = div()
    guard code.peek() == UInt8(ascii: ",") else { return page.noteCall() }
    _ = code.next()
    switch function {
    case .draw: readFigure(name, div, into: &page)
    case .addFrames:
      if let range = jsonRange(code.scanValue(maximumDepth: maximumDepth)) {
        page.addFrames(range, of: div)
      } else {
        page.noteUnreadFrames(of: div)
      }
    }
  }

  /// The element that is drawn in: the text of a string, or of an expression.
  private mutating func div() -> Range<Int> {
    var ahead = code
    if case .string(let content) = ahead.next(), ahead.peek() == UInt8(ascii: ",") {
      code = ahead
      return content
    }
    return code.skipExpression()
  }

  private mutating func readFigure(_ call: Range<Int>, _ div: Range<Int>, into page: inout PageBuilder) {
    var figure = Page.Figure(call: call, parts: [], unread: [])
    if code.peek() == UInt8(ascii: "{") {
      readMembers(&figure)
    } else {
      add(code.scanValue(maximumDepth: maximumDepth), .data, &figure)
      for member in [Page.Member.layout, .config] {
        guard code.peek() == UInt8(ascii: ",") else { break }
        _ = code.next()
        guard code.peek() != UInt8(ascii: ")") else { break }
        add(code.scanValue(maximumDepth: maximumDepth), member, &figure)
      }
    }
    if figure.unread.contains(.data) {
      page.noteUnread(call)
    } else {
      page.add(figure, div: div)
    }
  }

  /// Reads `{data: …, layout: …, config: …, frames: …}` in the place of the data.
  private mutating func readMembers(_ figure: inout Page.Figure) {
    let start = code.position
    let members = code.scanMembers(maximumDepth: maximumDepth)
    for (key, value) in members {
      if let member = Page.Member(rawValue: bytes.text(key)) { add(value, member, &figure) }
    }
    guard figure.parts.isEmpty, figure.unread.isEmpty else { return }
    // Nothing of a figure: data that should be a list.
    code = ScriptScanner(bytes, from: start, to: code.end)
    add(code.scanValue(maximumDepth: maximumDepth), .data, &figure)
  }

  private func add(_ value: ScriptValue, _ member: Page.Member, _ figure: inout Page.Figure) {
    if let range = jsonRange(value) {
      // What is null is not given.
      if !bytes.equals(range, "null") {
        figure.parts.append(FigurePart(FigurePart.Member(member), range))
      } else if member == .data {
        figure.unread.append(member)
      }
    } else if case .expression(let range) = value, bytes.equals(range, "undefined"), member != .data {
      return
    } else {
      figure.unread.append(member)
    }
  }

  private func jsonRange(_ value: ScriptValue) -> Range<Int>? {
    switch value {
    case .json(let range), .cut(let range): range
    case .expression: nil
    }
  }
}

extension FigurePart.Member {
  fileprivate init(_ member: Page.Member) {
    switch member {
    case .data: self = .data
    case .layout: self = .layout
    case .config: self = .config
    case .frames: self = .frames(behind: 0)
    }
  }
}
