import Diagnostics
import JSONCore

/// Columns: what they are called, where they stand, and what must be unique among them.
extension GridWalker {
  /// Walks the value of `cols`: an object by the columns' names, or a list of objects with `name`.
  mutating func walkColumns(_ form: Form) throws(ScanError) {
    let kind = kindAhead()
    let place = scanner.position..<scanner.position + 1
    switch kind {
    case .object: try walkColumnObject()
    case .array: try walkColumnList()
    case .string:
      // JSON in JSON, as the Python client sends columns.
      try scanner.skipValue()
      return
    default:
      let value = try passValue()
      if value.kind != .nonFinite { report(.missingColumns, .wrongColumns(value.kind), at: value.range) }
      return
    }
    if contents.columns.isEmpty { report(.emptyGrid, .noColumnsAtAll, at: place) }
    judgeForm(form, isObject: kind == .object)
    judgeOrders(isNeeded: kind == .object)
    judgeLengths()
  }

  private mutating func walkColumnObject() throws(ScanError) {
    try scanner.openObject()
    var isFirst = true
    while let key = try scanner.nextKey(&isFirst) {
      let range = key.string.range
      if let last = scanner.issues.last, case .duplicateKey(let first) = last.kind, last.range == range {
        convertedIssues.append(scanner.issues.count - 1)
        report(.duplicateColumnName, .repeatedName(first: first), at: range)
      }
      var column = GridContents.Column(place: range)
      column.name = key.string.content
      column.hasEscapedName = key.string.hasEscapes
      try walkColumn(&column, isNamedByKey: true)
      judgeName(column, isUnique: true)
      contents.columns.append(column)
    }
  }

  private mutating func walkColumnList() throws(ScanError) {
    try scanner.openArray()
    var isFirst = true
    while try scanner.nextElement(&isFirst) {
      _ = scanner.peek()
      var column = GridContents.Column(place: scanner.position..<scanner.position + 1)
      try walkColumn(&column, isNamedByKey: false)
      judgeName(column, isUnique: false)
      contents.columns.append(column)
    }
  }

  private mutating func walkColumn(_ column: inout GridContents.Column, isNamedByKey: Bool) throws(ScanError) {
    guard kindAhead() == .object else {
      let value = try passValue()
      if value.kind != .nonFinite { report(.missingColumns, .wrongColumn(value.kind), at: value.range) }
      column.isWrong = true
      return
    }
    try scanner.openObject()
    var isFirst = true
    while let key = try scanner.nextKey(&isFirst) {
      let bytes = scanner.bytes
      if key.hasText("data", bytes) {
        try walkColumnData(&column)
      } else if key.hasText("order", bytes) {
        try walkOrder(&column)
      } else if key.hasText("uid", bytes) {
        try walkUID(&column)
      } else if key.hasText("name", bytes), !isNamedByKey {
        try walkName(&column)
      } else {
        try scanner.skipValue()
      }
    }
    if column.hasData || column.order != nil || !column.uid.isEmpty { root.hasColumns = true }
    if !isNamedByKey, column.name == nil, !column.hasWrongName { report(.badColumn, .noName, at: column.place) }
  }

  private mutating func walkName(_ column: inout GridContents.Column) throws(ScanError) {
    guard kindAhead() == .string else {
      let value = try passValue()
      column.hasWrongName = true
      if value.kind != .nonFinite { report(.badColumn, .noName, at: value.range) }
      return
    }
    let string = try scanner.scanString()
    column.name = string.content
    column.hasEscapedName = string.hasEscapes
    column.place = string.range
  }

  private mutating func walkOrder(_ column: inout GridContents.Column) throws(ScanError) {
    let value = try passValue()
    column.orderRange = value.range
    column.hasOrder = true
    if value.kind == .number, let order = Int(scanner.bytes.text(value.range.prefix(20))), order >= 0 {
      column.order = order
    } else if value.kind != .nonFinite {
      report(.badColumn, .wrongOrder(value.kind), at: value.range)
    }
  }

  private mutating func walkUID(_ column: inout GridContents.Column) throws(ScanError) {
    let value = try passValue()
    column.hasUID = true
    column.uidRange = value.range
    guard value.kind == .string, value.range.count > 2 else {
      if value.kind != .nonFinite { report(.missingUID, .wrongUID(value.kind), at: value.range) }
      return
    }
    column.uid = StringText.string(scanner.bytes, value.range.dropFirst().dropLast())
    if let first = names.addUID(column.uid, at: contents.columns.count) {
      report(.duplicateColumnUID, .repeatedUID(first: contents.columns[first].uidRange), at: value.range)
    }
  }

  private mutating func walkColumnData(_ column: inout GridContents.Column) throws(ScanError) {
    column.hasData = true
    guard kindAhead() == .array else {
      let value = try passValue()
      if value.kind != .nonFinite { report(.badColumn, .wrongData(value.kind), at: value.range) }
      return
    }
    let start = scanner.position
    tally.clear()
    try walkCells()
    column.data = start..<scanner.position
    column.rows = tally.rows
    let counts = tally.counts
    let cells = tally.rows - counts[.null] - counts[.nonFinite]
    column.isNumeric = cells > 0 && counts[.number] == cells
    column.isText = cells > 0 && counts[.number] + counts[.boolean] + counts[.nested] == 0
    if tally.rows == 0 { report(.emptyGrid, .emptyColumn, at: column.place) }
    reportCells(column.data)
    reportMixture()
    judgeContent(column)
  }
}

