public import Figlint
import JSONCore

/// A figure that is not sent: what is wrong with it.
public enum FigureRefusal: Error, Sendable {
  /// It is no JSON, which nobody can insist on.
  case notJSON(Report)
  /// plotly.js would not take it as it is meant.
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
  /// Plans the upload of a figure that is right: it is checked before a byte is sent.
  ///
  /// - Parameters:
  ///   - bytes: The text of the figure.
  ///   - name: What findings call it.
  ///   - isForced: Whether a figure with errors is taken all the same. It must be JSON; what is no number in it becomes null.
  /// - Throws: ``FigureRefusal``
  /// - Complexity: O(length).
  public init(
    checking bytes: [UInt8], named name: String, _ checker: FigureChecker, _ options: UploadOptions,
    isForced: Bool = false
  ) throws(FigureRefusal) {
    let report = checker.check(bytes, name: name)
    guard isForced || report.isClean else { throw .findings(report) }
    let (figure, token) = try bytes.withInputBytes { bytes throws(FigureRefusal) -> (JSONText, Int?) in
      guard bytes.count <= JSONTape.maximumLength, let tape = try? JSONTape(bytes) else { throw .notJSON(report) }
      let traces = JSONView(tape)["data"]?.elements ?? []
      return (JSONCleaner.cleaned(tape), traces.firstIndex { $0["stream"]?["token"]?.string?.isEmpty == false })
    }
    if let token, !isForced { throw .streamToken(trace: token) }
    do throws(MalformedValue) {
      try self.init(figure: figure, options)
    } catch {
      throw .malformed(error)
    }
  }
}
