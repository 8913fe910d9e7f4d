import SchemaCompiler

/// What a cached schema is called, and given as `--target`: `4.2.0`, `4.2.0-custom`, `studio.example.com`.
package struct VersionName: Hashable, Sendable, CustomStringConvertible {
  package let description: String

  /// Reads a name; nil for what cannot be one: what means something else as a target, and what is no name of a file.
  package init?(_ text: String) {
    // Lower case, since there are file systems that do not tell case apart.
    let text = text.lowercased()
    guard (1...64).contains(text.utf8.count), text.utf8.allSatisfy({ VersionName.admits($0) }),
      text.utf8.first.map({ VersionName.isAlphanumeric($0) }) == true, !text.hasSuffix(".json")
    else { return nil }
    switch VersionSelector(text) {
    case nil, .exact: description = text
    case .line, .latest, .chartStudio: return nil
    }
  }

  /// What is asked of a name, as the end of a sentence that begins with "write".
  package static let rule = "a version such as '4.2.0', or a name of letters, digits, '.', '-' and '_'"

  private static func admits(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "+")
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
    default: false
    }
  }
}

extension VersionName {
  /// The name in the path of a file or URL: the only version in its last part, or else in the whole. Nil where there is none,
  /// or more than one.
  ///
  /// `…/v4.2.0/dist/plot-schema.json` and `plot-schema-4.2.0.json` give `4.2.0`.
  package static func told(byPath path: String) -> VersionName? {
    let last = path.split(separator: "/").last.map(String.init) ?? path
    for text in [last, path] {
      let found = Set(versions(in: text))
      if found.count == 1, let only = found.first { return VersionName(only) }
      if found.count > 1 { return nil }
    }
    return nil
  }

  /// The texts of three numbers that stand in `text`.
  private static func versions(in text: String) -> [String] {
    let runs = text.utf8.split { !(UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || $0 == UInt8(ascii: ".")) }
    return runs.compactMap { run in
      // A dot at an end belongs to what surrounds the version: '4.2.0.json'.
      let digits = run.drop { $0 == UInt8(ascii: ".") }.reversed().drop { $0 == UInt8(ascii: ".") }.reversed()
      let text = String(decoding: Array(digits), as: UTF8.self)
      return PlotlyVersion(text) == nil ? nil : text
    }
  }
}
