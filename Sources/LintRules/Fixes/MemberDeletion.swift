import Diagnostics
import FigureValidator
import JSONCore

/// The change of a text that deletes a member of an object, with one of the commas around it.
enum MemberDeletion {
  /// The edits; nil where the object does not have the key, or is broken.
  ///
  /// - Parameters:
  ///   - key: the bytes of the member's key, with its quotes.
  ///   - object: where the object opens (0-based byte).
  ///   - values: what is known of the figure.
  static func edits(
    deleting key: Range<Int>, inObjectAt object: Int, knowing values: KnownValues?, _ bytes: InputBytes
  ) -> [Fix.Edit]? {
    guard object < key.lowerBound, key.upperBound <= bytes.count else { return nil }
    var scanner = JSONScanner(bytes, range: object..<bytes.count, maximumDepth: .max)
    var members: [(key: Range<Int>, value: Range<Int>)] = []
    var inside = values?.inside(valueAt: object) ?? .nothing
    do throws(ScanError) {
      try scanner.forEachMember { (key, scanner) throws(ScanError) in
        _ = scanner.peek()
        let start = scanner.position
        try scanner.skipValue(knowing: values, &inside)
        members.append((key.string.range, start..<scanner.position))
      }
    } catch {
      return nil
    }
    guard let index = members.firstIndex(where: { $0.key == key }) else { return nil }
    return [Fix.Edit(range: MemberMove.deleted(index, members), text: "")]
  }
}
