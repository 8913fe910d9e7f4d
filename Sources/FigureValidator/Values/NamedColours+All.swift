extension NamedColours {
  /// All names, in the order of their length. Made when they are first asked for.
  package static let all: [String] = (1...20).flatMap { length in
    table(ofLength: length)?.text.description.split(separator: " ").map(String.init) ?? []
  }
}
