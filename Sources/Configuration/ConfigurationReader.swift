import Arguments
import JSONCore
import LintRules
import SystemIO

/// Reads a `figlint.json`: JSON, with comments, and commas before closing brackets, if one likes.
package enum ConfigurationReader {
  /// What became of a file.
  package enum Answer: Sendable {
    case configuration(ConfigurationFile)
    /// What is wrong with it, in the order of the text.
    case errors([ConfigurationError])
  }

  /// - Parameters:
  ///   - path: what errors call the file.
  ///   - folder: the absolute path of the directory that globs and paths in it are relative to.
  package static func read(_ text: [UInt8], path: String, folder: String) -> Answer {
    func errors(_ flaws: [Flaw]) -> Answer { .errors(Flaw.errors(flaws, in: text, path: path)) }
    let plain: [UInt8]
    do throws(CommentedJSON.Unterminated) {
      plain = try CommentedJSON.withoutComments(text)
    } catch {
      return errors([Flaw(error.offset, "the comment that begins here has no end", help: "write */ behind it")])
    }
    guard plain.count <= JSONTape.maximumLength else {
      return errors([Flaw(0, "the file is too large for a configuration", help: nil)])
    }
    // A file that was just made, or holds comments alone, says nothing.
    if plain.allSatisfy({ $0 <= 0x20 }) { return .configuration(ConfigurationFile(path: path, folder: folder)) }
    return plain.withInputBytes { bytes in
      let tape: JSONTape
      do throws(ScanError) {
        tape = try JSONTape(bytes)
      } catch {
        return errors([Flaw(breakingAt: error, bytes)])
      }
      var check = ShapeCheck(tape)
      check.checkRoot()
      guard check.flaws.isEmpty else { return errors(check.flaws) }
      var file = ConfigurationFile(path: path, folder: folder)
      let keys = ConfigurationKey.all
      for key in tape.keys(0) {
        let name = tape.string(key)
        keys.first { $0.name == name }?.take(key + 1, tape, &file)
      }
      return .configuration(file)
    }
  }
}

/// Something wrong with a configuration, at a 0-based byte.
struct Flaw {
  let offset: Int
  let message: String
  let help: String?

  init(_ offset: Int, _ message: String, help: String?) {
    self.offset = offset
    self.message = message
    self.help = help
  }

  /// That the text stops being JSON.
  init(breakingAt error: ScanError, _ bytes: InputBytes) {
    let words = BrokenText(error.kind, error.range, bytes).words
    self.init(error.range.lowerBound, words.message, help: words.help)
  }

  /// As errors with lines and columns, in the order of the text.
  static func errors(_ flaws: [Flaw], in text: [UInt8], path: String) -> [ConfigurationError] {
    text.withInputBytes { bytes in
      var lines = LineIndex(bytes)
      return flaws.inOrder { $0.offset < $1.offset }.map { flaw in
        let position = lines.position(of: flaw.offset)
        return ConfigurationError(
          path: path, line: position.line, column: position.column, message: flaw.message, help: flaw.help)
      }
    }
  }
}

/// Compares a configuration with the shapes of its keys.
private struct ShapeCheck {
  private let tape: JSONTape
  private(set) var flaws: [Flaw] = []

  init(_ tape: JSONTape) { self.tape = tape }

  mutating func checkRoot() {
    for issue in tape.issues {
      guard case .duplicateKey = issue.kind else { continue }
      let key = tape.bytes.text(issue.range)
      flaws.append(Flaw(issue.range.lowerBound, "the key \(key) is given twice", help: "delete one of them"))
    }
    check(0, .object(ConfigurationKey.all), of: nil)
  }

  /// Where a value or key begins.
  private func offset(_ value: Int) -> Int {
    tape.range(value).lowerBound - (tape.kind(value) == .string ? 1 : 0)
  }

  /// - Parameter name: the key that the value belongs to; nil for the whole.
  private mutating func check(_ value: Int, _ shape: ValueShape, of name: String?) {
    switch (shape, tape.kind(value)) {
    case (.text, .string): break
    case (.rule, .string): checkRule(value)
    case (.choice(let values), .string):
      let text = tape.string(value)
      if !values.contains(text) {
        flaws.append(
          Flaw(
            offset(value), "'\(text)' is not \(shape.expectation)",
            help: EditDistance.nearest(text, in: values).map { "did you mean '\($0)'?" }))
      }
    case (.integer(let range), .number):
      guard let number = tape.number(value), let integer = Int(exactly: number), range.contains(integer) else {
        return refuse(value, shape, of: name)
      }
    case (.list(let element), .array):
      for item in tape.elements(value) { check(item, element, of: name) }
    case (.list(.text), .string): break
    case (.list(.rule), .string): checkRule(value)
    case (.map(let keyShape, let element), .object):
      for key in tape.keys(value) {
        switch keyShape {
        case .rule: checkRule(key)
        case .place: checkPlace(key)
        }
        check(key + 1, element, of: tape.string(key))
      }
    case (.object(let keys), .object):
      for key in tape.keys(value) {
        let text = tape.string(key)
        if let known = keys.first(where: { $0.name == text }) {
          check(key + 1, known.shape, of: known.name)
        } else {
          refuse(key: key, text, keys.map(\.name), in: name)
        }
      }
    case (.anyObject, .object): break
    default: refuse(value, shape, of: name)
    }
  }

  private mutating func refuse(_ value: Int, _ shape: ValueShape, of name: String?) {
    let received =
      switch tape.kind(value) {
      case .string: "the string '\(tape.string(value))'"
      case .array: "an array"
      case .object: "an object"
      default: tape.bytes.text(tape.range(value))
      }
    let place = name.map { "'\($0)' is" } ?? "the configuration is"
    flaws.append(Flaw(offset(value), "\(place) \(received), expected \(shape.expectation)", help: nil))
  }

  private mutating func refuse(key: Int, _ text: String, _ names: [String], in name: String?) {
    // As other tools write them: maxDepth, fail_on.
    var hyphenated = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "_": hyphenated += "-"
      case "A"..."Z": hyphenated += (hyphenated.isEmpty ? "" : "-") + scalar.properties.lowercaseMapping
      default: hyphenated.unicodeScalars.append(scalar)
      }
    }
    let nearest = names.first { $0 == hyphenated } ?? EditDistance.nearest(text, in: names)
    flaws.append(
      Flaw(
        offset(key), "there is no key '\(text)'" + (name.map { " in '\($0)'" } ?? ""),
        help: nearest.map { "did you mean '\($0)'?" }
          ?? "the keys are " + names.map { "'\($0)'" }.joined(separator: ", ")))
  }

  private mutating func checkRule(_ value: Int) {
    do throws(UnknownRule) {
      _ = try RuleSelector(tape.string(value))
    } catch {
      flaws.append(
        Flaw(
          offset(value), "no rule is called '\(error.text)'",
          help: (error.nearest.map { "did you mean '\($0)'? " } ?? "") + "'figlint rules' lists them"))
    }
  }

  private mutating func checkPlace(_ key: Int) {
    let text = tape.string(key)
    if text.isEmpty || FilePlace(text, base: "/") == nil {
      flaws.append(
        Flaw(
          offset(key), "'\(text)' names no files, or no attribute in them",
          help: "write a glob, or a glob and an attribute: 'figs/*.json#data[*].marker'"))
    }
  }
}
