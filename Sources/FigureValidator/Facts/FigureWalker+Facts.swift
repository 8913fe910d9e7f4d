import JSONCore
import ValidationTree

/// Noting facts along the walk: only where a selected rule asks for them, and of the newest target only.
extension FigureWalker {
  /// Whether what holds in `versions` is noted.
  @inline(__always) func isNoting(_ versions: VersionSet) -> Bool { wantsFacts && versions.contains(focus) }

  /// Notes the member whose value comes next; returns its index for ``close(_:)``, -1 where nothing is noted.
  @inline(__always)
  mutating func open(
    _ name: WordID, number: Int = 0, _ node: NodeRef, _ traits: FactMember.Traits = [],
    key: KeyToken? = nil, in versions: VersionSet
  ) -> Int {
    guard isNoting(versions), !noted.isTooLarge else { return -1 }
    let kind = kindAhead()
    var traits = traits
    if let key, key.string.hasEscapes { traits.formUnion(.hasEscapedName) }
    return noted.open(
      name, Int32(clamping: number), node, traits, key: key?.string.range, at: scanner.position, kind)
  }

  /// Says that the member opened at `index` has been passed.
  @inline(__always) mutating func close(_ index: Int) {
    if index >= 0 { noted.close(index, at: scanner.position) }
  }

  /// Notes an item of a list.
  @inline(__always)
  mutating func openItem(_ index: Int, _ node: NodeRef, _ traits: FactMember.Traits = .isItem, in versions: VersionSet)
    -> Int
  {
    open(FactMember.noName, number: index, node, traits, in: versions)
  }

  /// Passes the array that is the value of the attribute at hand, with an eye on what is in it if somebody wants to know.
  mutating func passArray(in versions: VersionSet) throws(ScanError) {
    guard isNoting(versions) else {
      try scanner.skipValue()
      return
    }
    let isCurrent = noted.isCurrent(at: scanner.position)
    let survey = try scanner.surveyArray()
    if isCurrent { noted.note(survey) }
  }

  /// Passes a value that the schema does not know here. It may know it when the trace turns out to be of another type: then a long
  /// array must not be read again.
  mutating func passUnknown() throws(ScanError) {
    if wantsFacts, scanner.peek() == UInt8(ascii: "[") {
      _ = try scanner.surveyArray()
    } else {
      try scanner.skipValue()
    }
  }

  /// Says that something is wrong with the value at hand, or with a key in it.
  mutating func noteFault(_ detail: Problem.Detail, in versions: VersionSet) {
    guard isNoting(versions) else { return }
    switch detail {
    case .unknownKey: noted.note(.hasUnknownKeys)
    case .wrongContainer, .unknownTraceType, .templateTypeMismatch, .unknownTransformType, .invalidValue,
      .arrayNotAllowed, .colorscale, .typedArray, .wrongLength, .partlyDropped, .acceptedByAccident:
      noted.note(.isWrong)
    // As good as not given, or taken by plotly.js, or a matter of one element.
    default: break
    }
  }
}
