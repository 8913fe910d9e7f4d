import JSONCore
import SchemaHistory
import ValidationTree

/// The parts of a figure that stand in no plot-schema.
extension JSONSchemaExport {
  func writeFigure(_ json: inout JSONWriter) {
    json.types(["object"])
    json.schema("properties") { json in
      json.schema("data") { writeList(of: "trace", &$0) }
      json.schema("layout") { writeReference("layout", &$0) }
      json.schema("frames") { writeList(of: "frame", &$0) }
      json.schema("config") { writeReference("config", &$0) }
    }
    json.member("additionalProperties", false)
    json.allOf(rules) { $0.write(&$1, self) }
  }

  private func writeList(of name: String, _ json: inout JSONWriter) {
    json.types(["array"])
    json.schema("items") { writeReference(name, &$0) }
  }

  // MARK: - Traces

  /// A trace, whose attributes depend on its type. One without a type is scatter (plotly.js `src/plots/plots.js`,
  /// `supplyTraceDefaults`).
  func writeTrace(_ json: inout JSONWriter) {
    json.types(["object"])
    json.nested("properties", "type") { writeType(types, &$0) }
    json.allOf(types) { type, json in
      json.schema("if") { writeCondition(isOfType: [type], &$0) }
      json.schema("then") { writeReference(type, &$0) }
    }
  }

  /// Whether a trace has one of some types.
  fileprivate func writeCondition(isOfType types: [String], _ json: inout JSONWriter) {
    json.nested("properties", "type") { writeType(types, &$0) }
    if !types.contains("scatter") { json.member("required", ["type"]) }
  }

  /// A transform, which must name its type (up to plotly.js 2.x).
  func writeTransform(_ json: inout JSONWriter) {
    let transforms = version.members(of: version.tree.transforms)
    json.types(["object"])
    json.nested("properties", "type") { json in json.member("enum", transforms.map(\.name)) }
    json.allOf(transforms) { transform, json in
      json.schema("if") { json in
        json.nested("properties", "type") { json in json.member("const", transform.name) }
        json.member("required", ["type"])
      }
      json.schema("then") { writeReference(table.name(transform.node.container), &$0) }
    }
  }

  // MARK: - Frames

  /// A frame. A trace in it without a type is of that of the trace that it updates, which cannot be said: it may hold
  /// anything.
  func writeFrame(_ json: inout JSONWriter) {
    json.types(["object"])
    json.schema("properties") { json in
      for member in version.members(of: version.tree.frame) where !["data", "layout"].contains(member.name) {
        json.key(member.name)
        write(member.node, &json)
      }
      json.schema("data") { json in
        json.types(["array"])
        json.schema("items") { json in
          json.types(["object"])
          json.schema("if") { $0.member("required", ["type"]) }
          json.schema("then") { writeReference("trace", &$0) }
        }
      }
      json.schema("layout") { writeReference("layout", &$0) }
    }
    json.member("additionalProperties", false)
  }

  // MARK: - Templates

  func writeTemplateReference(_ json: inout JSONWriter) {
    // Anything but an object is no template, and plotly.js does not mind.
    json.schema("if") { $0.types(["object"]) }
    json.schema("then") { writeReference("template", &$0) }
  }

  func writeTemplate(_ json: inout JSONWriter) {
    json.types(["object"])
    json.schema("properties") { json in
      json.schema("data") { json in
        json.types(["object"])
        json.schema("properties") { json in
          for type in types { json.schema(type) { writeList(of: type, &$0) } }
        }
        json.member("additionalProperties", false)
      }
      json.schema("layout") { writeReference("layout", &$0) }
    }
    json.member("additionalProperties", false)
  }

  // MARK: - What traces bring into the layout

  /// What holds for a name in the layout, as far as it depends on the types of the traces.
  fileprivate struct ContributionRule {
    let choices: [LayoutContribution.Choice]
    /// The places with the same choices.
    var names: [(subplot: String?, name: String)]
    /// What stands there if no trace brings anything: nil for nothing.
    let otherwise: NodeRef?
    /// Whether what traces bring is the same for all, and the layout says it.
    let isSaid: Bool
  }

  private typealias Choice = LayoutContribution.Choice

  fileprivate var rules: [ContributionRule] {
    var rules: [ContributionRule] = []
    let layout = version.members(of: version.tree.layout)
    for contribution in contributions {
      let members =
        contribution.subplot.map { name in
          layout.first { $0.name == name }.map { version.members(of: $0.node.container) } ?? []
        } ?? layout
      let own = members.first { $0.name == contribution.name }?.node
      let isSaid = own == nil && contribution.soleNode != nil
      // Where the layout says what stands there, only the types count.
      let choices =
        isSaid
        ? [Choice(types: contribution.choices.flatMap(\.types).inOrder(by: <), node: NodeRef(rawValue: 0))]
        : contribution.choices
      let place = (contribution.subplot, contribution.name)
      let like = rules.firstIndex { $0.choices == choices && $0.otherwise == own && $0.isSaid == isSaid }
      if let like {
        rules[like].names.append(place)
      } else {
        rules.append(ContributionRule(choices: choices, names: [place], otherwise: own, isSaid: isSaid))
      }
    }
    return rules
  }
}

extension JSONSchemaExport.ContributionRule {
  /// Writes the keywords of the figure that say it.
  fileprivate func write(_ json: inout JSONWriter, _ export: JSONSchemaExport) { write(choices[...], &json, export) }

  private func write(
    _ choices: ArraySlice<LayoutContribution.Choice>, _ json: inout JSONWriter, _ export: JSONSchemaExport
  ) {
    guard let choice = choices.first else { return writeNames(otherwise, &json, export) }
    json.schema("if") { json in
      json.nested("properties", "data") { json in
        json.schema("contains") { export.writeCondition(isOfType: choice.types, &$0) }
      }
      json.member("required", ["data"])
    }
    if !isSaid { json.schema("then") { writeNames(choice.node, &$0, export) } }
    json.schema("else") { write(choices.dropFirst(), &$0, export) }
  }

  /// Says what stands at the names; that they may not be there for nil.
  private func writeNames(_ node: NodeRef?, _ json: inout JSONWriter, _ export: JSONSchemaExport) {
    func write(_ name: String, _ json: inout JSONWriter) {
      json.key(name)
      if let node { export.write(node, &json) } else { json.bool(false) }
    }
    let subplots = Set(names.compactMap(\.subplot)).inOrder(by: <)
    json.nested("properties", "layout") { json in
      json.schema("properties") { json in
        for place in names where place.subplot == nil { write(place.name, &json) }
        for subplot in subplots { json.schema(subplot) { writeSubplot(subplot, &$0) } }
      }
      guard !subplots.isEmpty else { return }
      json.schema("patternProperties") { json in
        for subplot in subplots { json.schema(TextPattern.numbered(subplot)) { writeSubplot(subplot, &$0) } }
      }
    }
    func writeSubplot(_ subplot: String, _ json: inout JSONWriter) {
      json.schema("properties") { json in
        for place in names where place.subplot == subplot { write(place.name, &json) }
      }
    }
  }
}
