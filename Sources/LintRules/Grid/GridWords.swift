import Diagnostics
import FigureValidator
import JSONCore

/// Parts of what grid rules say.
enum GridWords {
  /// `, with 41 others like it`; nothing where there is no other.
  static func others(_ count: Int, _ words: String) -> String {
    count > 1 ? ", with \(EnglishList.count(count - 1, "other")) \(words)" : ""
  }

  /// The places of `NaN` and `Infinity` in an array. O(length).
  static func nonFiniteTokens(in data: Range<Int>, _ bytes: InputBytes) -> [Range<Int>] {
    var scanner = JSONScanner(bytes, range: data)
    guard (try? scanner.skipValue()) != nil else { return [] }
    return scanner.issues.filter { $0.kind == .nonFiniteToken }.map(\.range)
  }
}

extension WordingContext {
  /// The column that the place is in: `column 'voltage [V]'`, or by its index in a list `column 2`.
  var column: String {
    guard let cols = path.firstIndex(of: .key("cols")), path.indices.contains(cols + 1) else { return "the column" }
    switch path[cols + 1] {
    case .key(let name): return "column \(ClippedText(name).quoted)"
    case .index(let index): return "column \(index)"
    }
  }
}

extension ColumnContent {
  /// `98 numbers and 2 texts`.
  var summary: String {
    let kinds: [CellKind] = [.number, .numericText, .commaNumber, .date, .word, .missing]
    let parts = kinds.filter { counts[$0] > 0 }.inOrder { counts[$0] > counts[$1] }.map { kind in
      "\(counts[kind]) \(kind.words(isOne: counts[kind] == 1))"
    }
    return EnglishList.joined(parts, "and")
  }
}

extension CellKind {
  fileprivate func words(isOne: Bool) -> String {
    switch self {
    case .number: isOne ? "number" : "numbers"
    case .numericText: isOne ? "number as string" : "numbers as strings"
    case .commaNumber: isOne ? "number with a comma" : "numbers with a comma"
    case .date: isOne ? "date" : "dates"
    case .word: isOne ? "text" : "texts"
    case .missing: isOne ? "marker for nothing" : "markers for nothing"
    case .boolean: isOne ? "boolean" : "booleans"
    case .null: "null"
    case .nonFinite: "NaN"
    case .nested: isOne ? "array" : "arrays"
    }
  }
}

extension DateFormat.Family {
  /// An example.
  var words: String {
    switch self {
    case .iso: "like 2024-05-26"
    case .yearFirst: "like 2024/05/26"
    case .ambiguous: "like 06/05/2024"
    case .dayFirst: "like 26/05/2024"
    case .monthFirst: "like 05/26/2024"
    case .dotted: "like 26.05.2024"
    case .dashed: "like 26-05-2024"
    case .named: "like 26 May 2024"
    }
  }
}

extension DateFormat.Zone {
  /// `have no zone`, `are in UTC`, `are in the zone +02:00`.
  var words: String {
    switch self {
    case .none: "have no zone"
    case .utc: "are in UTC"
    case .offset(let minutes):
      "are in the zone \(minutes < 0 ? "-" : "+")\(DateFormat.Zone.two(abs(minutes) / 60)):\(DateFormat.Zone.two(abs(minutes) % 60))"
    }
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
