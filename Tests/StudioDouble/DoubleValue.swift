import JSONCore

/// JSON as the double keeps it: numbers as they were written, members in order.
package indirect enum DoubleValue: Sendable, Equatable {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([DoubleValue])
  case object([Member])

  package struct Member: Sendable, Equatable {
    package let name: String
    package var value: DoubleValue
  }

  /// Nil for text that is not JSON.
  package init?(_ text: [UInt8]) {
    let value = text.withInputBytes { bytes -> DoubleValue? in
      guard let tape = try? JSONTape(bytes), tape.issues.allSatisfy({ $0.kind != .nonFiniteToken }) else { return nil }
      return DoubleValue(tape, 0)
    }
    guard let value else { return nil }
    self = value
  }

  private init(_ tape: JSONTape, _ index: Int) {
    switch tape.kind(index) {
    case .null, .nonFinite: self = .null
    case .true: self = .bool(true)
    case .false: self = .bool(false)
    case .number: self = .number(tape.bytes.text(tape.range(index)))
    case .string: self = .string(tape.string(index))
    case .array: self = .array(tape.elements(index).map { DoubleValue(tape, $0) })
    case .object:
      var members: [Member] = []
      var places: [String: Int] = [:]
      for key in tape.keys(index) {
        let member = Member(name: tape.string(key), value: DoubleValue(tape, key + 1))
        if let place = places[member.name] {
          members[place] = member
        } else {
          places[member.name] = members.count
          members.append(member)
        }
      }
      self = .object(members)
    }
  }

  package subscript(name: String) -> DoubleValue? {
    get { members.first { $0.name == name }?.value }
    set {
      var members = members
      let place = members.firstIndex { $0.name == name }
      switch (place, newValue) {
      case (let place?, let value?): members[place].value = value
      case (let place?, nil): members.remove(at: place)
      case (nil, let value?): members.append(Member(name: name, value: value))
      case (nil, nil): break
      }
      self = .object(members)
    }
  }

  package var members: [Member] { if case .object(let members) = self { members } else { [] } }
  package var elements: [DoubleValue]? { if case .array(let elements) = self { elements } else { nil } }
  package var string: String? { if case .string(let text) = self { text } else { nil } }
  package var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
  package var int: Int? {
    switch self {
    case .number(let text), .string(let text): Int(text)
    default: nil
    }
  }
  package var isObject: Bool { if case .object = self { true } else { false } }

  /// The value itself, or that in a string: the service takes both in many fields.
  var decoded: DoubleValue { string.flatMap { DoubleValue(Array($0.utf8)) } ?? self }

  package static func record(_ members: KeyValuePairs<String, DoubleValue>) -> DoubleValue {
    .object(members.map { Member(name: $0.key, value: $0.value) })
  }

  package static func int(_ value: Int) -> DoubleValue { .number(String(value)) }

  package var text: String {
    var json = JSONWriter()
    write(&json)
    return String(decoding: json.finish(), as: UTF8.self)
  }

  private func write(_ json: inout JSONWriter) {
    switch self {
    case .null: json.null()
    case .bool(let value): json.bool(value)
    case .number(let text): json.raw(Array(text.utf8))
    case .string(let text): json.string(text)
    case .array(let elements): json.array { json in for element in elements { element.write(&json) } }
    case .object(let members):
      json.object { json in
        for member in members {
          json.key(member.name)
          member.value.write(&json)
        }
      }
    }
  }
}
