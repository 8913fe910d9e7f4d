package import FigureValidator

/// What an HTML page draws with plotly.js.
package struct Page: Sendable {
  /// A call that draws a figure whose data are JSON.
  package struct Figure: Sendable {
    /// `Plotly.newPlot`, or whatever draws it: 0-based bytes.
    package let call: Range<Int>
    /// Its members, in the order of the text.
    package internal(set) var parts: [FigurePart]
    /// The members that the call gives as something else than JSON, so that nobody knows them before the page runs.
    package internal(set) var unread: [Member]
    /// The plotly.js version that the page loads for it, as the page writes it: `4.1.1`, or `4` in some addresses.
    package internal(set) var version: String?

    /// Whether there is more to what is drawn than ``parts``; how it behaves is another matter.
    package var isPartial: Bool { unread.contains { $0 != .config } }
  }

  /// A call whose data are not JSON, but something that only the running page knows.
  package struct UnreadCall: Sendable {
    package let call: Range<Int>
  }

  /// The members of a figure, as the arguments of a call are called.
  package enum Member: String, Sendable {
    case data, layout, config, frames
  }

  /// In the order of their calls.
  package internal(set) var figures: [Figure] = []
  package internal(set) var unreadCalls: [UnreadCall] = []
  /// Whether the page loads or holds plotly.js, or calls it.
  package internal(set) var usesPlotly = false
  /// Whether the page says that it is in another encoding than UTF-8.
  package internal(set) var hasOtherEncoding = false
}
