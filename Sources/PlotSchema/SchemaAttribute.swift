/// The definition of an attribute in one schema. Words are numbers in ``SchemaModel/words``.
///
/// What does not bear on which values are accepted (description, editType, impliedEdits, anim) is not kept.
package struct SchemaAttribute: Hashable, Sendable {
  package var valType: SchemaValType
  package var flags: Flags = []
  package var dimensions: Dimensions = .one
  package var minimum: Double?
  package var maximum: Double?
  /// `values` of an enumerated attribute, `flags` of a flaglist; on a string or any attribute `values` is advice. In the
  /// schema's order.
  package var values: [SchemaValue]?
  package var extras: [SchemaValue]?
  /// `regex` as the schema writes it, slashes included.
  package var regex: Int?
  /// `dflt` as JSON text without white space.
  package var defaultText: Int?
  package var items: Items = .none

  package init(_ valType: SchemaValType) { self.valType = valType }

  /// One value for what tells most definitions apart: there are thousands to be looked up.
  package func hash(into hasher: inout Hasher) {
    var digest = FoldedHash()
    digest.fold(Int(flags.rawValue))
    // Zeros are equal whatever their sign.
    digest.fold(minimum.map { $0 == 0 ? 0 : $0.bitPattern } ?? 1)
    digest.fold(maximum.map { $0 == 0 ? 0 : $0.bitPattern } ?? 2)
    digest.fold(regex ?? -1)
    digest.fold(defaultText ?? -1)
    for case .word(let word) in values ?? [] { digest.fold(word) }
    for case .word(let word) in extras ?? [] { digest.fold(word) }
    switch items {
    case .none: break
    case .same(let number): digest.fold(number)
    case .list(let rows): for case .one(let number) in rows { digest.fold(number) }
    }
    hasher.combine(digest.value)
    hasher.combine(valType)
  }

  /// The properties that are there or not.
  package struct Flags: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let arrayOk = Flags(rawValue: 1)
    package static let noBlank = Flags(rawValue: 2)
    package static let strict = Flags(rawValue: 4)
    package static let coerceNumber = Flags(rawValue: 8)
    package static let freeLength = Flags(rawValue: 16)

    /// Each flag with the schema's name for it, in the order in which snapshots write them.
    static let names: [(flag: Flags, name: StaticString)] = [
      (.arrayOk, "arrayOk"), (.noBlank, "noBlank"), (.strict, "strict"), (.coerceNumber, "coerceNumber"),
      (.freeLength, "freeLength"),
    ]
  }

  /// `dimensions` of an info_array.
  package enum Dimensions: Hashable, Sendable {
    /// 1, or not said.
    case one
    case two
    /// "1-2"
    case oneOrTwo
  }

  /// `items` of an info_array: numbers in ``SchemaModel/attributes``.
  package enum Items: Hashable, Sendable {
    case none
    /// One definition for all.
    case same(Int)
    /// One for each position.
    case list([Row])
  }

  /// What `items` has at one position.
  package enum Row: Hashable, Sendable {
    case one(Int)
    case several([Int])
  }
}

/// A value that a definition lists.
package enum SchemaValue: Hashable, Sendable {
  case word(Int)
  case number(Double)
  case bool(Bool)
  case null
}

/// The kinds of attribute; raw values are the schema's names.
package enum SchemaValType: String, CaseIterable, Hashable, Sendable {
  case any, angle, boolean, color, colorlist, colorscale
  case dataArray = "data_array"
  case enumerated, flaglist
  case infoArray = "info_array"
  case integer, number, string, subplotid
}
