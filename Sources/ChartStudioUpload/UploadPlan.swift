public import ChartStudio
public import Figlint
import JSONCore

/// What an upload will do: made without a network, and shown by a dry run.
public struct UploadPlan: Sendable {
  /// What is stored.
  enum Content: Sendable {
    /// A figure without its arrays.
    case figure(ExtractedFigure)
    /// Columns alone.
    case grid
  }

  let content: Content
  package let columns: [GridColumn]
  public let options: UploadOptions
  /// Tells this upload from those of other contents and options.
  let digest: String
  /// What the user should know, besides findings.
  public let warnings: [String]
  /// What was found, though it does not stand in the way; empty for a plan that nobody checked.
  public internal(set) var findings: [Finding] = []

  /// Plans the upload of a figure.
  ///
  /// - Parameter figure: A JSON object.
  /// - Throws: ``MalformedValue`` for what the service does not take.
  /// - Complexity: O(length).
  public init(figure: JSONText, _ options: UploadOptions) throws(MalformedValue) {
    self = try figure.withView { view throws(MalformedValue) in try UploadPlan(figure: view, options) }
  }

  /// The same for a figure in a text that is read already.
  init(figure view: JSONView, _ options: UploadOptions) throws(MalformedValue) {
    guard view.kind == .object else { throw MalformedValue("a figure is a JSON object with 'data' and 'layout'") }
    let extracted = ColumnExtractor.extract(view)
    var warnings: [String] = []
    if extracted.replacedReferences > 0 {
      warnings.append("\(extracted.replacedReferences) references stand beside their arrays; the arrays are stored")
    }
    if extracted.columns.isEmpty, options.metadata != nil {
      throw MalformedValue(
        "there is no grid that metadata could be attached to", help: "the figure has no arrays; leave --metadata away")
    }
    self.init(.figure(extracted), extracted.columns, options, view, warnings)
  }

  /// Plans the upload of a grid alone.
  ///
  /// - Parameter grid: `{"cols": {name: {"data": […], "order": …}}}`, also in `data` as the service takes it, or with `cols` as an
  ///   array of columns with names. Without `order` columns come as they stand there. Its `metadata` are attached to the grid, unless
  ///   the options have others.
  /// - Throws: ``MalformedValue`` for what is no such document.
  public init(grid: JSONText, _ options: UploadOptions) throws(MalformedValue) {
    self = try grid.withView { view throws(MalformedValue) in try UploadPlan(grid: view, options) }
  }

  /// The same for a grid in a text that is read already.
  init(grid view: JSONView, _ options: UploadOptions) throws(MalformedValue) {
    var options = options
    if options.metadata == nil { options.metadata = (view["metadata"] ?? view["data"]?["metadata"])?.text }
    self.init(.grid, try GridReader.columns(view), options, view, [])
  }

  private init(
    _ content: Content, _ columns: [GridColumn], _ options: UploadOptions, _ source: JSONView, _ warnings: [String]
  ) {
    self.content = content
    self.columns = columns
    self.options = options
    self.warnings = warnings
    let text = [
      "\(options.path)", options.sharing?.rawValue ?? "", options.existing.rawValue,
      options.metadata?.description ?? "",
      "\(content.isFigure)",
    ].joined(separator: "\n")
    var digest = ContentDigest()
    digest.add(text)
    digest.add(source.range, of: source.tape.bytes)
    self.digest = digest.hexadecimal
  }

  /// The name of the grid beside a plot, as the Python client makes it.
  static func gridName(_ plot: String) -> String { plot + "_grid" }

  /// Where the grid goes; nil without columns.
  func gridPath(_ path: RemotePath) -> RemotePath? {
    guard !columns.isEmpty else { return nil }
    return content.isFigure ? path.named(UploadPlan.gridName(path.name)) : path
  }

  /// What will be done, a line for each step.
  public var steps: [String] {
    let path = options.path
    var steps: [String] = []
    if !path.folder.isEmpty { steps.append("make the folder '\(path.folder)' if it is not there") }
    let sharing = options.sharing ?? .private
    let existing =
      switch options.existing {
      case .keep: "unless another file has the name"
      case .beside: "under a free name if this one is taken"
      case .update: "or update the one that is there"
      }
    if let grid = gridPath(path) {
      let cells = columns.reduce(0) { $0 + $1.count }
      let kind = sharing == .public ? "public" : "private"
      steps.append(
        "store the \(kind) grid '\(grid)' (\(counted(columns.count, "column")), \(counted(cells, "cell"))), \(existing)"
      )
      if options.metadata != nil { steps.append("attach the metadata to the grid") }
    }
    if content.isFigure { steps.append("store the \(sharing.rawValue) plot '\(path)', \(existing)") }
    return steps
  }

  private func counted(_ number: Int, _ noun: String) -> String { "\(number.grouped) \(noun)\(number == 1 ? "" : "s")" }
}

extension UploadPlan.Content {
  var isFigure: Bool { if case .figure = self { true } else { false } }
}
