import FigureValidator
import JSONCore

/// The members of one object of the text, as far as suggestions care.
final class MemberList {
  /// From its opening bracket (0-based bytes) to behind its closing one, or the end of the text where that breaks before.
  let range: Range<Int>
  /// The text of the last member called `type`, if that is a string and the object is whole.
  let type: String?

  private let keys: [StringToken]
  /// The texts of the keys where there are many.
  private let names: Set<String>
  private let bytes: InputBytes

  /// With so many keys a set costs less than to compare with each.
  private static let many = 32

  /// Reads the object that opens at `offset`. What follows a break in the text does not count.
  ///
  /// - Parameters:
  ///   - scanner: of the text, outside of all containers; inside of some behind a break.
  ///   - values: what is known of the figure.
  init(ofObjectAt offset: Int, _ scanner: inout JSONScanner, knowing values: KnownValues?) {
    let (bytes, end) = (scanner.bytes, scanner.end)
    if offset < scanner.position { scanner.rewind(to: offset) } else { scanner.position = offset }
    var keys: [StringToken] = []
    keys.reserveCapacity(8)
    var type: Range<Int>?
    var behind = end
    var inside = values?.inside(valueAt: offset) ?? .nothing
    do throws(ScanError) {
      if scanner.peek() == UInt8(ascii: "{") {
        try scanner.openObject()
        var isFirst = true
        while let key = try scanner.nextUnloggedKey(&isFirst) {
          keys.append(key.string)
          let first = scanner.peek()
          let start = scanner.position
          try scanner.skipValue(knowing: values, &inside)
          if key.hasText("type", bytes) {
            type = first == UInt8(ascii: "\"") ? start + 1..<scanner.position - 1 : nil
          }
        }
      } else {
        try scanner.skipValue()
      }
      behind = scanner.position
    } catch {
      type = nil
    }
    range = offset..<behind
    self.type = type.map { StringText.string(bytes, $0) }
    self.keys = keys
    self.bytes = bytes
    names = keys.count < MemberList.many ? [] : Set(keys.map { StringText.string(bytes, $0.content) })
  }

  /// Whether a member is called `name`.
  func contains(_ name: String) -> Bool {
    guard names.isEmpty else { return names.contains(name) }
    return keys.contains { key in
      if key.hasEscapes { return StringText.string(bytes, key.content) == name }
      guard key.content.count == name.utf8.count else { return false }
      return name.utf8.span.withInputBytes { bytes.equals(key.content, 0..<$0.count, of: $0) }
    }
  }
}
