import Diagnostics

/// A text that was edited several times over, as pieces of the original and new text between them: so that in the end it is
/// known how it differs from the original, however many steps led there.
struct TextPieces {
  private enum Piece {
    /// 0-based bytes of the original.
    case original(Range<Int>)
    case new([UInt8])

    var count: Int {
      switch self {
      case .original(let range): range.count
      case .new(let text): text.count
      }
    }

    /// The first `length` bytes, and what is left.
    func split(at length: Int) -> (Piece, Piece) {
      switch self {
      case .original(let range):
        let middle = range.lowerBound + length
        return (.original(range.lowerBound..<middle), .original(middle..<range.upperBound))
      case .new(let text): return (.new(Array(text[..<length])), .new(Array(text[length...])))
      }
    }
  }

  private var pieces: [Piece]
  private let originalCount: Int

  /// A text of so many bytes, not edited yet.
  init(count: Int) {
    originalCount = count
    pieces = [.original(0..<count)]
  }

  /// Edits the text as it is now.
  ///
  /// - Parameter edits: within the text, in byte order, none overlapping.
  /// - Complexity: O(pieces + edits).
  mutating func apply(_ edits: [Fix.Edit]) {
    var rest = Rest(pieces)
    var edited: [Piece] = []
    for edit in edits {
      rest.advance(to: edit.range.lowerBound) { edited.append($0) }
      rest.advance(to: edit.range.upperBound) { _ in }
      if !edit.text.isEmpty { edited.append(.new(Array(edit.text.utf8))) }
    }
    rest.advance(to: .max) { edited.append($0) }
    pieces = edited
  }

  /// Pieces that are gone through from front to back.
  private struct Rest {
    private var pieces: ArraySlice<Piece>
    private var head: Piece?
    private var position = 0

    init(_ pieces: [Piece]) {
      self.pieces = pieces[...]
      head = self.pieces.popFirst()
    }

    /// Gives all bytes up to `offset` of the text to `body`.
    mutating func advance(to offset: Int, _ body: (Piece) -> Void) {
      while position < offset, let piece = head {
        guard piece.count > offset - position else {
          body(piece)
          position += piece.count
          head = pieces.popFirst()
          continue
        }
        let (taken, left) = piece.split(at: offset - position)
        body(taken)
        position = offset
        head = left
      }
    }
  }

  /// The replacements that make the text out of the original, in byte order, none touching another.
  var edits: [(range: Range<Int>, text: [UInt8])] {
    var edits: [(range: Range<Int>, text: [UInt8])] = []
    var position = 0
    var new: [UInt8] = []
    for piece in pieces {
      switch piece {
      case .new(let text): new += text
      case .original(let range):
        if range.lowerBound > position || !new.isEmpty {
          edits.append((position..<range.lowerBound, new))
          new = []
        }
        position = range.upperBound
      }
    }
    if position < originalCount || !new.isEmpty { edits.append((position..<originalCount, new)) }
    return edits
  }
}

extension [UInt8] {
  /// The text with the edits made, which are in byte order and do not overlap. O(length).
  func applying(_ edits: [Fix.Edit]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(count + edits.reduce(0) { $0 + $1.text.utf8.count })
    var position = 0
    for edit in edits {
      text += self[position..<edit.range.lowerBound]
      text += edit.text.utf8
      position = edit.range.upperBound
    }
    text += self[position...]
    return text
  }
}
