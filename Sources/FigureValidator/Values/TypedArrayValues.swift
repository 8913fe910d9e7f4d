package import JSONCore

/// The numbers of a typed array, decoded.
///
/// Allocates the decoded bytes; for places where few are read.
package struct TypedArrayValues: Sendable {
  private let element: TypedArrayElement
  private let bytes: [UInt8]
  package let count: Int
  /// The sizes of its dimensions, outermost first: one where the array has no shape.
  package let shape: [Int]

  /// Decodes the object `{"dtype", "bdata", "shape"}` in `range` (0-based bytes). Nil where plotly.js cannot.
  package init?(_ range: Range<Int>, _ input: InputBytes) {
    var scanner = JSONScanner(input, range: range, maximumDepth: .max)
    var type: TypedArrayElement?
    var data: [UInt8]?
    var shape: [Int]?
    do throws(ScanError) {
      try scanner.openObject()
      var isFirst = true
      while let key = try scanner.nextUnloggedKey(&isFirst) {
        let isString = scanner.peek() == UInt8(ascii: "\"")
        let start = scanner.position
        try scanner.skipValue()
        let value = start..<scanner.position
        if key.hasText("dtype", input) {
          let text = isString ? StringText.decoded(input, value.dropFirst().dropLast()) : input.copy(value)
          type = text.withInputBytes { TypedArrayElement($0, 0..<$0.count) }
        } else if key.hasText("bdata", input), isString {
          data = TypedArrayValues.data(input, value.dropFirst().dropLast())
        } else if key.hasText("shape", input) {
          shape = TypedArrayValues.sizes(
            isString ? StringText.decoded(input, value.dropFirst().dropLast()) : input.copy(value))
        }
      }
    } catch {
      return nil
    }
    guard let type, let data, data.count % type.size == 0 else { return nil }
    element = type
    bytes = data
    count = data.count / type.size
    self.shape = shape ?? [count]
    guard self.shape.reduce(1, { $0.multipliedReportingOverflow(by: $1).partialValue }) == count else { return nil }
  }

  /// The number at `index`, 0-based.
  package subscript(index: Int) -> Double {
    let bits = bits(at: index * element.size)
    return switch element {
    case .uint8Clamped, .uint8, .uint16, .uint32: Double(bits)
    case .int8: Double(Int8(truncatingIfNeeded: bits))
    case .int16: Double(Int16(truncatingIfNeeded: bits))
    case .int32: Double(Int32(truncatingIfNeeded: bits))
    case .float32: Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
    case .float64: Double(bitPattern: bits)
    }
  }

  /// The bytes of the element at `start`, the first one lowest.
  private func bits(at start: Int) -> UInt64 {
    if let word = bytes.withInputBytes({ $0.word(at: start) }) {
      return word & UInt64.max &>> UInt64(64 - 8 * element.size)
    }
    var bits: UInt64 = 0
    for offset in 0..<element.size { bits |= UInt64(bytes[start + offset]) &<< UInt64(8 * offset) }
    return bits
  }

  /// The bytes that the base64 text in a string stands for; nil where it is none.
  private static func data(_ input: InputBytes, _ content: Range<Int>) -> [UInt8]? {
    guard input.firstOffset(of: UInt8(ascii: "\\"), in: content) == nil else {
      return StringText.decoded(input, content).withInputBytes { Base64.decoded($0, 0..<$0.count) }
    }
    return Base64.decoded(input, content)
  }

  /// `2, 3`.
  private static func sizes(_ text: [UInt8]) -> [Int]? {
    var sizes: [Int] = []
    for part in text.split(separator: UInt8(ascii: ",")) {
      let digits = part.filter { $0 != 0x20 }
      guard let size = Int(String(decoding: digits, as: UTF8.self)), size >= 0 else { return nil }
      sizes.append(size)
    }
    return sizes.isEmpty ? nil : sizes
  }
}
