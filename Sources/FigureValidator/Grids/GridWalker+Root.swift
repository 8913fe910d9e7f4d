import Diagnostics
import JSONCore

/// The members of a grid document around its columns.
extension GridWalker {
  /// The members that mean something together with others, whatever their order.
  private struct Members {
    var cols = false
    var rows = false
    var metadata: Range<Int>?
    /// The key of a `data` that holds the grid to be made.
    var data: Range<Int>?
    var fid = false
    var fileType: String?
    var sourceURL = false
    var sourceReferer: Range<Int>?
    var shareKey: Range<Int>?
  }

  /// Where the columns stand.
  enum Form {
    /// Below `data`: a grid to be made.
    case create
    /// At the root.
    case content
  }

  mutating func walkRoot() throws(ScanError) {
    let kind = kindAhead()
    let start = scanner.position
    guard kind == .object else {
      let value = try passValue()
      guard value.kind != .nonFinite else { return }
      return report(.missingColumns, .noObject(value.kind), at: value.range)
    }
    root.isObject = true
    root.opening = start..<start + 1
    try walkDocument(isEnvelope: true)
  }

  /// - Parameter isEnvelope: whether `file` may hold the record of a grid.
  private mutating func walkDocument(isEnvelope: Bool) throws(ScanError) {
    let opening = scanner.position..<scanner.position + 1
    var members = Members()
    try scanner.openObject()
    var isFirst = true
    while let key = try scanner.nextKey(&isFirst) {
      let text = key.string.content.count <= 20 ? StringText.string(scanner.bytes, key.string.content) : ""
      switch text {
      case "cols":
        members.cols = true
        try walkColumns(.content)
      case "data":
        members.data = key.string.range
        try walkData(&members)
      case "file" where isEnvelope && kindAhead() == .object:
        members.cols = true
        try walkDocument(isEnvelope: false)
      case "metadata":
        members.metadata = key.string.range
        try walkMetadataValue()
      case "rows":
        members.rows = true
        try walkRows()
      case "fid":
        members.fid = true
        contents.fileID = try passText()
      case "filetype": members.fileType = try passText()
      case "source_url": members.sourceURL = try passValue().kind != .null
      case "source_referer":
        if try passValue().kind != .null { members.sourceReferer = key.string.range }
      case "source_fid": try walkSourceFileID()
      case "world_readable": contents.isWorldReadable = try passBoolean()
      case "share_key_enabled":
        contents.hasShareKey = try passBoolean()
        members.shareKey = key.string.range
      default: try scanner.skipValue()
      }
    }
    judge(members, opening)
  }

  /// What members mean together.
  private mutating func judge(_ members: Members, _ opening: Range<Int>) {
    let isOther = members.fileType.map { $0 != "grid" } ?? false
    if isOther, let metadata = members.metadata { report(.misplacedMetadata, .metadataOfOther, at: metadata) }
    if let data = members.data, members.fid { report(.badCreateField, .dataInRecord, at: data) }
    if let referer = members.sourceReferer, !members.sourceURL {
      report(.badCreateField, .refererWithoutSource, at: referer)
    }
    if contents.isWorldReadable == true, contents.hasShareKey == true, let key = members.shareKey {
      report(.gridVisibility, .bothShareFlags, at: key)
    }
    if members.fid, members.fileType == "grid" { root.hasColumns = true }
    // The record of a grid may come without columns, and metadata and rows may be sent alone.
    let isAlone = members.rows || members.metadata != nil || members.fid
    if !members.cols, members.data == nil, !isAlone { report(.missingColumns, .noColumns, at: opening) }
  }

  /// The value of `data` at the root: the grid to be made, or a string with its JSON.
  private mutating func walkData(_ members: inout Members) throws(ScanError) {
    switch kindAhead() {
    case .object:
      let opening = scanner.position..<scanner.position + 1
      var hasColumns = false
      try scanner.openObject()
      var isFirst = true
      while let key = try scanner.nextKey(&isFirst) {
        if key.hasText("cols", scanner.bytes) {
          hasColumns = true
          try walkColumns(.create)
        } else if key.hasText("metadata", scanner.bytes) {
          members.metadata = key.string.range
          try walkMetadataValue()
        } else {
          try scanner.skipValue()
        }
      }
      if !hasColumns { report(.missingColumns, .noColumns, at: opening) }
    case .string: try scanner.skipValue()
    default:
      let value = try passValue()
      if value.kind != .nonFinite { report(.missingColumns, .noObject(value.kind), at: value.range) }
    }
  }

  /// `rows` to be appended: lists of one length, as many cells as there are columns where these are given.
  private mutating func walkRows() throws(ScanError) {
    guard kindAhead() == .array else {
      let value = try passValue()
      if value.kind != .nonFinite { report(.rowLength, .wrongRow(value.kind), at: value.range) }
      return
    }
    var expected = contents.columns.isEmpty ? nil : contents.columns.count
    let isColumnCount = expected != nil
    try scanner.openArray()
    var isFirst = true
    while try scanner.nextElement(&isFirst) {
      guard kindAhead() == .array else {
        let value = try passValue()
        if value.kind != .nonFinite { report(.rowLength, .wrongRow(value.kind), at: value.range) }
        continue
      }
      let start = scanner.position
      tally.clear()
      try walkCells()
      reportCells(start..<scanner.position)
      if let expected, tally.rows != expected {
        let flaw = GridFlaw.rowLength(tally.rows, expected: expected, isColumnCount: isColumnCount)
        report(.rowLength, flaw, at: start..<scanner.position)
      }
      expected = expected ?? tally.rows
    }
  }

  private mutating func walkSourceFileID() throws(ScanError) {
    let value = try passValue()
    switch value.kind {
    case .null, .nonFinite: break
    case .string where FileIDText.isFileID(StringText.string(scanner.bytes, value.range.dropFirst().dropLast())): break
    default: report(.badCreateField, .malformedFileID, at: value.range)
    }
  }

  /// Passes the next value; its text if it is a string.
  private mutating func passText() throws(ScanError) -> String? {
    let value = try passValue()
    return value.kind == .string ? StringText.string(scanner.bytes, value.range.dropFirst().dropLast()) : nil
  }

  private mutating func passBoolean() throws(ScanError) -> Bool? {
    switch try passValue().kind {
    case .true: true
    case .false: false
    default: nil
    }
  }
}
