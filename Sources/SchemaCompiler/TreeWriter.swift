import JSONCore
import PlotSchema
import ValidationTree

/// Lays a merged model out as bytes: ``TreeFormat``.
struct TreeWriter {
  private let model: MergedModel
  private(set) var warnings: [String] = []

  /// The bytes of each section, by its number.
  private var sections = [[UInt8]](repeating: [], count: TreeFormat.Section.allCases.count)
  private var versionSets = Interned<VersionSet>()
  private var groups = Interned<[Variant]>()
  private var lists = Interned<TreeList>()
  /// Numbers of the sources in `texts`.
  private var patterns = Interned<Int>()
  private var texts: WordTable
  private var itemLists = Interned<TreeAttribute.Row>()
  /// In ascending order.
  private var numbers: [Double] = []

  init(_ model: MergedModel) {
    self.model = model
    texts = model.texts
  }

  mutating func write() throws(CompileError) -> [UInt8] {
    collectNumbers()
    writeVersions()
    writeWords()
    writeContainers()
    writeAttributes()
    writeLists()
    writePatterns()
    writeContributions()
    writeGroups()
    writeItems()
    writeTexts()
    for root in model.roots { put(UInt16(truncatingIfNeeded: root), in: .roots) }
    for set in versionSets.values { put(set.rawValue, in: .versionSets) }
    for number in numbers { put(number.bitPattern, in: .numbers) }
    try checkLimits()
    return block()
  }

  // MARK: - Sections

  private mutating func writeVersions() {
    for (name, traits) in model.versions {
      put(UInt16(truncatingIfNeeded: texts.intern(name)), in: .versions)
      put(traits.rawValue, in: .versions)
    }
  }

  private mutating func writeWords() {
    var slots = [UInt32](repeating: 0, count: slotCount(model.words.count))
    for (index, word) in model.words.enumerated() {
      put(UInt32(truncatingIfNeeded: count(.wordText)), in: .wordStarts)
      sections[TreeFormat.Section.wordText.rawValue] += word
      let hash = word.withInputBytes { KeyHash($0, 0..<$0.count) }.value
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(truncatingIfNeeded: hash >> 48) << 16 | UInt32(truncatingIfNeeded: index + 1)
    }
    put(UInt32(truncatingIfNeeded: count(.wordText)), in: .wordStarts)
    for slot in slots { put(slot, in: .wordSlots) }
  }

  /// A power of two that leaves at least half of the slots empty.
  private func slotCount(_ words: Int) -> Int {
    var count = 16
    while count < words * 2 { count *= 2 }
    return count
  }

  private mutating func writeContainers() {
    for container in model.containers {
      put(UInt32(truncatingIfNeeded: count(.edgeWords)), in: .containers)
      put(UInt16(truncatingIfNeeded: container.edges.count), in: .containers)
      put(UInt16(container.isSubplot ? 1 : 0), in: .containers)
      for edge in container.edges {
        put(edge.word, in: .edgeWords)
        put(target(edge.variants), in: .edgeTargets)
      }
    }
  }

  private mutating func target(_ variants: TreeVariants) -> UInt16 {
    switch variants {
    case .everywhere(let node): node.rawValue
    case .some(let group): 0xC000 | UInt16(truncatingIfNeeded: groups.number(of: group)) & 0x3FFF
    }
  }

  private mutating func writeGroups() {
    for group in groups.values {
      put(UInt32(truncatingIfNeeded: count(.variants)), in: .groups)
      for variant in group {
        put(set(variant.versions), in: .variants)
        put(variant.node.rawValue, in: .variants)
      }
    }
    put(UInt32(truncatingIfNeeded: count(.variants)), in: .groups)
  }

  private mutating func writeAttributes() {
    for attribute in model.attributes {
      var flags = attribute.flags
      if attribute.minimum != nil { flags.insert(.hasMinimum) }
      if attribute.maximum != nil { flags.insert(.hasMaximum) }
      if attribute.defaultText != nil { flags.insert(.hasDefault) }
      if attribute.regex != nil || attribute.values?.hasPattern == true { flags.insert(.hasPattern) }
      let (form, items) = items(attribute.items)
      put(attribute.valType.rawValue, in: .attributes)
      put(attribute.dimensions.rawValue, in: .attributes)
      put(flags.rawValue, in: .attributes)
      putReference(attribute.values.map { lists.number(of: $0) })
      putReference(attribute.extras.map { lists.number(of: $0) })
      putReference(attribute.regex.map { patterns.number(of: $0) })
      putReference(attribute.defaultText)
      putReference(attribute.minimum.map(number))
      putReference(attribute.maximum.map(number))
      putReference(items)
      put(form.rawValue, in: .attributes)
      put(UInt8(0), in: .attributes)
    }
  }

