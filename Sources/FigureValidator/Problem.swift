package import Diagnostics
package import JSONCore
package import ValidationTree

/// Something wrong, as the walk notes it: where, and the little from which a rule can make the words.
///
/// It holds no path and no text. ``PathFinder`` finds the path again from the offset, because most figures have
/// no problems and should not pay for theirs.
package struct Problem: Sendable, Equatable {
  package let rule: RuleID
  package let detail: Detail
  /// 0-based bytes: of the key with its quotes, of the value, or of a part of the value.
  package let range: Range<Int>
  /// Whether `range` is that of a key: the path then ends with it all the same.
  package var isKey: Bool { detail.isKey }
  /// The versions of the tree for which it holds. Empty: it has nothing to do with a version.
  package var versions: VersionSet

  package init(_ rule: RuleID, _ detail: Detail, at range: Range<Int>, in versions: VersionSet) {
    self.rule = rule
    self.detail = detail
    self.range = range
    self.versions = versions
  }

  /// Whether the two are the same but for their places.
  package func isLike(_ other: borrowing Problem) -> Bool {
    rule == other.rule && versions == other.versions && detail == other.detail
  }

  /// The same problem so many bytes further on.
  func moved(by distance: Int) -> Problem {
    let range = range.lowerBound + distance..<range.upperBound + distance
    return Problem(rule, detail, at: range, in: versions)
  }

  package enum Detail: Sendable, Equatable {
    // The text.
    case brokenText(ScanError.Kind)
    case textIssue(TextIssue.Kind)

    // Keys.
    case unknownKey(KeyPlace)

    // Containers and values.
    /// The text is JSON, but no notebook.
    case notNotebook(ValueKind)
    case wrongContainer(expected: ValueKind, received: ValueKind)
    case unknownTraceType
    case templateTypeMismatch(declared: WordID)
    case unknownTransformType
    /// `edge`: the member whose value it is, where there is one: its other variants know other versions.
    case invalidValue(AttributeID, ValueFault, edge: EdgeID?)
    case arrayNotAllowed(AttributeID)
    case badElement(AttributeID, ValueFault)
    case colorscale
    case typedArray(TypedArrayFault)
    case wrongLength(AttributeID, declared: Int, received: Int)
    case partlyDropped(AttributeID)
    case acceptedByAccident(AttributeID)
    case nullValue(AttributeID)
    /// A text that JavaScript takes for a number.
    case numericText(AttributeID)
    case textRisk(TextRisk)

    // Notes to figlint in the figure.
    case suppression(SuppressionFlaw)

    /// What a rule found that looks at more than one value.
    case fact(FactDetail)

    // Grids, metadata, and what figures refer to.
    case grid(GridFlaw)
    case metadata(MetadataFlaw)
    case reference(ReferenceFlaw)

    var isKey: Bool {
      switch self {
      case .unknownKey, .textIssue(.duplicateKey): true
      case .fact(let detail): detail.isKey
      case .grid(let flaw): flaw.isKey
      case .metadata(let flaw): flaw.isKey
      default: false
      }
    }
  }
}

/// Where an unknown key stands: it decides which names would be known.
package enum KeyPlace: Sendable, Equatable {
  case figure
  /// A container of the schema, or with `subplot` one that trace types contribute to.
  case container(ContainerID, contributions: ContributionScope)
  case template
  case templateTraceTypes
  /// A transform of an unknown type: it has no attributes at all.
  case unknownTransform
}

/// Whether trace types contribute attributes to a container.
package enum ContributionScope: Sendable, Equatable {
  case none
  case layout
  /// A subplot object of the layout, by its name without counter.
  case subplot(WordID)
}

/// Why plotly.js refuses a value.
package enum ValueFault: UInt8, Sendable {
  case wrongKind
  case notNumeric
  case notFinite
  case notInteger
  case belowMinimum
  case aboveMaximum
  case notListed
  case blank
  case noKnownFlag
  case notColour
  case badColorlist
  case notSubplotID
}

/// Why plotly.js cannot decode a typed array.
package enum TypedArrayFault: Equatable, Sendable {
  case unknownType
  case invalidBase64
  case layout(TypedArrayLayout.Flaw)
  /// The version knows no typed arrays at all.
  case notSupported
}

extension RuleID {
  package static let invalidJSON = RuleID("J", 1)
  package static let nonFiniteToken = RuleID("J", 2)
  package static let duplicateKey = RuleID("J", 3)
  package static let numberOverflow = RuleID("J", 4)
  package static let tooDeep = RuleID("J", 5)
  package static let unknownAttribute = RuleID("S", 1)
  package static let invalidValue = RuleID("S", 2)
  package static let unknownTraceType = RuleID("S", 3)
  package static let wrongContainer = RuleID("S", 4)
  package static let underscorePath = RuleID("S", 5)
  package static let dottedKey = RuleID("S", 6)
  package static let arrayNotAllowed = RuleID("S", 7)
  package static let badArrayElement = RuleID("S", 8)
  package static let unknownConfig = RuleID("S", 9)
  package static let colorscale = RuleID("S", 10)
  package static let badTypedArray = RuleID("S", 11)
  package static let axisOne = RuleID("S", 12)
  package static let pyStrict = RuleID("S", 13)
  package static let wrongLength = RuleID("S", 14)
  package static let partlyDropped = RuleID("S", 15)
  package static let acceptedByAccident = RuleID("S", 16)
  package static let nullValue = RuleID("S", 17)
  package static let removedAttribute = RuleID("V", 1)
  package static let removedTrace = RuleID("V", 2)
  package static let removedTransforms = RuleID("V", 3)
  package static let stringTitle = RuleID("V", 4)
  package static let removedChartStudio = RuleID("V", 5)
  package static let legacyColour = RuleID("V", 6)
  package static let newerThanTarget = RuleID("V", 7)
  package static let mapboxStyle = RuleID("V", 8)
  package static let bdataTooNew = RuleID("V", 10)
  package static let scriptURL = RuleID("X", 1)
  package static let protoKey = RuleID("X", 2)
  package static let secret = RuleID("X", 3)
  package static let insecureURL = RuleID("X", 4)
  package static let localPath = RuleID("X", 5)
}

/// What is wrong with a text that plotly.js takes as it is.
package enum TextRisk: UInt8, Sendable {
  /// `javascript:` and `vbscript:`; `data:text/html`.
  case scriptURL, pageURL
  /// `<script`, and an attribute such as `onclick=` in a tag.
  case scriptTag, eventHandler
  /// `sk.…` and `pk.…` of Mapbox, `share_key=…`, and the shapes of other services' keys.
  case secretToken, publicToken, shareKey, serviceKey
  /// `http:` for something that gets loaded.
  case insecureURL
  /// `file:`, and the home directory of a user.
  case fileURL, homeDirectory
  /// `mapbox://` where there is no Mapbox any more.
  case mapboxURL
}
