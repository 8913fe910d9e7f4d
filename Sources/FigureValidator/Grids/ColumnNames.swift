/// The names and uids of columns, to find those that come twice, or nearly. O(1) a name on average.
struct ColumnNames {
  /// What another column's name has to do with a new one.
  enum Match {
    case same(Int)
    /// The same characters, written with other code points.
    case equivalent(Int)
    /// But for case and white space the same.
    case similar(Int)
  }

  /// The first column with a name, by the name without case and white space. Swift takes canonically equivalent texts for equal.
  private var columns: [String: (name: String, index: Int)] = [:]
  private var uids: [String: Int] = [:]

  /// Adds the name of the column at `index`; returns what an earlier one has to do with it.
  mutating func add(_ name: String, at index: Int) -> Match? {
    let folded = ColumnNames.folded(name)
    guard let other = columns[folded] else {
      columns[folded] = (name, index)
      return nil
    }
    if other.name.utf8.elementsEqual(name.utf8) { return .same(other.index) }
    return other.name == name || ColumnNames.isVisiblySame(other.name, name)
      ? .equivalent(other.index) : .similar(other.index)
  }

  /// Adds a uid of the column at `index`; returns the first column with it.
  mutating func addUID(_ uid: String, at index: Int) -> Int? {
    guard let first = uids[uid] else {
      uids[uid] = index
      return nil
    }
    return first
  }

  private static func folded(_ name: String) -> String {
    if name.utf8.allSatisfy({ 0x21...0x40 ~= $0 || 0x5B...0x7E ~= $0 }) { return name }
    var folded = String.UnicodeScalarView()
    for scalar in name.lowercased().unicodeScalars
    where !scalar.properties.isWhitespace && !ColumnNameTraits.isInvisible(scalar) {
      folded.append(scalar)
    }
    return String(folded)
  }

  /// Whether two names differ in characters alone that nobody sees.
  private static func isVisiblySame(_ a: String, _ b: String) -> Bool {
    func visible(_ name: String) -> String {
      String(String.UnicodeScalarView(name.unicodeScalars.filter { !ColumnNameTraits.isInvisible($0) }))
    }
    return visible(a) == visible(b)
  }
}

/// What is odd about the name of a column by itself.
struct ColumnNameTraits {
  private(set) var hasOuterSpace = false
  private(set) var hasControls = false
  private(set) var hasInvisible = false
  private(set) var isGenerated = false

  /// O(length).
  init(_ name: String) {
    let scalars = name.unicodeScalars
    hasOuterSpace = scalars.first?.properties.isWhitespace == true || scalars.last?.properties.isWhitespace == true
    isGenerated = ColumnNameTraits.isGenerated(name)
    for scalar in scalars {
      if scalar.value < 0x20 || 0x7F...0x9F ~= scalar.value { hasControls = true }
      if ColumnNameTraits.isInvisible(scalar) { hasInvisible = true }
    }
  }

  /// Characters of no width that neither join nor shape what is around them: zero-width space, word joiner, byte-order mark, soft hyphen.
  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200B, 0x2060, 0xFEFF, 0x00AD: true
    default: false
    }
  }

  /// What programs call columns that have no name: pandas `Unnamed: 0` and `level_0`, or what became of a missing value.
  private static func isGenerated(_ name: String) -> Bool {
    if ["nan", "NaN", "undefined"].contains(name) { return true }
    if name.hasPrefix("level_") { return isNumbers(name.dropFirst(6)) }
    guard name.hasPrefix("Unnamed: ") else { return false }
    return name.dropFirst(9).split(separator: "_", omittingEmptySubsequences: false)
      .allSatisfy { $0 == "level" || isNumbers($0) }
  }

  private static func isNumbers(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { 0x30...0x39 ~= $0 || $0 == UInt8(ascii: ".") }
  }
}