  private mutating func putReference(_ number: Int?) {
    put(UInt16(truncatingIfNeeded: number ?? Int(AttributeDefinition.nothing)), in: .attributes)
  }

  private mutating func items(_ items: TreeAttribute.TreeItems) -> (ItemForm, Int?) {
    func row(_ items: [Int]) -> TreeAttribute.Row { TreeAttribute.Row(items: items, isDefinition: false) }
    switch items {
    case .none: return (.none, nil)
    case .same(let item): return (.same, itemLists.number(of: row([item])))
    case .list(let list): return (.list, itemLists.number(of: row(list)))
    case .rows(let rows):
      // An item list whose items are item lists.
      let numbers = rows.map { itemLists.number(of: $0) }
      return (.rows, itemLists.number(of: row(numbers)))
    }
  }

  private mutating func writeItems() {
    for list in itemLists.values {
      put(UInt32(truncatingIfNeeded: count(.items)), in: .itemLists)
      put(UInt16(truncatingIfNeeded: list.items.count), in: .itemLists)
      put(UInt16(list.isDefinition ? 1 : 0), in: .itemLists)
      for item in list.items { put(UInt16(truncatingIfNeeded: item), in: .items) }
    }
  }

  private mutating func writeLists() {
    for list in lists.values {
      let elements = list.elements.map { element($0) }
      let words = Set(list.elements.compactMap(\.word)).inOrder(by: <)
      let numbers = Set(list.elements.compactMap(\.number)).inOrder(by: <)
      put(UInt32(truncatingIfNeeded: count(.elements)), in: .valueLists)
      put(UInt16(truncatingIfNeeded: elements.count), in: .valueLists)
      put(UInt16(truncatingIfNeeded: words.count), in: .valueLists)
      put(UInt16(truncatingIfNeeded: numbers.count), in: .valueLists)
      put(UInt16(list.hasPattern ? 1 : 0), in: .valueLists)
      for element in elements { put(element, in: .elements) }
      for word in words { put(word, in: .elements) }
      for number in numbers { put(UInt16(truncatingIfNeeded: self.number(number)), in: .elements) }
    }
  }

  private mutating func element(_ element: TreeList.Element) -> UInt16 {
    switch element {
    case .word(let word): word
    case .number(let number): 0x4000 | UInt16(truncatingIfNeeded: self.number(number))
    case .pattern(let source, word: _): 0x8000 | UInt16(truncatingIfNeeded: patterns.number(of: source))
    case .bool(let bool): bool ? 0xC001 : 0xC000
    case .null: 0xC002
    }
  }

  private mutating func writePatterns() {
    for source in patterns.values {
      let (kind, program) = PatternCompiler.compile(texts.text(source))
      if kind == .unknown {
        warnings.append("the expression '\(texts.text(source))' is not understood: it accepts every text")
      }
      put(kind.rawValue, in: .patterns)
      put(UInt16(truncatingIfNeeded: source), in: .patterns)
      put(UInt32(truncatingIfNeeded: count(.programs)), in: .patterns)
      put(UInt32(truncatingIfNeeded: program.count), in: .patterns)
      sections[TreeFormat.Section.programs.rawValue] += program
    }
  }

  private mutating func writeContributions() {
    for contribution in model.contributions {
      put(contribution.subplot ?? 0xFFFF, in: .contributions)
      put(contribution.word, in: .contributions)
      put(UInt32(truncatingIfNeeded: count(.contributionEntries)), in: .contributions)
      put(UInt32(truncatingIfNeeded: contribution.entries.count), in: .contributions)
      for entry in contribution.entries {
        put(entry.types.rawValue, in: .contributionEntries)
        put(set(entry.variant.versions), in: .contributionEntries)
        put(entry.variant.node.rawValue, in: .contributionEntries)
        put(UInt32(0), in: .contributionEntries)
      }
    }
  }

  private mutating func writeTexts() {
    for index in 0..<texts.count {
      put(UInt32(truncatingIfNeeded: count(.texts)), in: .textStarts)
      sections[TreeFormat.Section.texts.rawValue] += texts.utf8(index)
    }
    put(UInt32(truncatingIfNeeded: count(.texts)), in: .textStarts)
  }

