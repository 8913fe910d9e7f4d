/// Passes runs of strings with commas between them, 64 bytes at a time.
///
/// Programs write arrays with the same number of bytes between any two elements: a comma, perhaps a space or a line end and
/// the indentation. So a quote that has a comma and another quote that far before it opens a string, and every other quote
/// closes one. If each that closes has one that opens behind it, at that distance, and only white space stands between the
/// comma and the string, then the two kinds alternate and the text is right: nobody has to count quotes. (The string `","`
/// looks like the gap between two; it is left to the plain scanner.)
///
/// The run begins where an element opens and is proven up to the last opening quote. A byte that makes the text wrong, or
/// that needs a closer look (a backslash, what is no UTF-8, anything but strings, an uneven gap), ends it: the plain scanner
/// takes over at that quote. So this code never says what is wrong, and never has to.
struct StringRun {
  /// The last opening quote before which everything is proven: 0-based.
  private(set) var end: Int
  /// How many strings were passed: those that open before ``end``.
  var count: Int { max(opened &- 1, 0) }
  /// The quotes that open a string up to ``end``.
  private var opened = 0

  // The block before: its quotes, those of them that close a string, its commas.
  private var earlierQuotes: UInt64
  private var earlierClosing: UInt64
  private var earlierCommas: UInt64
  /// 1 if the space behind a comma goes on from the block before.
  private var inSpace: UInt64

  /// The distances from a closing quote to the next opening one that a run can have: a comma and less white space than
  /// a block.
  static let gaps = 2...63

  /// Passes what it can of `bytes` from `start` on. O(bytes passed).
  ///
  /// - Parameters:
  ///   - start: where a string opens, behind another string and a comma.
  ///   - gap: the distance from that other string's closing quote to `start`. Nothing is passed if it is none of ``gaps``.
  init(_ bytes: InputBytes, from start: Int, gap: Int) {
    end = start
    // As if the block before ended with that gap.
    earlierQuotes = 1 &<< UInt64(truncatingIfNeeded: 64 &- gap)
    earlierClosing = earlierQuotes
    earlierCommas = earlierQuotes &<< 1
    inSpace = gap > 2 ? 1 : 0
    if gap == 2 {
      pass(bytes, gap: 2)
    } else if StringRun.gaps.contains(gap) {
      pass(bytes, gap: UInt64(truncatingIfNeeded: gap))
    }
  }

  /// Passes block after block. Inlined, so that a gap of a lone comma costs nothing for white space.
  @inline(__always) private mutating func pass(_ bytes: InputBytes, gap: UInt64) {
    var offset = end
    var wasASCII = true  // A gap comes before.
    while let block = bytes.quad(at: offset) {
      // Control characters are right where white space is, and ``space(in:from:to:)`` looks at them.
      guard gap > 2 ? !block.holds(UInt8(ascii: "\\")) : !block.holdsControlOrBackslash else { return }
      let isASCII = block.isASCII
      // A character may go on from the block before.
      guard isASCII && wasASCII || bytes.quadIsUTF8(at: offset) else { return }
      wasASCII = isASCII
      let (opening, wrong) = judge(block, gap)
      let proven = wrong == 0 ? opening : opening & ((wrong & (0 &- wrong)) &- 1)
      if proven != 0 {
        end = offset &+ 63 &- proven.leadingZeroBitCount
        opened &+= proven.nonzeroBitCount
      }
      guard wrong == 0 else { return }
      offset &+= 64
    }
  }

  /// The quotes of a block that open a string, and the bytes at which the text is wrong or needs a closer look.
  @inline(__always) private mutating func judge(_ block: ByteQuad, _ gap: UInt64) -> (opening: UInt64, wrong: UInt64) {
    let quotes = block.mask(of: UInt8(ascii: "\""))
    let commas = block.mask(of: UInt8(ascii: ","))
    let behindQuotes = quotes &<< gap | earlierQuotes &>> (64 &- gap)
    let behindCommas = commas &<< (gap &- 1) | earlierCommas &>> (65 &- gap)
    let opening = quotes & behindQuotes & behindCommas
    let closing = quotes & ~opening
    var wrong = opening ^ (closing &<< gap | earlierClosing &>> (64 &- gap))
    if gap > 2 { wrong |= space(in: block, from: closing &<< 2 | earlierClosing &>> 62, to: opening) }
    (earlierQuotes, earlierClosing, earlierCommas) = (quotes, closing, commas)
    return (opening, wrong)
  }

  /// The bytes from `first` on, which stand behind commas, up to the quotes `opening` that are no white space, and the
  /// control characters elsewhere.
  @inline(__always)
  private mutating func space(in block: ByteQuad, from first: UInt64, to opening: UInt64) -> UInt64 {
    // The subtraction sets the bits from each first one up to its quote, or to the end if the quote is in the next block.
    let (partial, borrow) = opening.subtractingReportingOverflow(first)
    let (between, secondBorrow) = partial.subtractingReportingOverflow(inSpace)
    inSpace = borrow || secondBorrow ? 1 : 0
    return between & ~block.spacesAndLineFeeds | block.controls & ~between
  }
}
