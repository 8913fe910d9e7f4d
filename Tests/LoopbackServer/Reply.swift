/// What a server answers, and what goes wrong with it.
package struct Reply: Sendable {
  package var status: Int
  package var headers: [(name: String, value: String)]
  package var body: Body
  /// Waits so long before anything is sent.
  package var delay: Duration = .zero
  /// Closes the connection after so many bytes of the body; with 0, after the head. A negative number, before the head.
  package var cutAfter: Int?
  /// The length that the head announces, where it is not that of the body.
  package var announcedLength: Int?
  /// Sends the body in chunks, without telling its length.
  package var isChunked = false
  /// Sends the body in pieces of so many bytes, and waits after each.
  package var pace: (byteCount: Int, pause: Duration)?

  /// Sent in place of head and body; then the connection is closed.
  package var raw: [UInt8]?

  package enum Body: Sendable {
    case bytes([UInt8])
    /// The same byte over and over, which takes no memory.
    case repeated(UInt8, count: Int)

    var count: Int {
      switch self {
      case .bytes(let bytes): bytes.count
      case .repeated(_, let count): count
      }
    }

    func piece(_ range: Range<Int>) -> [UInt8] {
      switch self {
      case .bytes(let bytes): Array(bytes[range])
      case .repeated(let byte, _): Array(repeating: byte, count: range.count)
      }
    }
  }

  package init(status: Int = 200, headers: [(name: String, value: String)] = [], body: Body = .bytes([])) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  package static func text(
    _ text: String, status: Int = 200, type: String = "text/plain", headers: [(name: String, value: String)] = []
  ) -> Reply {
    Reply(status: status, headers: [("Content-Type", type)] + headers, body: .bytes(Array(text.utf8)))
  }

  package static func json(
    _ text: String, status: Int = 200, headers: [(name: String, value: String)] = []
  ) -> Reply {
    .text(text, status: status, type: "application/json", headers: headers)
  }

  package static func html(_ text: String, status: Int = 200) -> Reply {
    .text(text, status: status, type: "text/html; charset=utf-8")
  }

  package static func redirect(to location: String, status: Int = 302) -> Reply {
    Reply(status: status, headers: [("Location", location)])
  }

  /// A change of the reply: `.json("{}").with { $0.delay = .seconds(1) }`.
  package func with(_ change: (inout Reply) -> Void) -> Reply {
    var copy = self
    change(&copy)
    return copy
  }

  /// Sends the reply. Says whether the connection may be used again.
  func send(to connection: Socket, isHead: Bool) -> Bool {
    if delay > .zero { Thread.sleep(delay) }
    if let cutAfter, cutAfter < 0 { return false }
    if let raw {
      connection.send(raw)
      return false
    }
    guard connection.send(head) else { return false }
    if isHead || status == 204 || status == 304 { return true }
    let end = min(cutAfter ?? .max, body.count)
    var offset = 0
    while offset < end {
      let piece = body.piece(offset..<min(offset + (pace?.byteCount ?? 1 << 16), end))
      guard connection.send(isChunked ? chunk(piece) : piece) else { return false }
      offset += piece.count
      if let pace { Thread.sleep(pace.pause) }
    }
    if isChunked && end == body.count { return connection.send("0\r\n\r\n") }
    // What is not as announced can only be told by the end of the connection.
    return end == body.count && announcedLength == nil
  }

  private var head: String {
    var head = "HTTP/1.1 \(status) \(status < 400 ? "Fine" : "Not so fine")\r\n"
    for (name, value) in headers { head += "\(name): \(value)\r\n" }
    if isChunked {
      head += "Transfer-Encoding: chunked\r\n"
    } else if status != 204 && status != 304 {
      head += "Content-Length: \(announcedLength ?? body.count)\r\n"
    }
    return head + "\r\n"
  }

  private func chunk(_ piece: [UInt8]) -> [UInt8] {
    Array((String(piece.count, radix: 16) + "\r\n").utf8) + piece + Array("\r\n".utf8)
  }
}