  // MARK: - Numbers

  private mutating func collectNumbers() {
    var found: Set<Double> = []
    for attribute in model.attributes {
      if let minimum = attribute.minimum { found.insert(minimum) }
      if let maximum = attribute.maximum { found.insert(maximum) }
      for element in attribute.values?.elements ?? [] { if let number = element.number { found.insert(number) } }
      for element in attribute.extras?.elements ?? [] { if let number = element.number { found.insert(number) } }
    }
    numbers = found.inOrder(by: <)
  }

  /// The position of a number in the table.
  private func number(_ value: Double) -> Int {
    var low = 0
    var high = numbers.count
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func set(_ versions: VersionSet) -> UInt16 {
    UInt16(truncatingIfNeeded: versionSets.number(of: versions))
  }

  // MARK: - Bytes

  private mutating func put(_ value: some FixedWidthInteger, in section: TreeFormat.Section) {
    TreeWriter.append(value, to: &sections[section.rawValue])
  }

  private static func append<T: FixedWidthInteger>(_ value: T, to bytes: inout [UInt8]) {
    var rest = value
    for _ in 0..<T.bitWidth / 8 {
      bytes.append(UInt8(truncatingIfNeeded: rest))
      // An integer of eight bits has nothing left behind that.
      rest = T.bitWidth > 8 ? rest >> 8 : 0
    }
  }

  /// How many records a section has by now.
  private func count(_ section: TreeFormat.Section) -> Int { sections[section.rawValue].count / section.stride }

  private func checkLimits() throws(CompileError) {
    func check(_ count: Int, _ what: String, _ limit: Int = TreeFormat.maxReferences) throws(CompileError) {
      guard count <= limit else { throw .tooMany(what, limit: limit) }
    }
    try check(groups.values.count, "groups of variants", TreeFormat.maxNodes)
    try check(numbers.count, "numbers", TreeFormat.maxNodes)
    try check(patterns.values.count, "regular expressions", TreeFormat.maxNodes)
    try check(lists.values.count, "value lists")
    try check(texts.count, "texts")
    try check(itemLists.values.count, "item lists")
    try check(versionSets.values.count, "version sets")
    for container in model.containers { try check(container.edges.count, "members of one container") }
    for list in lists.values { try check(list.elements.count, "values in one list") }
    for list in itemLists.values { try check(list.items.count, "items of one attribute") }
    try check(sections.reduce(0) { $0 + $1.count }, "bytes", Int(Int32.max))
  }

  private func block() -> [UInt8] {
    var hashed: [UInt8] = []
    var offset = TreeFormat.headerLength
    for section in TreeFormat.Section.allCases {
      TreeWriter.append(UInt32(truncatingIfNeeded: offset), to: &hashed)
      TreeWriter.append(UInt32(truncatingIfNeeded: count(section)), to: &hashed)
      offset += (sections[section.rawValue].count + 7) & ~7
    }
    for section in sections {
      hashed += section
      hashed += repeatElement(0, count: -section.count & 7)
    }
    var block: [UInt8] = []
    block.reserveCapacity(offset)
    TreeWriter.append(TreeFormat.magic, to: &block)
    TreeWriter.append(TreeFormat.version, to: &block)
    TreeWriter.append(UInt32(truncatingIfNeeded: offset), to: &block)
    TreeWriter.append(hashed.withInputBytes { KeyHash($0, 0..<$0.count) }.value, to: &block)
    return block + hashed
  }
}

extension TreeList {
  var hasPattern: Bool {
    elements.contains { if case .pattern = $0 { true } else { false } }
  }
}

extension TreeList.Element {
  /// The word that membership is asked for.
  fileprivate var word: UInt16? {
    switch self {
    case .word(let word): word
    case .pattern(_, word: let word): word
    case .number, .bool, .null: nil
    }
  }

  fileprivate var number: Double? {
    if case .number(let number) = self { number } else { nil }
  }
}

/// Values, each one once, numbered in the order in which they came.
private struct Interned<Value: Hashable> {
  private(set) var values: [Value] = []
  private var numbers: [Value: Int] = [:]

  mutating func number(of value: Value) -> Int {
    if let known = numbers[value] { return known }
    values.append(value)
    numbers[value] = values.count - 1
    return values.count - 1
  }
}
