import JSONCore

extension SchemaReader {
  /// Reads a definition. Most have the text of an earlier one, which is then taken.
  mutating func readAttribute(_ index: Int) throws(SchemaError) -> Int {
    let text = attributeTexts.intern(tape.bytes, tape.range(index))
    if text < attributeOfText.count { return attributeOfText[text] }
    // Its number is known behind its items only, and these come behind it in the table of texts.
    attributeOfText.append(0)
    let attribute = builder.add(try readDefinition(index))
    attributeOfText[text] = attribute
    return attribute
  }

  /// Reads an item of an info_array: a definition in its place.
  mutating func readItem(_ index: Int) throws(SchemaError) -> Int { try readAttribute(index) }
}
