import Diagnostics
import TestSupport

/// What plotly.js's own check claims about a place of a figure.
struct Claim: Hashable {
  let code: String
  let container: String
  let trace: Int?
  let path: [PathElement]

  /// Our word for it: an error that bears one of the codes of the static check; nil for other findings.
  init?(_ finding: Finding) {
    guard finding.severity == .error, let code = finding.code,
      [.schema, .value, .object, .array].contains(code)
    else { return nil }
    self.init(finding, code)
  }

  /// What a finding that bears `code` says.
  init(_ finding: Finding, _ code: ValidateCode) {
    self.code = code.rawValue
    container = finding.container.rawValue
    trace = finding.trace
    path = finding.path
  }

  /// A finding in a row of the expectations.
  init(_ finding: TextTree.Node, in row: TextTree) {
    code = row.string(finding["code"]) ?? ""
    container = row.string(finding["container"]) ?? ""
    trace = finding["trace"].flatMap { Int(row.text(of: $0)) }
    path = (finding["path"]?.elements ?? []).map { element in
      row.string(element).map { .key($0) } ?? .index(Int(row.text(of: element)) ?? -1)
    }
  }
}

/// What must be found in a figure, and what may be.
///
/// plotly.js uses what is `kept`, takes `null` for "not set", and decodes typed arrays where its check refuses them.
struct Truth {
  private(set) var required: Set<Claim> = []
  private(set) var allowed: Set<Claim> = []

  init(_ findings: [TextTree.Node], of row: TextTree, figure: TextTree) { add(findings, of: row, figure: figure) }

  mutating func add(_ findings: [TextTree.Node], of row: TextTree, figure: TextTree, except gone: Set<Claim> = []) {
    for finding in findings {
      let claim = Claim(finding, in: row)
      guard !gone.contains(claim) else { continue }
      if Truth.isOptional(finding, claim, row, figure) { allowed.insert(claim) } else { required.insert(claim) }
    }
  }

  /// What is missing in `found` and what is too much; nil where they agree.
  func disagreement(with found: [Finding]) -> String? {
    let ours = Set(found.compactMap(Claim.init))
    let missing = required.subtracting(ours)
    let extra = ours.subtracting(required).subtracting(allowed)
    return missing.isEmpty && extra.isEmpty
      ? nil : "missing \(Array(missing.prefix(3))), extra \(Array(extra.prefix(3)))"
  }

  private static func isOptional(_ finding: TextTree.Node, _ claim: Claim, _ row: TextTree, _ figure: TextTree) -> Bool
  {
    if finding["kept"].map({ row.text(of: $0) }) == "true" || row.string(finding["rule"]) == "length" { return true }
    guard claim.code == "value" else { return false }
    if row.string(finding["got"]) == "null" { return true }
    guard let value = value(at: claim, in: figure) else { return false }
    return figure.text(of: value) == "null"
      || figure.string(value["dtype"]) != nil && figure.string(value["bdata"]) != nil
  }

  private static func value(at claim: Claim, in figure: TextTree) -> TextTree.Node? {
    var node: TextTree.Node? = claim.container == "figure" ? figure.root : figure.root[claim.container]
    let trace = claim.trace.map { [PathElement.index($0)] } ?? []
    for step in trace + claim.path {
      switch step {
      case .key(let key): node = node?[key]
      case .index(let index): node = node.flatMap { $0.elements.indices.contains(index) ? $0.elements[index] : nil }
      }
    }
    return node
  }
}
