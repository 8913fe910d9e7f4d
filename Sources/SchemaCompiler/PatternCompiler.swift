import ValidationTree

/// Compiles the regular expressions of the schema to programs for ``ValidationTree/ValidationTree/matches(_:_:_:)``.
///
/// plotly.js has few forms: a name, counters (`([2-9]|[1-9][0-9]+)?`), an optional ending (`( domain)?`), bound to both
/// ends. Another form becomes ``ValidationTree/PatternKind/unknown``, which matches everything.
struct PatternCompiler {
  /// Whether a value of an enumerated attribute is an expression: plotly.js looks at the first and the last
  /// character, which for the value `/` are the same one.
  static func isExpression(_ value: some Collection<UInt8>) -> Bool {
    value.first == UInt8(ascii: "/") && Array(value).last == UInt8(ascii: "/")
  }

  /// The kind and the program of an expression with its slashes.
  static func compile(_ source: String) -> (kind: PatternKind, program: [UInt8]) {
    let text = Array(source.utf8)
    guard text.count > 1 else { return (.accidental, []) }
    guard text.starts(with: Array("/^".utf8)), text.suffix(2) == Array("$/".utf8)[...], text.count >= 4 else {
      return (.unknown, [])
    }
    var compiler = PatternCompiler(rest: text[2..<text.count - 2])
    while !compiler.rest.isEmpty {
      guard compiler.compileStep() else { return (.unknown, []) }
    }
    return (.program, compiler.program)
  }

  private var rest: ArraySlice<UInt8>
  private var program: [UInt8] = []
  /// Digits here would be taken by the counter before: then one pass could not decide.
  private var isBehindCounter = false

  private init(rest: ArraySlice<UInt8>) { self.rest = rest }

  private mutating func compileStep() -> Bool {
    if take("([2-9]|[1-9][0-9]+)") {
      guard !isBehindCounter else { return false }
      program.append((take("?") ? PatternOperation.optionalCounter : .counter).rawValue)
      isBehindCounter = true
      return true
    }
    if take("(") {
      guard let literal = takeLiteral(), take(")?") else { return false }
      return append(literal, .optionalLiteral)
    }
    guard let literal = takeLiteral() else { return false }
    // A repetition would belong to the last character only.
    guard rest.first.map({ !Array("?*+{".utf8).contains($0) }) ?? true else { return false }
    return append(literal, .literal)
  }

  private mutating func append(_ literal: [UInt8], _ operation: PatternOperation) -> Bool {
    guard literal.count < 256, let first = literal.first, !(isBehindCounter && (0x30...0x39).contains(first)) else {
      return false
    }
    // Behind an optional ending a counter's digits may still be the last thing taken.
    if operation == .literal { isBehindCounter = false }
    program += [operation.rawValue, UInt8(literal.count)] + literal
    return true
  }

  private mutating func take(_ text: String) -> Bool {
    guard rest.starts(with: text.utf8) else { return false }
    rest = rest.dropFirst(text.utf8.count)
    return true
  }

  /// Takes characters that stand for themselves.
  private mutating func takeLiteral() -> [UInt8]? {
    let special = Array("\\^$.|?*+()[]{}".utf8)
    let literal = Array(rest.prefix { !special.contains($0) })
    rest = rest.dropFirst(literal.count)
    return literal.isEmpty ? nil : literal
  }
}