// MARK: - What holds for all columns

extension GridWalker {
  private mutating func judgeName(_ column: GridContents.Column, isUnique: Bool) {
    guard let content = column.name else { return }
    let place = column.place
    guard !content.isEmpty else { return report(.duplicateColumnName, .emptyName, at: place) }
    let name = StringText.string(scanner.bytes, content)
    switch names.add(name, at: contents.columns.count) {
    case nil: break
    case .same(let other):
      if !isUnique {
        report(.duplicateColumnName, .repeatedName(first: contents.columns[other].place.lowerBound), at: place)
      }
      return
    case .equivalent(let other): report(.unicodeName, .equivalentName(other: contents.columns[other].place), at: place)
    case .similar(let other): report(.untidyColumnName, .similarName(other: contents.columns[other].place), at: place)
    }
    let traits = ColumnNameTraits(name)
    if traits.hasControls {
      report(.untidyColumnName, .nameWithControls, at: place)
    } else if traits.hasOuterSpace {
      report(.untidyColumnName, .nameWithSpace, at: place)
    }
    if traits.hasInvisible { report(.unicodeName, .invisibleCharacters, at: place) }
    if traits.isGenerated { report(.generatedName, .generatedName, at: place) }
  }

  /// What each column of this form must have.
  private mutating func judgeForm(_ form: Form, isObject: Bool) {
    let columns = contents.columns
    let isRecord = !isObject && !columns.contains(where: \.hasData)
    let hasUIDs = columns.contains(where: \.hasUID)
    for column in columns where !column.isWrong {
      // Columns of a record have a name and a uid.
      if !column.hasData, !isRecord || !column.hasUID { report(.badColumn, .noData, at: column.place) }
      guard isObject else { continue }
      if !column.hasOrder { report(.badColumn, .noOrder, at: column.place) }
      if form == .content, hasUIDs, !column.hasUID { report(.missingUID, .noUID, at: column.place) }
    }
    guard isObject, form == .content, !hasUIDs, let first = columns.first(where: { !$0.isWrong }) else { return }
    report(.missingUID, .noUIDs(columns: columns.count), at: first.place)
  }

  private mutating func judgeOrders(isNeeded: Bool) {
    let given = contents.columns.indices.filter { contents.columns[$0].order != nil }
    let sorted = given.inOrder { a, b in
      let (p, q) = (contents.columns[a], contents.columns[b])
      return (p.order ?? 0, p.orderRange.lowerBound) < (q.order ?? 0, q.orderRange.lowerBound)
    }
    var expected = 0
    var hasGap = false
    var last: GridContents.Column?
    for index in sorted {
      let column = contents.columns[index]
      let order = column.order ?? 0
      if let last, last.order == order {
        report(.duplicateOrder, .repeatedOrder(first: last.orderRange), at: column.orderRange)
        continue
      }
      // One gap says it all.
      if isNeeded, order != expected, !hasGap {
        hasGap = true
        report(.orderGap, .orderGap(expected: expected, found: order), at: column.orderRange)
      }
      expected = order &+ 1
      last = column
    }
  }

  /// Columns with another number of cells than most. Those that hold what was in the arrays of a figure are as long as these were.
  private mutating func judgeLengths() {
    guard rules.contains(.raggedColumns) else { return }
    var numbers: [Int: Int] = [:]
    var columns = 0
    for column in contents.columns {
      guard let rows = column.rows, rows > 0, !isExtracted(column) else { continue }
      columns += 1
      numbers[rows, default: 0] += 1
    }
    guard numbers.count > 1, let usual = numbers.max(by: { ($0.value, $0.key) < ($1.value, $1.key) })?.key,
      let odd = contents.columns.first(where: { ($0.rows ?? 0) > 0 && $0.rows != usual && !isExtracted($0) })
    else { return }
    let flaw = GridFlaw.raggedColumns(
      count: columns - (numbers[usual] ?? 0), of: columns, length: odd.rows ?? 0, usual: usual)
    report(.raggedColumns, flaw, at: odd.place)
  }

  private func isExtracted(_ column: GridContents.Column) -> Bool {
    column.name.map { ExtractedPath.isPath(scanner.bytes, $0) } ?? false
  }

  /// Constant columns, and those whose content another one has: only where somebody wants to know.
  private mutating func judgeContent(_ column: GridContents.Column) {
    guard rules.contains(.repeatedContent), tally.rows > 1 else { return }
    if RepeatedContents.isConstant(column.data, rows: tally.rows, scanner.bytes) {
      report(.repeatedContent, .constantColumn(rows: tally.rows), at: column.place)
    } else if let other = repeatedContents.add(column.data, at: contents.columns.count, scanner.bytes) {
      report(.repeatedContent, .sameContent(other: contents.columns[other].place), at: column.place)
    }
  }
}
