import JSONCore

/// How a text was changed, in the format that `patch` and `git apply` take.
///
/// It is made from the edits and not by comparing: O(length of the text), however much is different. A line ends with LF; a CR
/// before it is part of the line.
struct UnifiedDiff {
  typealias Edit = (range: Range<Int>, text: [UInt8])

  /// Lines that are shown before and behind a change.
  private static let context = 3

  /// Some lines of the old text, 0-based, and what stands there instead.
  private struct Change {
    var old: Range<Int>
    var new: [ArraySlice<UInt8>]
  }

  private let text: [UInt8]
  /// Where each line begins; one more than there are, the last at the end of the text.
  private let starts: [Int]

  /// - Parameter text: the old text.
  init(of text: [UInt8]) {
    self.text = text
    var starts = [0]
    for (index, byte) in text.enumerated() where byte == UInt8(ascii: "\n") { starts.append(index + 1) }
    if starts.last != text.count { starts.append(text.count) }
    self.starts = starts
  }

  /// The diff for edits in byte order that do not touch each other; empty for none.
  func lines(for edits: [Edit], name: String) -> [DiffLine] {
    var lines: [DiffLine] = []
    var shift = 0
    for hunk in hunks(of: changes(for: edits)) {
      if lines.isEmpty { lines = [DiffLine(.header, "--- \(name)"), DiffLine(.header, "+++ \(name)")] }
      lines += self.lines(of: hunk, &shift)
    }
    return lines
  }

  // MARK: - Changes

  private var lineCount: Int { starts.count - 1 }

  /// The line that the byte at `offset` is on; the last one for the end of the text.
  private func line(at offset: Int) -> Int {
    var low = 0
    var high = max(0, lineCount - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// What the edits change, those on neighbouring lines together.
  private func changes(for edits: [Edit]) -> [Change] {
    var changes: [Change] = []
    var index = 0
    while index < edits.count {
      let first = line(at: edits[index].range.lowerBound)
      var last = line(at: edits[index].range.upperBound)
      var end = index + 1
      while end < edits.count, line(at: edits[end].range.lowerBound) <= last + 1 {
        last = max(last, line(at: edits[end].range.upperBound))
        end += 1
      }
      var new: [UInt8] = []
      var position = starts[first]
      for edit in edits[index..<end] {
        new += text[position..<edit.range.lowerBound]
        new += edit.text
        position = edit.range.upperBound
      }
      let behind = lineCount == 0 ? 0 : starts[last + 1]
      new += text[position..<behind]
      changes.append(trimmed(Change(old: first..<(lineCount == 0 ? 0 : last + 1), new: Self.split(new))))
      index = end
    }
    return changes.filter { !$0.old.isEmpty || !$0.new.isEmpty }
  }

  /// A change without the lines at its ends that stay as they are.
  private func trimmed(_ change: Change) -> Change {
    var change = change
    while let first = change.new.first, let old = change.old.first, first == line(old) {
      change.new.removeFirst()
      change.old = old + 1..<change.old.upperBound
    }
    while let last = change.new.last, let old = change.old.last, last == line(old) {
      change.new.removeLast()
      change.old = change.old.lowerBound..<old
    }
    return change
  }

  private func line(_ index: Int) -> ArraySlice<UInt8> { text[starts[index]..<starts[index + 1]] }

  /// The lines of a text, with what ends them.
  private static func split(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for (index, byte) in text.enumerated() where byte == UInt8(ascii: "\n") {
      lines.append(text[start...index])
      start = index + 1
    }
    if start < text.count { lines.append(text[start...]) }
    return lines
  }

  // MARK: - Hunks

  /// Changes whose contexts touch, together.
  private func hunks(of changes: [Change]) -> [[Change]] {
    var hunks: [[Change]] = []
    for change in changes {
      if let last = hunks.last?.last, change.old.lowerBound - last.old.upperBound <= 2 * Self.context {
        hunks[hunks.count - 1].append(change)
      } else {
        hunks.append([change])
      }
    }
    return hunks
  }

  /// - Parameter shift: by how many lines the new text is longer up to here.
  private func lines(of hunk: [Change], _ shift: inout Int) -> [DiffLine] {
    guard let first = hunk.first, let last = hunk.last else { return [] }
    let old = max(0, first.old.lowerBound - Self.context)..<min(lineCount, last.old.upperBound + Self.context)
    let growth = hunk.reduce(0) { $0 + $1.new.count - $1.old.count }
    let new = old.lowerBound + shift..<old.upperBound + shift + growth
    shift += growth
    var lines = [DiffLine(.hunk, "@@ -\(Self.span(old)) +\(Self.span(new)) @@")]
    var position = old.lowerBound
    for change in hunk {
      for index in position..<change.old.lowerBound { append(line(index), as: .same, to: &lines) }
      for index in change.old { append(line(index), as: .removed, to: &lines) }
      for line in change.new { append(line, as: .added, to: &lines) }
      position = change.old.upperBound
    }
    for index in position..<old.upperBound { append(line(index), as: .same, to: &lines) }
    return lines
  }

  /// `3,4`: the first line, 1-based, and how many; for none the line before.
  private static func span(_ lines: Range<Int>) -> String {
    let first = lines.isEmpty ? lines.lowerBound : lines.lowerBound + 1
    return lines.count == 1 ? "\(first)" : "\(first),\(lines.count)"
  }

  private func append(_ line: ArraySlice<UInt8>, as kind: DiffLine.Kind, to lines: inout [DiffLine]) {
    let isWhole = line.last == UInt8(ascii: "\n")
    lines.append(DiffLine(kind, isWhole ? line.dropLast() : line))
    if !isWhole { lines.append(DiffLine(.remark, "\\ No newline at end of file")) }
  }
}

/// A line of a diff.
struct DiffLine {
  enum Kind {
    case header, hunk, same, removed, added, remark
  }

  let kind: Kind
  /// Without the sign in front and the line feed behind; may be no UTF-8.
  let text: [UInt8]

  init(_ kind: Kind, _ text: some Sequence<UInt8>) {
    self.kind = kind
    self.text = Array(text)
  }

  init(_ kind: Kind, _ text: String) { self.init(kind, text.utf8) }
}

extension [DiffLine] {
  /// The diff as text, each line with its sign.
  ///
  /// - Parameter isForPeople: whether what would steer a terminal is escaped; `patch` needs the bytes as they are.
  func text(usesColour: Bool, isForPeople: Bool) -> [UInt8] {
    var text: [UInt8] = []
    for line in self {
      let (sign, colour) = line.kind.style
      if usesColour, let colour { text += "\u{1b}[\(colour)m".utf8 }
      text += sign.utf8
      if isForPeople {
        text += TextEscaping.escaped(String(decoding: line.text, as: UTF8.self)).utf8
      } else {
        text += line.text
      }
      if usesColour, colour != nil { text += "\u{1b}[0m".utf8 }
      text.append(UInt8(ascii: "\n"))
    }
    return text
  }
}

extension DiffLine.Kind {
  /// What stands in front of the line, and the number of its colour (ECMA-48, SGR).
  fileprivate var style: (sign: String, colour: Int?) {
    switch self {
    case .header: ("", 1)
    case .hunk: ("", 36)
    case .same: (" ", nil)
    case .removed: ("-", 31)
    case .added: ("+", 32)
    case .remark: ("", nil)
    }
  }
}
