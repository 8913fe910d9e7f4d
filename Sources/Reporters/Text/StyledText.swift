import Diagnostics
import JSONCore

/// Text for a terminal, in colour or not, that knows the length of its last part: findings are written one after the other,
/// and one that turns out too long is written again.
///
/// It is kept as bytes, since most of what there is to write needs no look at its characters.
struct StyledText {
  enum Style {
    case plain, path, caret
    case severity(Severity)

    /// The parameters of the escape sequence "select graphic rendition" (ECMA-48, section 8.3.117).
    fileprivate var parameters: String? {
      switch self {
      case .plain: nil
      case .path: "1"
      case .caret: "31"
      case .severity(.error): "1;31"
      case .severity(.warning): "33"
      case .severity(.info): "34"
      }
    }
  }

  let usesColour: Bool
  /// All of the text, UTF-8.
  private(set) var bytes: [UInt8] = []
  /// Where in ``bytes`` the last part begins.
  private var start = 0
  /// How many bytes of the last part only set colours.
  private var unseen = 0
  /// How often the last part was written.
  private var attempts = 0
  /// What was shown last of a path, since findings come file by file.
  private var lastPath: (path: String, limit: Int, shown: String)?

  init(usesColour: Bool) { self.usesColour = usesColour }

  /// Appends to `output` what `body` writes, without a copy of what `output` holds.
  static func append(to output: inout [UInt8], usesColour: Bool, _ body: (inout StyledText) -> Void) {
    var text = StyledText(usesColour: usesColour)
    swap(&text.bytes, &output)
    body(&text)
    swap(&text.bytes, &output)
  }

  // MARK: Parts

  /// Begins a part, to be written with each of ``nextLimits()``.
  mutating func beginPart() {
    start = bytes.count
    attempts = 0
  }

  /// Goes back to the beginning of the part, and returns the limits to write it with; nil when it is there and no longer than
  /// ``TextLimits/finding``.
  mutating func nextLimits() -> TextLimits? {
    guard attempts < TextLimits.ladder.count, attempts == 0 || !fits else { return nil }
    bytes.removeLast(bytes.count - start)
    unseen = 0
    attempts += 1
    return TextLimits.ladder[attempts - 1]
  }

  private var fits: Bool {
    // It never has more characters than bytes.
    bytes.count - start - unseen <= TextLimits.finding || length <= TextLimits.finding
  }

  /// The characters (Unicode scalars) of the last part, without those that only set colours.
  var length: Int {
    let start = start
    return bytes.withInputBytes { $0.scalarCount(in: start..<$0.count) } - unseen
  }

  // MARK: Text

  /// Appends `text`, which has no control characters but line feeds.
  mutating func append(_ text: String) { append(utf8: text.utf8.span) }

  /// Appends `text`, which has no control characters but line feeds.
  mutating func append(_ text: Substring) { append(utf8: text.utf8.span) }

  private mutating func append(utf8 text: Span<UInt8>) {
    text.withInputBytes { $0.append(0..<$0.count, to: &bytes) }
  }

  /// Appends an ASCII character.
  @inline(__always) mutating func append(ascii character: Unicode.Scalar) {
    bytes.append(UInt8(ascii: character))
  }

  /// Appends an ASCII character some times.
  mutating func append(ascii character: Unicode.Scalar, count: Int) {
    let byte = UInt8(ascii: character)
    for _ in 0..<count { bytes.append(byte) }
  }

  /// Appends so many blanks.
  mutating func append(blanks count: Int) {
    let blanks = InputBytes(StyledText.blanks)
    var rest = count
    while rest > 0 {
      blanks.append(0..<min(rest, blanks.count), to: &bytes)
      rest -= blanks.count
    }
  }

  private static let blanks: StaticString =
    "                                                                                                                "

  /// Appends `S001`.
  mutating func append(_ rule: RuleID) {
    append(ascii: Unicode.Scalar(rule.group))
    append(ascii: "0", count: rule.number < 10 ? 2 : 1)
    append(Int(rule.number))
  }

  mutating func append(_ number: Int) { bytes.appendDecimal(number) }

  /// Begins to write in a style.
  mutating func begin(_ style: Style) {
    guard usesColour, let parameters = style.parameters else { return }
    appendUnseen("\u{1b}[\(parameters)m")
  }

  /// Ends what began with the same style.
  mutating func end(_ style: Style) {
    if usesColour, style.parameters != nil { appendUnseen("\u{1b}[0m") }
  }

  private mutating func appendUnseen(_ sequence: String) {
    bytes.append(contentsOf: sequence.utf8)
    unseen += sequence.utf8.count
  }

  // MARK: Text of the input

  /// Appends `text` with escapes, cut to `limit` characters; see ``TextEscaping/escaped(_:limit:)``.
  mutating func append(escaping text: String, limit: Int) { append(TextEscaping.escaped(text, limit: limit)) }

  /// Appends the attribute of a finding in the same way.
  mutating func appendAttribute(of finding: Finding, limit: Int) {
    let start = bytes.count
    finding.appendAttribute(to: &bytes)
    let count = bytes.count - start
    if count <= limit, PrintableASCII.holds(bytes.span.extracting(start...)) { return }
    bytes.removeLast(count)
    append(escaping: finding.attribute, limit: limit)
  }

  /// Appends `path` with escapes; of one that is too long, the end, which tells files apart.
  mutating func append(path: String, limit: Int) {
    if let lastPath, lastPath.limit == limit, lastPath.path == path { return append(lastPath.shown) }
    let shown = StyledText.shown(path, limit: limit)
    lastPath = (path, limit, shown)
    append(shown)
  }

  private static func shown(_ path: String, limit: Int) -> String {
    let scalars = path.unicodeScalars
    let tail = scalars.suffix(limit)
    let escaped = TextEscaping.escaped(String(tail)).unicodeScalars
    if tail.startIndex == scalars.startIndex, escaped.count <= limit { return String(escaped) }
    return "…" + String(String.UnicodeScalarView(escaped.suffix(limit - 1)))
  }
}
