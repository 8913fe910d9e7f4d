/// A request as it arrived.
package struct Request: Sendable {
  package let method: String
  /// Path and query as they were sent.
  package let target: String
  /// Names and values in order, as they were sent.
  package let headers: [(name: String, value: String)]
  package let body: [UInt8]

  /// The first value of a header, whatever the case of its name.
  package subscript(header name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }

  /// The path as it was sent.
  package var path: String { String(target.prefix { $0 != "?" }) }

  /// Names and values of the query in order, percent-decoded, `+` as a space.
  package var query: [(name: String, value: String)] {
    guard let mark = target.firstIndex(of: "?") else { return [] }
    return target[target.index(after: mark)...].split(separator: "&").map { pair in
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (Request.decoded(parts[0]), parts.count > 1 ? Request.decoded(parts[1]) : "")
    }
  }

  /// The first value of a name in the query.
  package func query(_ name: String) -> String? { query.first { $0.name == name }?.value }

  package var bodyText: String { String(decoding: body, as: UTF8.self) }

  private static func decoded(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Reads the requests of a connection one after the other.
struct RequestReader {
  private let connection: Socket
  private var buffer: [UInt8] = []

  init(_ connection: Socket) { self.connection = connection }

  /// The next request; nil at the end of the connection and for what is none.
  mutating func next() -> Request? {
    guard let start = line() else { return nil }
    let words = start.split(separator: " ")
    guard words.count == 3 else { return nil }
    var headers: [(name: String, value: String)] = []
    while true {
      guard let line = line() else { return nil }
      if line.isEmpty { break }
      guard let colon = line.firstIndex(of: ":") else { return nil }
      let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
      headers.append((String(line[..<colon]), String(value)))
    }
    let head = Request(method: String(words[0]), target: String(words[1]), headers: headers, body: [])
    if head[header: "Expect"]?.lowercased() == "100-continue" { connection.send("HTTP/1.1 100 Continue\r\n\r\n") }
    guard let body = body(head) else { return nil }
    return Request(method: head.method, target: head.target, headers: headers, body: body)
  }

  private mutating func body(_ head: Request) -> [UInt8]? {
    if head[header: "Transfer-Encoding"]?.lowercased() == "chunked" {
      var body: [UInt8] = []
      while let size = line().flatMap({ Int($0.prefix { $0 != ";" }, radix: 16) }) {
        guard let chunk = bytes(size), line() != nil else { return nil }
        if size == 0 { return body }
        body += chunk
      }
      return nil
    }
    return bytes(head[header: "Content-Length"].flatMap { Int($0) } ?? 0)
  }

  private mutating func line() -> String? {
    var start = 0
    while true {
      if let end = buffer[start...].firstIndex(of: UInt8(ascii: "\n")) {
        let line = String(decoding: buffer[..<end], as: UTF8.self)
        buffer.removeFirst(end + 1)
        return line.utf8.last == UInt8(ascii: "\r") ? String(decoding: line.utf8.dropLast(), as: UTF8.self) : line
      }
      start = buffer.count
      guard fill() else { return nil }
    }
  }

  private mutating func bytes(_ count: Int) -> [UInt8]? {
    while buffer.count < count { guard fill() else { return nil } }
    defer { buffer.removeFirst(count) }
    return Array(buffer.prefix(count))
  }

  private mutating func fill() -> Bool {
    let piece = connection.receive()
    buffer += piece
    return !piece.isEmpty
  }
}
