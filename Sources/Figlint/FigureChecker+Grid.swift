import Diagnostics
import FigureValidator
import JSONCore
import LintRules

/// Checking the data behind figures: grids of Chart Studio and their metadata. What is wrong with these does not depend on plotly.js
/// versions: findings name all targets of the checker.
extension FigureChecker {
  /// Checks the JSON text of a grid, in any form that the service has for one: the body that makes it (`{"data": {"cols": …}}`),
  /// its contents (`{"cols": …}`), its record, or rows and columns to be added. O(length).
  public func check(grid json: [UInt8], name: String = "-") -> Report { check(grid: json.span, name: name) }

  /// Checks the JSON text of a grid. O(length).
  public func check(grid json: String, name: String = "-") -> Report { check(grid: Array(json.utf8), name: name) }

  /// Checks the JSON text of a grid, UTF-8 in borrowed memory. O(length).
  public func check(grid json: Span<UInt8>, name: String = "-") -> Report {
    json.withInputBytes { bytes in check(bytes, name: name, as: .grid).report }
  }

  /// Checks the JSON text of a grid's metadata, or of the body that sets it (`{"metadata": …}`). O(length).
  public func check(metadata json: [UInt8], name: String = "-") -> Report { check(metadata: json.span, name: name) }

  /// Checks the JSON text of a grid's metadata. O(length).
  public func check(metadata json: String, name: String = "-") -> Report {
    check(metadata: Array(json.utf8), name: name)
  }

  /// Checks the JSON text of a grid's metadata, UTF-8 in borrowed memory. O(length).
  public func check(metadata json: Span<UInt8>, name: String = "-") -> Report {
    json.withInputBytes { bytes in check(bytes, name: name, as: .metadata).report }
  }
}

extension FigureChecker {
  /// Checks a grid that is about to be stored, in whatever form: it gets uids from the service, whatever it has for them.
  package func check(newGrid json: [UInt8], name: String) -> Report {
    var checker = self
    checker.settings.rules.remove(.missingUID)
    checker.settings.rules.remove(.duplicateColumnUID)
    return checker.check(grid: json, name: name)
  }

  /// Checks text as a grid, or as metadata alone.
  func checkGrid(
    _ bytes: InputBytes, name: String, as kind: InputKind, _ memory: CheckMemory, wording limit: Int
  ) -> CheckOutcome {
    var walker = GridWalker(
      bytes, range: 0..<bytes.count, rules: settings.rules, limits: settings.gridLimits, shape: settings.metadataShape,
      maximumDepth: settings.maximumDepth)
    if kind == .metadata { walker.walkMetadata() } else { walker.walk() }
    let content = kind == .metadata ? InputContent.metadata : .grid
    var resolver = FindingResolver(bytes: bytes, text: .whole(0..<bytes.count), name: name, settings: settings)
    resolver.holdsFigure = false
    for checked in trees { resolver.add(walker.problems, notes: [], of: checked) }
    return CheckOutcome(content: content, report: resolver.report(isTemplate: false, wording: limit, memory))
  }

  /// Checks text that may be a grid; nil if it is none. For what is no figure, and begins with so much else that a look was not enough.
  func checkPossibleGrid(
    _ bytes: InputBytes, name: String, _ memory: CheckMemory, wording limit: Int
  ) -> CheckOutcome? {
    var walker = GridWalker(bytes, range: 0..<bytes.count, rules: [], maximumDepth: settings.maximumDepth)
    walker.walk()
    guard walker.root.hasColumns else { return nil }
    return checkGrid(bytes, name: name, as: .grid, memory, wording: limit)
  }
}
