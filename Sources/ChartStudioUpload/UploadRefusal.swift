public import ChartStudio
public import Figlint
import JSONCore

/// Something that is not sent: what is wrong with it.
public enum UploadRefusal: Error, Sendable {
  /// It is no JSON, which nobody can insist on.
  case notJSON(Report)
  /// plotly.js, or the service, would not take it as it is meant.
  case findings(Report)
  /// A trace holds the token of a stream, which is private.
  case streamToken(trace: Int)
  /// The service does not take it.
  case malformed(MalformedValue)

  /// What was found; nil where it is something that no rule is about.
  public var report: Report? {
    switch self {
    case .notJSON(let report), .findings(let report): report
    case .streamToken, .malformed: nil
    }
  }
}

extension UploadPlan {
  /// Plans the upload of a figure that is right, and whose arrays make a grid that is: it is checked before a byte is sent.
  ///
  /// - Parameters:
  ///   - bytes: The text of the figure.
  ///   - name: What findings call it.
  ///   - isForced: Whether a figure with errors is taken all the same. It must be JSON; what is no number in it becomes null.
  /// - Throws: ``UploadRefusal``
  /// - Complexity: O(length).
  public init(
    checking bytes: [UInt8], named name: String, _ checker: FigureChecker, _ options: UploadOptions,
    isForced: Bool = false
  ) throws(UploadRefusal) {
    self = try bytes.withChecked(checker.check(bytes, name: name), isForced) { tape, report throws(UploadRefusal) in
      let traces = JSONView(tape)["data"]?.elements ?? []
      let token = traces.firstIndex { $0["stream"]?["token"]?.string?.isEmpty == false }
      if let token, !isForced { throw .streamToken(trace: token) }
      var plan = try UploadPlan(tape) { view throws(MalformedValue) in try UploadPlan(figure: view, options) }
      // Places in the text are those of the text as it was given.
      let columns = tape.isStrict ? plan.columns : ColumnExtractor.extract(JSONView(tape)).columns
      let grid = checker.check(
        columns: columns.map { FigureColumn(name: $0.name, range: $0.range) }, of: tape.bytes, name: name)
      let all = report.merged(with: grid)
      guard isForced || grid.isClean else { throw .findings(all) }
      plan.findings = all.findings
      return plan
    }
  }

  /// Plans the upload of a grid that is right: it is checked before a byte is sent.
  ///
  /// - Parameters: As for a figure.
  /// - Throws: ``UploadRefusal``
  /// - Complexity: O(length).
  public init(
    checkingGrid bytes: [UInt8], named name: String, _ checker: FigureChecker, _ options: UploadOptions,
    isForced: Bool = false
  ) throws(UploadRefusal) {
    let report = checker.check(newGrid: bytes, name: name)
    self = try bytes.withChecked(report, isForced) { tape, report throws(UploadRefusal) in
      var plan = try UploadPlan(tape) { view throws(MalformedValue) in try UploadPlan(grid: view, options) }
      plan.findings = report.findings
      return plan
    }
  }

  /// The plan for a text, made strict where that is needed.
  private init(
    _ tape: JSONTape, _ plan: (JSONView) throws(MalformedValue) -> UploadPlan
  ) throws(UploadRefusal) {
    do throws(MalformedValue) {
      self = try tape.isStrict ? plan(JSONView(tape)) : JSONCleaner.cleaned(tape).withView(plan)
    } catch {
      throw .malformed(error)
    }
  }
}

/// Metadata that were checked before a byte is sent.
public struct CheckedMetadata: Sendable {
  public let json: JSONText
  /// What was found, though it does not stand in the way.
  public let findings: [Finding]

  /// - Parameters:
  ///   - bytes: Any JSON.
  ///   - name: What findings call it.
  ///   - isForced: Whether metadata with errors are taken all the same.
  /// - Throws: ``UploadRefusal``
  public init(
    checking bytes: [UInt8], named name: String, _ checker: FigureChecker, isForced: Bool = false
  ) throws(UploadRefusal) {
    (json, findings) = try bytes.withChecked(checker.check(metadata: bytes, name: name), isForced) { tape, report in
      (JSONCleaner.cleaned(tape), report.findings)
    }
  }
}

// MARK: - Texts

extension [UInt8] {
  /// Lends the values of a text to `body`, if what was found in it does not stand in the way.
  fileprivate func withChecked<R>(
    _ report: Report, _ isForced: Bool, _ body: (JSONTape, Report) throws(UploadRefusal) -> R
  ) throws(UploadRefusal) -> R {
    try withInputBytes { bytes throws(UploadRefusal) in
      guard bytes.count <= JSONTape.maximumLength, let tape = try? JSONTape(bytes) else { throw .notJSON(report) }
      guard isForced || report.isClean else { throw .findings(report) }
      return try body(tape, report)
    }
  }
}

extension JSONTape {
  /// Whether any reader takes the text as it is.
  fileprivate var isStrict: Bool { !issues.contains(where: \.isFault) }
}
