import JSONCore

/// The ways to write the place of a finding.
extension Finding {
  /// The place as plotly writes it: `data[0].marker.colour`, `layout.xaxis2.title.text`.
  public var attribute: String {
    var text: [UInt8] = []
    appendAttribute(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// RFC 6901 pointer from the root of the input's JSON.
  public var pointer: String {
    var text: [UInt8] = []
    appendPointer(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Appends ``attribute``, UTF-8.
  package func appendAttribute(to text: inout [UInt8]) {
    let start = text.count
    if container != .figure { text.append(contentsOf: container.rawValue.utf8) }
    if let trace { text.append(index: trace) }
    for step in path {
      switch step {
      case .index(let index): text.append(index: index)
      case .key(let key):
        if text.count > start { text.append(UInt8(ascii: ".")) }
        key.utf8.span.withInputBytes { $0.append(0..<$0.count, to: &text) }
      }
    }
  }

  /// Appends ``pointer``, UTF-8.
  package func appendPointer(to text: inout [UInt8]) {
    var isOutside = stepsToInput
    func isInside() -> Bool {
      isOutside -= 1
      return isOutside < 0
    }
    if container != .figure, isInside() { text.append(pointerStep: .key(container.rawValue)) }
    if let trace, isInside() { text.append(pointerStep: .index(trace)) }
    for step in path where isInside() { text.append(pointerStep: step) }
  }
}

extension [UInt8] {
  fileprivate mutating func append(index: Int) {
    append(UInt8(ascii: "["))
    appendDecimal(index)
    append(UInt8(ascii: "]"))
  }

  fileprivate mutating func append(pointerStep step: PathElement) {
    append(UInt8(ascii: "/"))
    switch step {
    case .index(let index): appendDecimal(index)
    case .key(let key):
      let text = key.utf8
      guard text.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else {
        return append(contentsOf: text)
      }
      // By bytes: a slash with an accent is one character, but its slash counts.
      for byte in text {
        switch byte {
        case UInt8(ascii: "~"): append(contentsOf: "~0".utf8)
        case UInt8(ascii: "/"): append(contentsOf: "~1".utf8)
        default: append(byte)
        }
      }
    }
  }
}
