/// One thing that is wrong with an input: where, what was received, what is accepted, what to do.
public struct Finding: Sendable, Equatable {
  /// The input's name as given or found; `-` for standard input.
  public var file: String
  /// The rule's id, such as `S001`.
  public var rule: RuleID
  /// The rule's name, such as `unknown-attribute`.
  public var name: String
  public var severity: Severity
  /// The code that `Plotly.validate` gives for such a finding; nil when it has none.
  public var code: ValidateCode?
  /// The part of the figure, as in `Plotly.validate`.
  public var container: Container
  /// The index of the trace (0-based) when `container` is ``Container/data``.
  public var trace: Int?
  /// The place below the container (below the trace in data).
  public var path: [PathElement]
  /// How many steps lead from the root of a figure to the root of the input's JSON: 2 for a file that is a template, which
  /// stands at `layout.template`.
  package var stepsToInput: Int
  /// 0-based bytes of the key (unknown key) or of the value (bad value).
  public var range: Range<Int>
  /// The first character, and the one behind the last.
  public var start: SourcePosition
  public var end: SourcePosition
  /// What is wrong: what was received, what is accepted. Lower case, no full stop. May hold text of the input,
  /// unescaped: reporters escape it.
  public var message: String
  /// What to do, where figlint knows.
  public var help: String?
  /// The plotly.js versions for which the finding holds, oldest first.
  public var targets: [String]
  /// The change that removes the finding, where one is known.
  public var fix: Fix?
  /// The line that the finding is on, for a code frame.
  public var excerpt: Excerpt?
  /// 0-based notebook cell and output in it, and number of the figure in an HTML file or in lines mode.
  public var cell: Int?
  public var output: Int?
  public var figure: Int?

  package init(
    file: String, rule: RuleID, name: String, severity: Severity, code: ValidateCode? = nil, container: Container,
    trace: Int? = nil, path: [PathElement], stepsToInput: Int = 0, range: Range<Int>, start: SourcePosition,
    end: SourcePosition, message: String, help: String? = nil, targets: [String], fix: Fix? = nil,
    excerpt: Excerpt? = nil, cell: Int? = nil, output: Int? = nil, figure: Int? = nil
  ) {
    self.file = file
    self.rule = rule
    self.name = name
    self.severity = severity
    self.code = code
    self.container = container
    self.trace = trace
    self.path = path
    self.stepsToInput = stepsToInput
    self.range = range
    self.start = start
    self.end = end
    self.message = message
    self.help = help
    self.targets = targets
    self.fix = fix
    self.excerpt = excerpt
    self.cell = cell
    self.output = output
    self.figure = figure
  }
}

/// The codes of `Plotly.validate` (plotly.js `src/plot_api/validate.js`).
public enum ValidateCode: String, Sendable, CaseIterable {
  case schema, value, object, array, unused, dynamic, invisible
}

/// The parts of a figure that a finding can be in.
public enum Container: String, Sendable, CaseIterable {
  case data, layout, frames, config, figure
}

/// A step of a path: the key of an object, or the index (0-based) in an array.
public enum PathElement: Hashable, Sendable {
  case key(String)
  case index(Int)
}

/// A place in the text of an input. 1-based; columns count Unicode scalars.
public struct SourcePosition: Hashable, Sendable, Comparable {
  public var line: Int
  public var column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  public static func < (a: SourcePosition, b: SourcePosition) -> Bool { (a.line, a.column) < (b.line, b.column) }
}

/// A change of the text that removes a finding.
public struct Fix: Hashable, Sendable {
  /// Whether the drawing stays as it is.
  public var isSafe: Bool
  /// Replacements that do not overlap, in byte order.
  public var edits: [Edit]

  public struct Edit: Hashable, Sendable {
    /// 0-based bytes of the input to replace; empty to insert.
    public var range: Range<Int>
    public var text: String
    /// The first character to replace, and the one behind the last, for formats that ask for them.
    package var start: SourcePosition?
    package var end: SourcePosition?

    public init(range: Range<Int>, text: String) {
      self.range = range
      self.text = text
    }
  }

  public init(isSafe: Bool, edits: [Edit]) {
    self.isSafe = isSafe
    self.edits = edits
  }
}

/// The part of a line that a code frame shows. Text of the input, unescaped.
public struct Excerpt: Hashable, Sendable {
  /// The line, or a window of it when it is long.
  public var text: String
  /// Whether the line goes on before and behind the window.
  public var isCutBefore: Bool
  public var isCutBehind: Bool
  /// Unicode scalars of `text` (0-based) to underline.
  public var mark: Range<Int>

  public init(text: String, isCutBefore: Bool, isCutBehind: Bool, mark: Range<Int>) {
    self.text = text
    self.isCutBefore = isCutBefore
    self.isCutBehind = isCutBehind
    self.mark = mark
  }
}
