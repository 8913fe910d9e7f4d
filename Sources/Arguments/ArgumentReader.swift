/// Sorts the words of a command line into options and positionals, then turns them into values.
///
/// The words are collected as texts first: which option is missing or given twice is known only at the end, and lists are
/// read as a whole.
struct ArgumentReader {
  private let location: CommandLocation
  private let options: [ArgumentShape]
  /// The texts given for options, in order; a flag counts one empty text each time.
  private var given: [Given] = []
  private var positionals: [String] = []

  private struct Given {
    /// The index of the option.
    let option: Int
    let text: String
  }

  init(_ location: CommandLocation) {
    self.location = location
    options = location.command.options
  }

  /// Takes the words in. False where one asks for help.
  mutating func read(_ words: ArraySlice<String>) throws(ArgumentError) -> Bool {
    var rest = words
    while let word = rest.popFirst() {
      if word == "--" {
        positionals += rest
        return true
      }
      if word.hasPrefix("--") {
        try readLong(word, &rest)
      } else if word.hasPrefix("-"), word != "-" {
        guard try readShort(word, &rest) else { return false }
      } else {
        positionals.append(word)
      }
    }
    return true
  }

  /// `--name`, `--name=value` or `--name value`.
  private mutating func readLong(_ word: String, _ rest: inout ArraySlice<String>) throws(ArgumentError) {
    let body = word.dropFirst(2)
    let end = body.utf8.firstIndex(of: UInt8(ascii: "=")) ?? body.endIndex
    let name = String(body[..<end])
    guard let index = options.firstIndex(where: { $0.name == name }) else { throw location.unknownOption(word) }
    let attached = end < body.endIndex ? String(body[body.index(after: end)...]) : nil
    if options[index].takesValue {
      let typed = options[index].typedName
      let text = if let attached { attached } else { try value(of: typed, options[index], &rest) }
      try add(text, to: index, as: typed)
    } else if let attached {
      throw location.error(.unexpectedValue(option: options[index].typedName, value: attached))
    } else {
      addFlag(index)
    }
  }

  /// `-q`, `-qv`, `-oFILE`, `-o=FILE`, `-o FILE` or `-qo FILE`. False where help is among the letters.
  private mutating func readShort(_ word: String, _ rest: inout ArraySlice<String>) throws(ArgumentError) -> Bool {
    var letters = word.dropFirst()
    while let letter = letters.popFirst() {
      if letter == "h" { return false }
      let typed = "-\(letter)"
      guard let index = options.firstIndex(where: { $0.short == letter }) else {
        // The whole word is the better name where no letter of it was known.
        throw location.unknownOption(letters.count + 2 == word.count ? word : typed)
      }
      guard options[index].takesValue else {
        addFlag(index)
        continue
      }
      if letters.first == "=" { letters.removeFirst() }
      try add(letters.isEmpty ? value(of: typed, options[index], &rest) : String(letters), to: index, as: typed)
      return true
    }
    return true
  }

  /// The next word as the value of `option`. A word with a dash is one only if it is `-` or a negative number: a forgotten value
  /// must not swallow an option.
  private func value(
    of typed: String, _ option: ArgumentShape, _ rest: inout ArraySlice<String>
  ) throws(ArgumentError) -> String {
    let next = rest.first
    let isOption = next.map { $0.hasPrefix("-") && $0 != "-" && Int($0) == nil } ?? false
    guard let next, !isOption else {
      throw location.error(.missingValue(option: typed, valueName: option.valueName, next: next))
    }
    rest.removeFirst()
    return next
  }

  /// Takes a value in. `--output=` and `--output ''` are a script's unset variable far more often than they are meant.
  private mutating func add(_ text: String, to index: Int, as typed: String) throws(ArgumentError) {
    guard !text.isEmpty else {
      throw location.error(.missingValue(option: typed, valueName: options[index].valueName, next: nil))
    }
    given.append(Given(option: index, text: text))
  }

  private mutating func addFlag(_ index: Int) { given.append(Given(option: index, text: "")) }

  /// Turns what was collected into values.
  func finish(_ leaf: Command.Leaf) throws(ArgumentError) -> ParsedArguments {
    var parsed = ParsedArguments()
    // Few of many options are given.
    let isGiven = given.map(\.option)
    for (index, option) in options.enumerated() {
      let texts = isGiven.contains(index) ? given.filter { $0.option == index }.map(\.text) : []
      guard !texts.isEmpty else {
        if case .required = option.arity {
          throw location.error(.missingOption(option.typedName, valueName: option.valueName))
        }
        continue
      }
      if option.takesValue, !option.isList, texts.count > 1 { throw location.error(.repeatedOption(option.typedName)) }
      parsed.set(option, to: try read(option, as: option.typedName, texts))
    }
    for set in given.count > 1 ? leaf.exclusive : [] {
      let together = set.filter { parsed.isGiven($0) }
      guard together.count > 1 else { continue }
      throw location.error(.exclusiveOptions(together[0].typedName, together[1].typedName))
    }
    try place(leaf.positionals, into: &parsed)
    return parsed
  }

  /// Deals the positionals out, from the first row to the last.
  private func place(_ rows: [ArgumentShape], into parsed: inout ParsedArguments) throws(ArgumentError) {
    var rest = positionals[...]
    for row in rows {
      var texts: [String] = []
      if row.isList {
        texts = Array(rest)
        rest = []
      } else if let text = rest.popFirst() {
        texts = [text]
      }
      let isMissing =
        switch row.arity {
        case .required: texts.isEmpty
        case .list(let minimum): texts.count < minimum
        case .flag, .optional: false
        }
      guard !isMissing else { throw location.error(.missingPositional(row.valueName)) }
      if !texts.isEmpty { parsed.set(row, to: try read(row, as: row.valueName, texts)) }
    }
    if let extra = rest.first { throw location.error(.extraPositional(extra)) }
  }

  private func read(
    _ row: ArgumentShape, as argument: String, _ texts: [String]
  ) throws(ArgumentError) -> any Sendable {
    do throws(InvalidValue) {
      return try row.read(texts)
    } catch {
      throw location.error(.invalidValue(argument: argument, error))
    }
  }
}
