package import Diagnostics
package import JSONCore

/// What is wrong with metadata: what its rules make words of. Ranges are 0-based bytes.
package enum MetadataFlaw: Sendable, Equatable {
  // M001: what is no JSON.
  case nonFinite
  // M002
  case notObject(ValueKind)
  // M004
  case keyWithSpace
  case keyWithColon
  case keyWithQuote
  case emptyKey
  // M005
  case nestedArrays
  case largeValue(bytes: Int, limit: Int)
  // M006: told by the key, or by the value.
  case secretKey
  case secretValue
  // M007
  case jsonText
  // M008
  case nonFiniteText
  case freeDate
  /// Other objects of the list have a value of another kind under the key; the first of them.
  case otherKind(first: Range<Int>)
  // M009
  indirect case shape(ShapeFault)
}

/// How metadata departs from the declared shape.
package enum ShapeFault: Sendable, Equatable {
  case missing(keys: [String])
  case kind(accepted: [MetadataShape.Kind])
  case notListed(accepted: [MetadataShape.Scalar])
  case glob(String)
  case belowMinimum(Double)
  case aboveMaximum(Double)
  case noUnit(accepted: [String])
  case unknownKey(known: [String])
  case tooFewItems(Int)
}

extension MetadataFlaw {
  /// Whether the place is a key.
  var isKey: Bool {
    switch self {
    case .keyWithSpace, .keyWithColon, .keyWithQuote, .emptyKey, .shape(.unknownKey): true
    default: false
    }
  }
}

extension RuleID {
  package static let unencodableMetadata = RuleID("M", 1)
  package static let metadataNotObject = RuleID("M", 2)
  package static let misplacedMetadata = RuleID("M", 3)
  package static let unsearchableKey = RuleID("M", 4)
  package static let unsearchableValue = RuleID("M", 5)
  package static let metadataSecret = RuleID("M", 6)
  package static let doubleEncoding = RuleID("M", 7)
  package static let metadataTypes = RuleID("M", 8)
  package static let metadataShape = RuleID("M", 9)
}
