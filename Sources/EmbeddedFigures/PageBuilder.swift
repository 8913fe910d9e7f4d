import FigureValidator
import JSONCore

/// Gathers what is found in a page, and puts together what belongs together.
struct PageBuilder {
  private let bytes: InputBytes
  private let maximumDepth: Int
  private var page = Page()
  /// The element that each figure is drawn in: the text of the argument.
  private var divs: [Range<Int>] = []
  /// Where the page names versions of plotly.js.
  private var versions: [(offset: Int, version: String)] = []

  init(_ bytes: InputBytes, maximumDepth: Int) {
    self.bytes = bytes
    self.maximumDepth = maximumDepth
  }

  mutating func noteVersion(_ version: String, at offset: Int) {
    page.usesPlotly = true
    versions.append((offset, version))
  }

  /// Notes that the page calls plotly.js.
  mutating func noteCall() { page.usesPlotly = true }

  /// Notes a call whose data are not known.
  mutating func noteUnread(_ call: Range<Int>) {
    page.usesPlotly = true
    page.unreadCalls.append(Page.UnreadCall(call: call))
  }

  mutating func noteOtherEncoding() { page.hasOtherEncoding = true }

  mutating func add(_ figure: Page.Figure, div: Range<Int>) {
    page.usesPlotly = true
    page.figures.append(figure)
    divs.append(div)
  }

  /// Adds frames to the last figure that was drawn in an element of that name; to none if there is none.
  mutating func addFrames(_ range: Range<Int>, of div: Range<Int>) {
    page.usesPlotly = true
    guard let index = figure(in: div) else { return }
    let before = page.figures[index].parts.reduce(0) { $0 + frameCount($1) }
    page.figures[index].parts.append(FigurePart(.frames(behind: before), range))
  }

  /// Notes that a figure has frames that are not known.
  mutating func noteUnreadFrames(of div: Range<Int>) {
    page.usesPlotly = true
    if let index = figure(in: div) { page.figures[index].unread.append(.frames) }
  }

  private func figure(in div: Range<Int>) -> Int? { divs.lastIndex { bytes.equals($0, div, of: bytes) } }

  private func frameCount(_ part: FigurePart) -> Int {
    guard case .frames = part.member else { return 0 }
    var scanner = JSONScanner(bytes, range: part.range, maximumDepth: maximumDepth)
    guard scanner.peek() == UInt8(ascii: "["), (try? scanner.openArray()) != nil else { return 0 }
    var (isFirst, count) = (true, 0)
    while (try? scanner.nextElement(&isFirst)) == true, (try? scanner.skipValue()) != nil { count += 1 }
    return count
  }

  /// The page, when all of it was read.
  consuming func finish() -> Page {
    for index in page.figures.indices {
      page.figures[index].parts.sort { $0.range.lowerBound < $1.range.lowerBound }
      // The library is loaded before it is called; where it is not, a script that is deferred calls it.
      let call = page.figures[index].call.lowerBound
      page.figures[index].version = (versions.last { $0.offset < call } ?? versions.first)?.version
    }
    return page
  }
}
