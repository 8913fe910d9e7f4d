public import JSONCore

extension ValidationTree {
  /// How many words the vocabulary has.
  @inlinable public var wordCount: Int { min(max(sections.wordStarts.count &- 1, 0), TreeFormat.maxWords) }

  /// The word whose text is the bytes in `range` of `input`, which hash to `hash`; nil if the vocabulary has none.
  /// O(length).
  @inlinable public func word(_ hash: KeyHash, _ input: InputBytes, _ range: Range<Int>) -> WordID? {
    let mask = sections.wordSlots.count &- 1
    guard mask >= 0 else { return nil }
    let tag = UInt32(truncatingIfNeeded: hash.value &>> 48)
    var slot = Int(truncatingIfNeeded: hash.value) & mask
    // A sound table ends the search at an empty slot; the count ends it in a damaged one.
    for _ in 0...mask {
      let entry = bytes.u32(sections.wordSlots.record(slot, stride: 4))
      guard entry != 0 else { return nil }
      if entry &>> 16 == tag {
        let word = WordID(rawValue: UInt16(truncatingIfNeeded: entry) &- 1)
        if isText(word, input, range) { return word }
      }
      slot = (slot &+ 1) & mask
    }
    return nil
  }

  /// The word with this text; nil if the vocabulary has none. O(length).
  public func word(_ text: String) -> WordID? {
    Array(text.utf8).withInputBytes { word(KeyHash($0, 0..<$0.count), $0, 0..<$0.count) }
  }

  /// The word called `name`; nil if the vocabulary has none. O(length).
  public func word(named name: StaticString) -> WordID? {
    let bytes = InputBytes(name)
    return word(KeyHash(bytes, 0..<bytes.count), bytes, 0..<bytes.count)
  }

  /// Calls `body` with each word in a list of names with one blank behind each but the last, in order; with nil for a name that the
  /// vocabulary does not have. O(length).
  @inlinable public func forEachWord(in names: StaticString, _ body: (WordID?) -> Void) {
    let bytes = InputBytes(names)
    var start = 0
    for end in 0...bytes.count where end == bytes.count || bytes[end] == 0x20 {
      body(word(KeyHash(bytes, start..<end), bytes, start..<end))
      start = end + 1
    }
  }

  /// The text of a word; empty where there is none.
  public func text(_ word: WordID) -> String {
    bytes.input.text(textRange(word))
  }

  /// The text of a word as bytes.
  public func textBytes(_ word: WordID) -> [UInt8] {
    bytes.input.copy(textRange(word))
  }

  /// Calls `body` with the bytes of a word, without a copy. For comparing with names in a figure.
  @inlinable public func withText<R>(_ word: WordID, _ body: (InputBytes, Range<Int>) -> R) -> R {
    body(bytes.input, textRange(word))
  }

  /// How many bytes the text of a word has.
  @inlinable public func length(of word: WordID) -> Int { textRange(word).count }

  /// Where a word's text lies in the block; empty where there is none.
  @inlinable func textRange(_ word: WordID) -> Range<Int> {
    let index = Int(word.rawValue)
    guard index &+ 1 < sections.wordStarts.count else { return 0..<0 }
    let entry = sections.wordStarts.record(index, stride: 4)
    let start = Int(bytes.u32(entry))
    let end = Int(bytes.u32(entry &+ 4))
    guard start <= end, end <= sections.wordText.count else { return 0..<0 }
    return sections.wordText.start &+ start..<sections.wordText.start &+ end
  }

  @inlinable public func isText(_ word: WordID, _ input: InputBytes, _ range: Range<Int>) -> Bool {
    input.equals(range, textRange(word), of: bytes.input)
  }

  /// A text of the side table; empty where there is none.
  func text(at index: UInt16) -> String {
    bytes.input.text(sideTextRange(index))
  }

  func sideTextRange(_ index: UInt16) -> Range<Int> {
    let index = Int(index)
    guard index + 1 < sections.textStarts.count else { return 0..<0 }
    let entry = sections.textStarts.record(index, stride: 4)
    let start = Int(bytes.u32(entry))
    let end = Int(bytes.u32(entry + 4))
    guard start <= end, end <= sections.texts.count else { return 0..<0 }
    return sections.texts.start + start..<sections.texts.start + end
  }
}
