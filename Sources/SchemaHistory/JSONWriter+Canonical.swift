package import JSONCore

extension JSONWriter {
  /// Writes a JSON value in one spelling: numbers and strings that mean the same have one text, as plotly.js releases write
  /// `0.000001` and `1e-6`. A text that is no JSON is written as a string.
  package mutating func canonical(_ text: String) {
    Array(text.utf8).withInputBytes { bytes in
      do {
        let tape = try JSONTape(bytes)
        write(tape, 0)
      } catch {
        string(text)
      }
    }
  }

  /// Recurses as deep as the text nests, which the tape bounds.
  private mutating func write(_ tape: JSONTape, _ index: Int) {
    switch tape.kind(index) {
    case .string: string(tape.string(index))
    case .number:
      if let number = tape.number(index) { self.number(number) } else { null() }
    case .array: array { json in for element in tape.elements(index) { json.write(tape, element) } }
    case .object:
      object { json in
        for key in tape.keys(index) {
          json.key(tape.string(key))
          json.write(tape, key + 1)
        }
      }
    case .true, .false: bool(tape.kind(index) == .true)
    default: null()
    }
  }
}
