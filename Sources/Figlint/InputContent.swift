import FigureValidator
import JSONCore

/// What an input turned out to be.
package enum InputContent: Sendable, Equatable {
  case figure
  case template
  /// A grid of Chart Studio, and metadata that belongs to one.
  case grid
  case metadata
  case notebook
  /// A figure on each line.
  case lines
  /// HTML that uses plotly.js.
  case page
  /// HTML that has nothing to do with plotly.js.
  case otherPage
  /// JSON, but nothing that figlint knows.
  case otherJSON
  /// Broken JSON that does not look like a figure as far as it goes.
  case brokenText

  /// Judges by what stands at the root.
  ///
  /// Much JSON has a member called `data`, so that alone is not enough: a figure has a layout, frames, a trace that the
  /// schema recognises, or no member that a figure does not have.
  init(_ root: RootFacts) {
    if root.hasTemplateData, root.unknownKeys == 0, root.frames == nil {
      self = .template
    } else if InputContent.isFigure(root) {
      self = .figure
    } else {
      self = root.isComplete ? .otherJSON : .brokenText
    }
  }

  /// Whether the text is markup, and no JSON: what the name says comes first.
  static func looksLikePage(_ bytes: InputBytes, name: String) -> Bool {
    var offset = bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
    while bytes[offset] == 0x20 || 0x09...0x0D ~= bytes[offset] { offset += 1 }
    return bytes[offset] == UInt8(ascii: "<") && !name.hasSuffix(".json")
  }

  private static func isFigure(_ root: RootFacts) -> Bool {
    guard root.isObject else { return false }
    if root.recognisedTraces > 0 { return true }
    switch root.data {
    case .array:
      let hasOtherPart = root.layout == .object || root.frames == .array
      // An empty figure, or one whose traces are all beyond recognition.
      return hasOtherPart || root.unknownKeys == 0 && (root.traces > 0 || root.layout != nil || !root.hasElements)
    case nil: return root.unknownKeys == 0 && root.layout == .object
    default: return root.unknownKeys == 0 && root.layout == .object
    }
  }
}
