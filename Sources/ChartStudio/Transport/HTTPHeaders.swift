/// The fields of a header, in order; names are compared without case (RFC 9110, section 5.1).
public struct HTTPHeaders: Sendable {
  public private(set) var fields: [Field] = []

  public struct Field: Equatable, Sendable {
    public let name: String
    public let value: String
  }

  public init() {}

  /// The first value of a name; nil for none. Assigning replaces all values, and nil removes them.
  public subscript(name: String) -> String? {
    get { fields.first { HTTPHeaders.isSame($0.name, name) }?.value }
    set {
      fields.removeAll { HTTPHeaders.isSame($0.name, name) }
      if let newValue { fields.append(Field(name: name, value: newValue)) }
    }
  }

  public mutating func append(_ name: String, _ value: String) { fields.append(Field(name: name, value: value)) }

  /// Names whose values are secrets.
  static let secretNames = ["Authorization", "Plotly-Authorization", "Proxy-Authorization", "Cookie", "X-CSRFToken"]

  /// The header without what is meant for one server only.
  var withoutCredentials: HTTPHeaders {
    var copy = self
    for name in HTTPHeaders.secretNames { copy[name] = nil }
    return copy
  }

  /// The first field that cannot be sent: a name that is no token, or a value with control characters, which could begin
  /// another field (RFC 9110, sections 5.1 and 5.5).
  var firstInvalidName: String? {
    fields.first { field in
      field.name.isEmpty || !field.name.utf8.allSatisfy(HTTPHeaders.isTokenByte)
        || field.value.utf8.contains { ($0 < 0x20 && $0 != 0x09) || $0 == 0x7f }
    }?.name
  }

  static func isSame(_ a: String, _ b: String) -> Bool { a.lowercased() == b.lowercased() }

  private static func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
  }
}

extension HTTPHeaders: Equatable {
  /// Names without case; order counts.
  public static func == (a: HTTPHeaders, b: HTTPHeaders) -> Bool {
    a.fields.count == b.fields.count
      && zip(a.fields, b.fields).allSatisfy { isSame($0.name, $1.name) && $0.value == $1.value }
  }
}

extension HTTPHeaders: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (String, String)...) {
    for (name, value) in elements { append(name, value) }
  }
}

extension HTTPHeaders: CustomStringConvertible, CustomDebugStringConvertible {
  /// `Accept: text/plain, Authorization: …`: secrets do not show.
  public var description: String {
    fields.map { field in
      let isSecret = HTTPHeaders.secretNames.contains { HTTPHeaders.isSame($0, field.name) }
      return field.name + ": " + (isSecret ? "…" : field.value)
    }.joined(separator: ", ")
  }
  public var debugDescription: String { description }
}
