public import JSONCore

extension ValidationTree {
  /// The definition of an attribute; one of type `any` without anything where there is none.
  @inlinable @inline(__always) public func attribute(_ id: AttributeID) -> AttributeDefinition {
    let index = Int(id.rawValue)
    guard index < sections.attributes.count else { return AttributeDefinition(0, ~0, 0xFFFF) }
    let record = sections.attributes.record(index, stride: AttributeDefinition.stride)
    return AttributeDefinition(bytes.u64(record), bytes.u64(record &+ 8), bytes.u32(record &+ 16))
  }

  /// The smallest value allowed, or nil.
  @inlinable public func minimum(of attribute: AttributeDefinition) -> Double? { attribute.minimum.map(number) }

  /// The largest value allowed, or nil.
  @inlinable public func maximum(of attribute: AttributeDefinition) -> Double? { attribute.maximum.map(number) }

  /// The default as JSON text, or nil if the schema names none.
  public func defaultText(of attribute: AttributeDefinition) -> String? { attribute.defaultText.map(text(at:)) }

  /// Calls `body` with the default as JSON text, without a copy; an empty text if the schema names none.
  public func withDefault<R>(of attribute: AttributeDefinition, _ body: (InputBytes, Range<Int>) -> R) -> R {
    body(bytes.input, attribute.defaultText.map(sideTextRange) ?? 0..<0)
  }

  @inlinable func number(_ index: UInt16) -> Double {
    guard Int(index) < sections.numbers.count else { return 0 }
    return Double(bitPattern: bytes.u64(sections.numbers.record(Int(index), stride: 8)))
  }
}

// MARK: - Items of an info_array

extension ValidationTree {
  /// How many positions have a definition: 1 for ``ItemForm/same``, rows for ``ItemForm/rows``.
  @inlinable public func itemCount(of attribute: AttributeDefinition) -> Int {
    attribute.itemForm == .none ? 0 : itemRange(attribute.itemList).count
  }

  /// The definition of the item at `position` (0-based) in an array of one dimension; nil where the schema says nothing.
  @inlinable public func item(of attribute: AttributeDefinition, at position: Int) -> AttributeID? {
    switch attribute.itemForm {
    case .none: nil
    case .same: item(attribute.itemList, 0)
    case .list: item(attribute.itemList, position)
    case .rows:
      // A row that is one definition describes a plain item, too.
      row(of: attribute, at: position).flatMap { isDefinition($0) ? item($0, 0) : nil }
    }
  }

  /// The definition of the item at `row` and `column` (0-based) in an array of arrays; nil where the schema says nothing.
  ///
  /// A row for which the schema has no list of its own follows the outer list, as in plotly.js.
  @inlinable public func item(of attribute: AttributeDefinition, row: Int, column: Int) -> AttributeID? {
    guard attribute.itemForm == .rows else { return item(of: attribute, at: column) }
    if let own = self.row(of: attribute, at: row), !isDefinition(own) { return item(own, column) }
    return item(of: attribute, at: column)
  }

  /// How many definitions a row (0-based) has, or nil if it has no list of its own.
  public func columnCount(of attribute: AttributeDefinition, row: Int) -> Int? {
    guard let row = self.row(of: attribute, at: row), !isDefinition(row) else { return nil }
    return itemRange(row).count
  }

  @inlinable func row(of attribute: AttributeDefinition, at index: Int) -> UInt16? {
    attribute.itemForm == .rows ? reference(attribute.itemList, index) : nil
  }

  /// Whether an item list stands for a position that has one definition and no list.
  @inlinable func isDefinition(_ list: UInt16) -> Bool {
    guard Int(list) < sections.itemLists.count else { return false }
    return bytes.u16(sections.itemLists.record(Int(list), stride: 8) &+ 6) & 1 != 0
  }

  @inlinable func item(_ list: UInt16, _ index: Int) -> AttributeID? {
    reference(list, index).map { AttributeID(rawValue: $0) }
  }

  @inlinable func reference(_ list: UInt16, _ index: Int) -> UInt16? {
    let range = itemRange(list)
    guard index >= 0, index < range.count else { return nil }
    return bytes.u16(sections.items.record(range.lowerBound &+ index, stride: 2))
  }

  @inlinable func itemRange(_ list: UInt16) -> Range<Int> {
    guard Int(list) < sections.itemLists.count else { return 0..<0 }
    let record = sections.itemLists.record(Int(list), stride: 8)
    let start = min(Int(bytes.u32(record)), sections.items.count)
    let count = min(Int(bytes.u16(record &+ 4)), sections.items.count &- start)
    return start..<start &+ count
  }
}
