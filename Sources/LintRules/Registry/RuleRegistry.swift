package import Diagnostics
import FigureValidator

/// All rules, in the order of their ids.
package enum RuleRegistry {
  package static let all: [any Rule.Type] = [
    MissingTitle.self,
    MissingAxisTitle.self,
    LowContrast.self,
    ColourOnly.self,
    MissingLegend.self,
    UnusedSuppression.self,
    InvalidSuppression.self,
    LengthMismatch.self,
    StyleArrayLength.self,
    EmptyTrace.self,
    AllInvisible.self,
    MissingRequired.self,
    RaggedMatrix.self,
    MatrixAxes.self,
    IndexRange.self,
    SankeyNegative.self,
    Hierarchy.self,
    LogNonpositive.self,
    NanInTypedArray.self,
    OhlcOrder.self,
    DuplicateUid.self,
    NumericStrings.self,
    MixedTypes.self,
    AmbiguousDate.self,
    UnsortedLine.self,
    MissingColumns.self,
    BadColumn.self,
    MissingUID.self,
    DuplicateColumnName.self,
    DuplicateColumnUID.self,
    DuplicateOrder.self,
    OrderGap.self,
    NestedCell.self,
    NonFiniteCell.self,
    RaggedColumns.self,
    MixedColumn.self,
    UntidyColumnName.self,
    OrphanColumnName.self,
    RowLength.self,
    GridTooLarge.self,
    TooManyCells.self,
    EmptyGrid.self,
    BadCreateField.self,
    DateFormats.self,
    AlmostNumeric.self,
    DecimalComma.self,
    ConstantOrDuplicateColumn.self,
    GeneratedName.self,
    UnicodeName.self,
    MenuArgs.self,
    TraceIndex.self,
    MissingFrame.self,
    FrameNames.self,
    FrameTraces.self,
    Redraw.self,
    TemplateVariable.self,
    InvalidJSON.self,
    NonFiniteToken.self,
    DuplicateKey.self,
    NumberOverflow.self,
    TooDeep.self,
    InertAttribute.self,
    Domain.self,
    AxisRange.self,
    ColorbarOverlap.self,
    AxisOverlap.self,
    ColourBounds.self,
    TickArrays.self,
    DroppedAttribute.self,
    ResetValue.self,
    HiddenItem.self,
    UnencodableMetadata.self,
    MetadataNotObject.self,
    MisplacedMetadata.self,
    UnsearchableKey.self,
    UnsearchableValue.self,
    MetadataSecret.self,
    DoubleEncoding.self,
    MetadataTypes.self,
    MetadataSchema.self,
    UseTypedArray.self,
    ExcessPrecision.self,
    InlineTemplate.self,
    TooManySvgPoints.self,
    DuplicatedData.self,
    FileTooLarge.self,
    MissingAxis.self,
    DanglingAxisRef.self,
    AxisCycle.self,
    RefTarget.self,
    UnusedContainer.self,
    MissingSubplot.self,
    GroupConflict.self,
    CarpetLink.self,
    UnknownAttribute.self,
    InvalidValue.self,
    UnknownTraceType.self,
    WrongContainer.self,
    UnderscorePath.self,
    DottedKey.self,
    ArrayNotAllowed.self,
    BadArrayElement.self,
    UnknownConfig.self,
    BadColorscale.self,
    BadTypedArray.self,
    AxisOne.self,
    PyStrict.self,
    WrongLength.self,
    PartlyDropped.self,
    AcceptedByAccident.self,
    NullValue.self,
    MalformedReference.self,
    LocalReference.self,
    ReferenceCount.self,
    RawArray.self,
    ArrayAndReference.self,
    UnknownUID.self,
    SeveralOwners.self,
    StreamToken.self,
    UnresolvedReference.self,
    GridVisibility.self,
    RemovedAttribute.self,
    RemovedTrace.self,
    RemovedTransforms.self,
    StringTitle.self,
    RemovedChartStudio.self,
    LegacyColour.self,
    NewerThanTarget.self,
    MapboxStyle.self,
    ChangedDefault.self,
    BdataTooNew.self,
    ScriptURL.self,
    ProtoKey.self,
    Secret.self,
    InsecureURL.self,
    LocalPath.self,
  ]

  /// Those among `rules` that look at facts of a figure, in the order of their ids. O(such rules).
  package static func factRules(among rules: RuleSet) -> [any FactRule.Type] {
    allFactRules.filter { $0.isAsked(by: rules) }
  }

  /// The rules that the walk itself checks.
  package static var walkRules: [RuleID] {
    let others = RuleSet(allFactRules.flatMap { $0.ids })
    return metadata.map(\.id).filter { !others.contains($0) }
  }

  /// The checks that look at facts of a figure: rules, and mechanisms that several rules share.
  private static let allFactRules: [any FactRule.Type] = [
    DefaultsCheck.self,
    References.self,
    TraceRules.self,
    LogRange.self,
    MissingTitle.self,
    MissingAxisTitle.self,
    LowContrast.self,
    ColourOnly.self,
    MissingLegend.self,
    MenuRules.self,
    FrameNames.self,
    FrameTraces.self,
    ColorbarOverlap.self,
    TickArrays.self,
    InlineTemplate.self,
    DuplicatedData.self,
    FileTooLarge.self,
    RefTarget.self,
    MissingSubplot.self,
    ChangedDefault.self,
  ]

  /// What is known of all rules.
  package static var metadata: [RuleMetadata] { all.map { $0.metadata } }

  /// The rules that are selected when the user says nothing: all but those that are taken out here.
  ///
  /// Every run needs them, which is why this is no part of the rules' metadata: to make that of all rules takes longer than to
  /// check a figure.
  package static var onByDefault: RuleSet {
    var rules = RuleSet.all
    rules.remove(.nullValue)
    rules.remove(.pyStrict)
    // Advice, and what is right more often than not.
    for rule in [RuleID.nanInTypedArray, .numericStrings, .colorbarOverlap, .changedDefault] { rules.remove(rule) }
    for number in 1...6 { rules.remove(RuleID("P", UInt8(number))) }
    for number in 1...5 { rules.remove(RuleID("A", UInt8(number))) }
    rules.remove(.emptyGrid)
    rules.remove(.rawArray)
    rules.remove(.repeatedContent)
    rules.remove(.doubleEncoding)
    for rule in DefaultsCheck.silentRules { rules.remove(rule) }
    return rules
  }

  /// The rule with this id; nil where there is none. O(log rules), and as many are asked for their metadata: to make those of all
  /// rules takes longer than to check a figure.
  package static func rule(_ id: RuleID) -> (any Rule.Type)? {
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      let found = all[middle].metadata.id
      if found == id { return all[middle] }
      if found < id { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// The rule that a user names by id (`S001`, in any case) or name (`unknown-attribute`); nil where there is none.
  package static func rule(named text: String) -> (any Rule.Type)? {
    if let id = RuleID(text.uppercased()) { return rule(id) }
    let name = text.lowercased()
    return all.first { $0.metadata.name == name }
  }
}

extension RuleMetadata {
  /// Whether the rule is selected when the user says nothing.
  package var isOnByDefault: Bool { RuleRegistry.onByDefault.contains(id) }
}
