import JSONCore
import ValidationTree

/// Lays a merged model out as bytes: ``TreeFormat``.
struct TreeWriter {
  private let model: MergedModel
  private(set) var warnings: [String] = []

  private var sections: [TreeFormat.Section: [UInt8]] = [:]
  private var versionSets = Interned<VersionSet>()
  private var groups = Interned<[Variant]>()
  private var lists = Interned<TreeList>()
  private var patterns = Interned<String>()
  private var texts = Interned<String>()
  private var itemLists = Interned<TreeAttribute.Row>()
  private var numbers: [Double] = []

  init(_ model: MergedModel) { self.model = model }

  mutating func write() throws(CompileError) -> [UInt8] {
    collectNumbers()
    writeVersions()
    writeWords()
    writeContainers()
    writeAttributes()
    writeLists()
    writePatterns()
    writeContributions()
    writeVariants()
    writeItems()
    writeTexts()
    self[.roots] = model.roots.flatMap { bytes(UInt16($0)) }
    self[.versionSets] = versionSets.values.flatMap { bytes($0.rawValue) }
    self[.numbers] = numbers.flatMap { bytes($0.bitPattern) }
    try checkLimits()
    return block()
  }

  // MARK: - Sections

  private mutating func writeVersions() {
    for (name, traits) in model.versions {
      self[.versions] += bytes(UInt16(truncatingIfNeeded: texts.number(of: name))) + bytes(traits.rawValue)
    }
  }

  private mutating func writeWords() {
    var slots = [UInt32](repeating: 0, count: slotCount(model.words.count))
    for (index, word) in model.words.enumerated() {
      self[.wordStarts] += bytes(UInt32(self[.wordText].count))
      self[.wordText] += word
      let hash = word.withInputBytes { KeyHash($0, 0..<$0.count) }.value
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(truncatingIfNeeded: hash >> 48) << 16 | UInt32(index + 1)
    }
    self[.wordStarts] += bytes(UInt32(self[.wordText].count))
    self[.wordSlots] = slots.flatMap { bytes($0) }
  }

  /// A power of two that leaves at least half of the slots empty.
  private func slotCount(_ words: Int) -> Int {
    var count = 16
    while count < words * 2 { count *= 2 }
    return count
  }

  private mutating func writeContainers() {
    for container in model.containers {
      let first = self[.edgeWords].count / 2
      self[.containers] +=
        bytes(UInt32(first)) + bytes(UInt16(truncatingIfNeeded: container.edges.count))
        + bytes(UInt16(container.isSubplot ? 1 : 0))
      for edge in container.edges {
        self[.edgeWords] += bytes(edge.word)
        self[.edgeTargets] += bytes(target(edge.variants))
      }
    }
  }

  private mutating func target(_ variants: [Variant]) -> UInt16 {
    if variants.count == 1, variants[0].versions == .everywhere { return variants[0].node.rawValue }
    return 0xC000 | UInt16(truncatingIfNeeded: groups.number(of: variants)) & 0x3FFF
  }

  private mutating func writeAttributes() {
    for attribute in model.attributes {
      var flags = attribute.flags
      if attribute.minimum != nil { flags.insert(.hasMinimum) }
      if attribute.maximum != nil { flags.insert(.hasMaximum) }
      if attribute.defaultText != nil { flags.insert(.hasDefault) }
      if attribute.regex != nil || attribute.values?.hasPattern == true { flags.insert(.hasPattern) }
      let (form, items) = items(attribute.items)
      self[.attributes] += [attribute.valType.rawValue, attribute.dimensions.rawValue] + bytes(flags.rawValue)
      self[.attributes] += bytes(reference(attribute.values.map { lists.number(of: $0) }))
      self[.attributes] += bytes(reference(attribute.extras.map { lists.number(of: $0) }))
      self[.attributes] += bytes(reference(attribute.regex.map { patterns.number(of: $0) }))
      self[.attributes] += bytes(reference(attribute.defaultText.map { texts.number(of: $0) }))
      self[.attributes] += bytes(reference(attribute.minimum.map(number)))
      self[.attributes] += bytes(reference(attribute.maximum.map(number)))
      self[.attributes] += bytes(reference(items)) + [form.rawValue, 0]
    }
  }

  private mutating func items(_ items: TreeAttribute.TreeItems) -> (ItemForm, Int?) {
    switch items {
    case .none: (.none, nil)
    case .same(let item): (.same, itemLists.number(of: TreeAttribute.Row(items: [item], isDefinition: false)))
    case .list(let list): (.list, itemLists.number(of: TreeAttribute.Row(items: list, isDefinition: false)))
    case .rows(let rows):
      // A list of rows is an item list whose items are item lists.
      (
        .rows,
        itemLists.number(
          of: TreeAttribute.Row(items: rows.map { itemLists.number(of: $0) }, isDefinition: false))
      )
    }
  }

  private mutating func writeItems() {
    for list in itemLists.values {
      self[.itemLists] +=
        bytes(UInt32(self[.items].count / 2)) + bytes(UInt16(truncatingIfNeeded: list.items.count))
        + bytes(UInt16(list.isDefinition ? 1 : 0))
      self[.items] += list.items.flatMap { bytes(UInt16(truncatingIfNeeded: $0)) }
    }
  }

