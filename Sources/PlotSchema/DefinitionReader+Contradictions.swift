import JSONCore

/// Definitions that contradict themselves. They are used as they stand, since plotly.js would use them so, but whoever made
/// the schema should know.
extension DefinitionReader {
  /// Warns of what in a definition cannot be meant: bounds between which there is nothing, a list without a value, a default
  /// that the definition itself refuses.
  ///
  /// - Parameter index: the definition in the tape.
  mutating func warnOfContradictions(in attribute: SchemaAttribute, _ index: Int) {
    if let minimum = attribute.minimum, let maximum = attribute.maximum, minimum > maximum {
      warn("'min' is above 'max': no number is accepted")
    }
    if attribute.valType == .enumerated, attribute.values?.isEmpty == true {
      warn("'values' is empty: no value is accepted")
    }
    if attribute.valType == .flaglist, attribute.values?.isEmpty == true, attribute.extras?.isEmpty ?? true {
      warn("'flags' is empty: no value is accepted")
    }
    guard let dflt = tape.member(index, "dflt"), !isAccepted(dflt, by: attribute) else { return }
    warn("'dflt' is not a value that the attribute accepts")
  }

  /// Whether a default fits its own definition, judged roughly: where plotly.js's own schemas are free, so is this.
  private func isAccepted(_ dflt: Int, by attribute: SchemaAttribute) -> Bool {
    let kind = tape.kind(dflt)
    // No default, or one for each item.
    if kind == .null || kind == .array && attribute.flags.contains(.arrayOk) { return true }
    if attribute.extras?.contains(where: { isEqual($0, dflt) }) == true { return true }
    switch attribute.valType {
    case .boolean: return kind == .true || kind == .false
    case .number, .integer: return isNumber(dflt, within: attribute)
    case .enumerated: return attribute.values?.contains { isEqual($0, dflt) || isExpression($0) } ?? true
    case .flaglist: return isFlags(dflt, of: attribute)
    case .string: return kind == .string || kind == .number || kind == .true || kind == .false
    case .dataArray, .infoArray, .colorlist: return kind == .array || kind == .object
    case .any, .angle, .color, .colorscale, .subplotid: return true
    }
  }

  private func isNumber(_ index: Int, within attribute: SchemaAttribute) -> Bool {
    // plotly.js works these out itself, and its schemas say so.
    if tape.kind(index) == .false || tape.isText(index, "auto") { return true }
    let text = tape.kind(index) == .string ? Double(tape.string(index)) : nil
    guard let number = tape.number(index) ?? text else { return false }
    if attribute.valType == .integer, number != number.rounded() { return false }
    return number >= attribute.minimum ?? number && number <= attribute.maximum ?? number
  }

  private func isFlags(_ index: Int, of attribute: SchemaAttribute) -> Bool {
    guard tape.kind(index) == .string else { return false }
    let flags = (attribute.values ?? []).compactMap { if case .word(let word) = $0 { words.text(word) } else { nil } }
    return tape.string(index).split(separator: "+").allSatisfy { flags.contains(String($0)) }
  }

  private func isEqual(_ value: SchemaValue, _ index: Int) -> Bool {
    switch (value, tape.kind(index)) {
    case (.word(let word), .string): words.text(word) == tape.string(index)
    // plotly.js compares them as strings where they are not of one kind.
    case (.word(let word), .number): Array(words.utf8(word)) == tape.compactText(index)
    case (.number(let number), .number): tape.number(index) == number
    case (.bool(let bool), .true), (.bool(let bool), .false): bool == (tape.kind(index) == .true)
    case (.null, .null): true
    default: false
    }
  }

  private func isExpression(_ value: SchemaValue) -> Bool {
    if case .word(let word) = value { words.utf8(word).first == UInt8(ascii: "/") } else { false }
  }
}
