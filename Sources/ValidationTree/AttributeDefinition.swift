/// What the schema says about one attribute. Lists, numbers and texts in it are read through the tree.
@frozen
public struct AttributeDefinition: Hashable, Sendable {
  /// How the definition lies in the tree: bytes 0–7, 8–15 and 16–19 of its record.
  @usableFromInline let first: UInt64
  @usableFromInline let second: UInt64
  @usableFromInline let third: UInt32

  @inlinable init(_ first: UInt64, _ second: UInt64, _ third: UInt32) {
    self.first = first
    self.second = second
    self.third = third
  }

  /// The size of a record in bytes.
  @inlinable static var stride: Int { 20 }
  /// How a field says that it has nothing.
  @inlinable public static var nothing: UInt16 { 0xFFFF }

  @inlinable public var valType: ValType { ValType(rawValue: UInt8(truncatingIfNeeded: first)) ?? .any }
  @inlinable public var dimensions: Dimensions {
    Dimensions(rawValue: UInt8(truncatingIfNeeded: first &>> 8)) ?? .one
  }
  @inlinable public var flags: AttributeFlags { AttributeFlags(rawValue: UInt16(truncatingIfNeeded: first &>> 16)) }

  /// The values of an enumerated attribute or the flags of a flaglist, in the schema's order. On a string or any
  /// attribute it is advice that plotly.js does not check.
  @inlinable public var values: ValueListID? {
    AttributeDefinition.field(first, 2).map { ValueListID(rawValue: $0) }
  }
  /// Values allowed besides (flaglist, integer).
  @inlinable public var extras: ValueListID? {
    AttributeDefinition.field(first, 3).map { ValueListID(rawValue: $0) }
  }
  /// `regex` (subplotid).
  @inlinable public var pattern: PatternID? { AttributeDefinition.field(second, 0).map { PatternID(rawValue: $0) } }
  @inlinable var defaultText: UInt16? { AttributeDefinition.field(second, 1) }
  @inlinable var minimum: UInt16? { AttributeDefinition.field(second, 2) }
  @inlinable var maximum: UInt16? { AttributeDefinition.field(second, 3) }

  /// How the items of an info_array are told.
  @inlinable public var itemForm: ItemForm {
    guard itemList != AttributeDefinition.nothing else { return .none }
    return ItemForm(rawValue: UInt8(truncatingIfNeeded: third &>> 16)) ?? .none
  }
  @inlinable var itemList: UInt16 { UInt16(truncatingIfNeeded: third) }

  @inlinable static func field(_ word: UInt64, _ index: UInt64) -> UInt16? {
    let value = UInt16(truncatingIfNeeded: word &>> (index &* 16))
    return value == nothing ? nil : value
  }
}

/// The kinds of attribute that plotly.js knows (`valType`).
@frozen
public enum ValType: UInt8, CaseIterable, Hashable, Sendable {
  case any = 0
  case angle
  case boolean
  case color
  case colorlist
  case colorscale
  case dataArray
  case enumerated
  case flaglist
  case infoArray
  case integer
  case number
  case string
  case subplotid

  /// The name in the schema: `"data_array"`.
  public var name: String {
    switch self {
    case .any: "any"
    case .angle: "angle"
    case .boolean: "boolean"
    case .color: "color"
    case .colorlist: "colorlist"
    case .colorscale: "colorscale"
    case .dataArray: "data_array"
    case .enumerated: "enumerated"
    case .flaglist: "flaglist"
    case .infoArray: "info_array"
    case .integer: "integer"
    case .number: "number"
    case .string: "string"
    case .subplotid: "subplotid"
    }
  }
}

/// The yes-or-no properties of a definition.
@frozen
public struct AttributeFlags: OptionSet, Hashable, Sendable {
  public let rawValue: UInt16
  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }

  // The operations of option sets again, so that other modules call these and not the generic ones.
  @inlinable public func contains(_ other: AttributeFlags) -> Bool { rawValue & other.rawValue == other.rawValue }
  @inlinable public func isDisjoint(with other: AttributeFlags) -> Bool { rawValue & other.rawValue == 0 }

  /// An array of such values is allowed too.
  @inlinable public static var arrayOk: AttributeFlags { AttributeFlags(rawValue: 1 << 0) }
  /// A string must not be empty.
  @inlinable public static var noBlank: AttributeFlags { AttributeFlags(rawValue: 1 << 1) }
  /// Only a value of exactly this type (string: no numbers).
  @inlinable public static var strict: AttributeFlags { AttributeFlags(rawValue: 1 << 2) }
  /// An enumerated value is made a number before it is compared.
  @inlinable public static var coerceNumber: AttributeFlags { AttributeFlags(rawValue: 1 << 3) }
  /// An info_array may be shorter or longer than its items.
  @inlinable public static var freeLength: AttributeFlags { AttributeFlags(rawValue: 1 << 4) }
  @inlinable public static var hasMinimum: AttributeFlags { AttributeFlags(rawValue: 1 << 5) }
  @inlinable public static var hasMaximum: AttributeFlags { AttributeFlags(rawValue: 1 << 6) }
  /// ``hasMinimum`` and ``hasMaximum``.
  @inlinable public static var bounds: AttributeFlags { AttributeFlags(rawValue: 3 << 5) }
  @inlinable public static var hasDefault: AttributeFlags { AttributeFlags(rawValue: 1 << 7) }
  /// The value list holds a pattern, or the definition a `regex`.
  @inlinable public static var hasPattern: AttributeFlags { AttributeFlags(rawValue: 1 << 8) }
}

/// How deep an info_array nests (`dimensions`).
@frozen
public enum Dimensions: UInt8, Hashable, Sendable {
  /// A plain array: 1, or nothing said.
  case one = 0
  /// An array of arrays: 2.
  case two = 1
  /// Either, told by the first element: "1-2".
  case oneOrTwo = 2
}

/// How the items of an info_array are told.
@frozen
public enum ItemForm: UInt8, Hashable, Sendable {
  /// Not at all.
  case none = 0
  /// One definition for every item.
  case same = 1
  /// A definition for each position.
  case list = 2
  /// For each position of the outer array a list of definitions, or one definition.
  case rows = 3
}