  private mutating func writeLists() {
    for list in lists.values {
      let elements = list.elements.map { element($0) }
      let words = Set(list.elements.compactMap(\.word)).sorted()
      let numbers = Set(
        list.elements.compactMap { element -> UInt16? in
          guard case .number(let number) = element else { return nil }
          return UInt16(truncatingIfNeeded: self.number(number))
        }
      ).sorted()
      self[.valueLists] += bytes(UInt32(self[.elements].count / 2))
      for count in [elements.count, words.count, numbers.count, list.hasPattern ? 1 : 0] {
        self[.valueLists] += bytes(UInt16(truncatingIfNeeded: count))
      }
      self[.elements] += (elements + words + numbers).flatMap { bytes($0) }
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
      let (kind, program) = PatternCompiler.compile(source)
      if kind == .unknown { warnings.append("the expression '\(source)' is not understood: it accepts every text") }
      self[.patterns] += bytes(kind.rawValue) + bytes(UInt16(truncatingIfNeeded: texts.number(of: source)))
      self[.patterns] += bytes(UInt32(self[.programs].count)) + bytes(UInt32(program.count))
      self[.programs] += program
    }
  }

  private mutating func writeContributions() {
    for contribution in model.contributions {
      self[.contributions] += bytes(contribution.subplot ?? 0xFFFF) + bytes(contribution.word)
      self[.contributions] += bytes(UInt32(self[.contributionEntries].count / 16))
      self[.contributions] += bytes(UInt32(contribution.entries.count))
      for entry in contribution.entries {
        self[.contributionEntries] += bytes(entry.types.rawValue) + bytes(set(entry.variant.versions))
        self[.contributionEntries] += bytes(entry.variant.node.rawValue) + bytes(UInt32(0))
      }
    }
  }

  private mutating func writeVariants() {
    for group in groups.values {
      self[.groups] += bytes(UInt32(self[.variants].count / 4))
      for variant in group { self[.variants] += bytes(set(variant.versions)) + bytes(variant.node.rawValue) }
    }
    self[.groups] += bytes(UInt32(self[.variants].count / 4))
  }

  private mutating func writeTexts() {
    for text in texts.values {
      self[.textStarts] += bytes(UInt32(self[.texts].count))
      self[.texts] += Array(text.utf8)
    }
    self[.textStarts] += bytes(UInt32(self[.texts].count))
  }

  // MARK: - Numbers

  private mutating func collectNumbers() {
    var found: Set<Double> = []
    for attribute in model.attributes {
      for bound in [attribute.minimum, attribute.maximum] { if let bound { found.insert(bound) } }
      for list in [attribute.values, attribute.extras] {
        for case .number(let number) in list?.elements ?? [] { found.insert(number) }
      }
    }
    numbers = found.sorted()
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

  // MARK: - Bytes

  private subscript(_ section: TreeFormat.Section) -> [UInt8] {
    get { sections[section] ?? [] }
    _modify { yield &sections[section, default: []] }
  }

  private mutating func set(_ versions: VersionSet) -> UInt16 {
    UInt16(truncatingIfNeeded: versionSets.number(of: versions))
  }

  private func reference(_ number: Int?) -> UInt16 { UInt16(truncatingIfNeeded: number ?? 0xFFFF) }

  private func bytes<T: FixedWidthInteger>(_ value: T) -> [UInt8] {
    (0..<MemoryLayout<T>.size).map { UInt8(truncatingIfNeeded: value >> T($0 * 8)) }
  }

  private func checkLimits() throws(CompileError) {
    func check(_ count: Int, _ what: String, _ limit: Int = TreeFormat.maxReferences) throws(CompileError) {
      guard count <= limit else { throw .tooMany(what, limit: limit) }
    }
    try check(groups.values.count, "groups of variants", TreeFormat.maxNodes)
    try check(numbers.count, "numbers", TreeFormat.maxNodes)
    try check(patterns.values.count, "regular expressions", TreeFormat.maxNodes)
    try check(lists.values.count, "value lists")
    try check(texts.values.count, "texts")
    try check(itemLists.values.count, "item lists")
    try check(versionSets.values.count, "version sets")
    for container in model.containers { try check(container.edges.count, "members of one container") }
    for list in lists.values { try check(list.elements.count, "values in one list") }
    for list in itemLists.values { try check(list.items.count, "items of one attribute") }
  }

  private func block() -> [UInt8] {
    var header: [UInt8] = []
    var body: [UInt8] = []
    for section in TreeFormat.Section.allCases {
      let content = self[section]
      header += bytes(UInt32(TreeFormat.headerLength + body.count)) + bytes(UInt32(content.count / section.stride))
      body += content
      body += Array(repeating: 0, count: -body.count & 7)
    }
    let hashed = header + body
    let hash = hashed.withInputBytes { KeyHash($0, 0..<$0.count) }.value
    return bytes(TreeFormat.magic) + bytes(TreeFormat.version)
      + bytes(UInt32(TreeFormat.hashedFrom + hashed.count)) + bytes(hash) + hashed
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
