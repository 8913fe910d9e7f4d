/// One value of a list in the schema.
@frozen
public enum ListElement: Hashable, Sendable {
  case word(WordID)
  case number(Double)
  case bool(Bool)
  case null
  case pattern(PatternID)
}

extension ValidationTree {
  /// How many values a list has.
  @inlinable public func count(of list: ValueListID) -> Int { listRecord(list).count }

  /// A value of a list (0-based, in the schema's order); null where there is none.
  @inlinable public func element(of list: ValueListID, at index: Int) -> ListElement {
    let record = listRecord(list)
    guard index >= 0, index < record.count else { return .null }
    return listElement(bytes.u16(sections.elements.record(record.start &+ index, stride: 2)))
  }

  /// Whether a word is in a list. O(log words).
  @inlinable public func list(_ list: ValueListID, contains word: WordID) -> Bool {
    position(of: word, in: list) != nil
  }

  /// The position (0-based) of a word among the words of a list in byte order: for a bit set of flags seen. Nil if it is
  /// not in the list. O(log words).
  @inlinable public func position(of word: WordID, in list: ValueListID) -> Int? {
    let record = listRecord(list)
    let first = record.start &+ record.count
    var low = first
    var high = first &+ record.wordCount
    while low < high {
      let middle = (low &+ high) &>> 1
      let found = bytes.u16(sections.elements.record(middle, stride: 2))
      if found == word.rawValue { return middle &- first }
      if found < word.rawValue { low = middle &+ 1 } else { high = middle }
    }
    return nil
  }

  /// Whether a number is in a list, as a number (`0`, not `"0"`). O(log numbers).
  @inlinable public func list(_ list: ValueListID, contains number: Double) -> Bool {
    let record = listRecord(list)
    var low = record.start &+ record.count &+ record.wordCount
    var high = low &+ record.numberCount
    while low < high {
      let middle = (low &+ high) &>> 1
      let found = self.number(bytes.u16(sections.elements.record(middle, stride: 2)) & 0x3FFF)
      if found == number { return true }
      if found < number { low = middle &+ 1 } else { high = middle }
    }
    return false
  }

  /// Whether `true` or `false` is in a list. O(values).
  @inlinable public func list(_ list: ValueListID, contains bool: Bool) -> Bool {
    contains(list, bool ? 0xC001 : 0xC000)
  }

  /// Whether `null` is in a list. O(values).
  @inlinable public func listContainsNull(_ list: ValueListID) -> Bool { contains(list, 0xC002) }

  /// Whether a list holds a pattern.
  @inlinable public func hasPattern(_ list: ValueListID) -> Bool { listRecord(list).facts & 1 != 0 }

  @inlinable func contains(_ list: ValueListID, _ raw: UInt16) -> Bool {
    let record = listRecord(list)
    for index in 0..<record.count where bytes.u16(sections.elements.record(record.start &+ index, stride: 2)) == raw {
      return true
    }
    return false
  }

  @inlinable func listElement(_ raw: UInt16) -> ListElement {
    switch raw &>> 14 {
    case 0: .word(WordID(rawValue: raw))
    case 1: .number(number(raw & 0x3FFF))
    case 2: .pattern(PatternID(rawValue: raw & 0x3FFF))
    default:
      switch raw & 0x3FFF {
      case 0: .bool(false)
      case 1: .bool(true)
      default: .null
      }
    }
  }

  @inlinable func listRecord(_ list: ValueListID) -> ListRecord {
    guard Int(list.rawValue) < sections.valueLists.count else { return ListRecord() }
    let record = sections.valueLists.record(Int(list.rawValue), stride: 12)
    let found = ListRecord(
      start: Int(bytes.u32(record)), count: Int(bytes.u16(record &+ 4)), wordCount: Int(bytes.u16(record &+ 6)),
      numberCount: Int(bytes.u16(record &+ 8)), facts: bytes.u16(record &+ 10))
    return found.end <= sections.elements.count ? found : ListRecord()
  }
}

/// Where the parts of a value list lie among the elements.
@frozen
@usableFromInline
struct ListRecord {
  @usableFromInline var start = 0
  @usableFromInline var count = 0
  @usableFromInline var wordCount = 0
  @usableFromInline var numberCount = 0
  @usableFromInline var facts: UInt16 = 0

  @inlinable init() {}

  @inlinable init(start: Int, count: Int, wordCount: Int, numberCount: Int, facts: UInt16) {
    self.start = start
    self.count = count
    self.wordCount = wordCount
    self.numberCount = numberCount
    self.facts = facts
  }

  @inlinable var end: Int { start &+ count &+ wordCount &+ numberCount }
}
