/// Where the text of a figure stands in an input.
package enum FigureText: Sendable, Equatable {
  /// In one value: an object with `data`, `layout`, `frames` and `config`.
  case whole(Range<Int>)
  /// In values of their own, as the arguments of a call are: in the order of the text.
  case parts([FigurePart])
}

/// A value that is one member of a figure.
package struct FigurePart: Sendable, Equatable {
  package enum Member: Sendable, Equatable {
    case data
    case layout
    case config
    /// Frames that follow on so many others.
    case frames(behind: Int)

    var isFrames: Bool { if case .frames = self { true } else { false } }
  }

  package let member: Member
  /// 0-based bytes.
  package let range: Range<Int>

  package init(_ member: Member, _ range: Range<Int>) {
    self.member = member
    self.range = range
  }
}
