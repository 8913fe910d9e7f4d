import Foundation
package import JSONCore

/// A JSON value as its text, byte for byte: numbers keep all their digits.
///
/// Literals make values: `["path": "lab/2024", "parent": -1]`.
public struct JSONText: Hashable, Sendable {
  /// UTF-8, one value.
  public let bytes: [UInt8]

  /// Takes text that is known to be one value.
  package init(trusted bytes: [UInt8]) { self.bytes = bytes }

  /// Takes a text that may be anything.
  ///
  /// - Throws: ``MalformedValue`` unless it is one JSON value (RFC 8259).
  /// - Complexity: O(length).
  public init(parsing bytes: [UInt8]) throws(MalformedValue) {
    let problem = bytes.withInputBytes { JSONText.problem($0) }
    if let problem { throw MalformedValue(problem) }
    self.bytes = bytes
  }

  public init(parsing text: String) throws(MalformedValue) { try self.init(parsing: Array(text.utf8)) }

  /// The JSON of a value, as Foundation writes it with its keys sorted.
  public init(encoding value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    bytes = Array(try encoder.encode(value))
  }

  /// Reads the value as a type of one's own, with Foundation's decoder.
  public func decoded<Value: Decodable>(as type: Value.Type = Value.self) throws -> Value {
    try JSONDecoder().decode(type, from: Data(bytes))
  }

  public static let null = JSONText(trusted: Array("null".utf8))

  /// An object with these members, in their order.
  public static func object(_ members: [(String, JSONText)]) -> JSONText {
    var json = JSONWriter()
    json.object { json in
      for (name, value) in members {
        json.key(name)
        json.raw(value.bytes)
      }
    }
    return JSONText(trusted: json.finish())
  }

  public static func array(_ elements: [JSONText]) -> JSONText {
    var json = JSONWriter()
    json.array { json in for element in elements { json.raw(element.bytes) } }
    return JSONText(trusted: json.finish())
  }

  public static func string(_ text: String) -> JSONText {
    var json = JSONWriter()
    json.string(text)
    return JSONText(trusted: json.finish())
  }

  /// Why a text is not JSON; nil if it is.
  package static func problem(_ bytes: InputBytes) -> String? {
    guard bytes.count <= JSONTape.maximumLength else { return "the text is longer than 2 GiB" }
    do throws(ScanError) {
      let tape = try JSONTape(bytes)
      let faults = tape.issues.filter(\.isFault)
      guard let fault = faults.first else { return nil }
      return "no JSON at byte \(fault.range.lowerBound)"
    } catch {
      return error.range.lowerBound >= bytes.count
        ? "the text ends too early" : "no JSON at byte \(error.range.lowerBound)"
    }
  }
}

extension TextIssue {
  /// Whether strict readers refuse the text because of it.
  package var isFault: Bool {
    switch kind {
    case .byteOrderMark, .trailingComma, .invalidUTF8, .nonFiniteToken: true
    case .loneSurrogate, .duplicateKey, .infiniteNumber, .inexactInteger: false
    }
  }
}

extension JSONText: CustomStringConvertible {
  public var description: String { String(decoding: bytes, as: UTF8.self) }
}

extension JSONText: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int) { bytes = Array(String(value).utf8) }
  public init(booleanLiteral value: Bool) { bytes = Array((value ? "true" : "false").utf8) }
  public init(arrayLiteral elements: JSONText...) { self = .array(elements) }
  public init(dictionaryLiteral elements: (String, JSONText)...) { self = .object(elements) }
}
