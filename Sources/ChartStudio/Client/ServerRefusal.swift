import Foundation

/// An answer with a status other than 200 to 299: the server understood the request and did not do it, or failed.
public struct ServerRefusal: Error, Sendable, Equatable {
  public let status: Int
  /// What the server says about it, as far as it says something; may have several lines.
  public let serverMessage: String
  public let kind: Kind
  /// How long to wait, where the server says so.
  public let wait: Duration?
  /// The body as it came.
  public let body: [UInt8]

  /// What it means.
  public enum Kind: Sendable, Equatable {
    /// 400: the request does not have the form that the service wants.
    case malformed
    /// A file of that name is in that folder already (a 4xx whose message says so, or 409).
    case nameTaken
    /// 401: no credentials, or wrong ones.
    case credentials
    /// 403: the file is there and the credentials are good, but do not allow this.
    case forbidden
    /// 404: there is no such file, or nobody may tell these credentials that there is.
    case notFound
    /// 405: the service has this endpoint, and does not offer the method at present. 501: nor will it.
    case inactive
    /// 413, or a message that names the limit of the plan.
    case tooLarge
    /// 429: too many requests in a short time.
    case throttled
    /// 429: the requests of a day are used up.
    case quota
    /// 5xx, or the page that the service shows for faults of its own.
    case fault
    /// Another status.
    case other
  }

  public init(_ response: HTTPResponse) {
    status = response.status
    body = response.body
    serverMessage = ServerRefusal.message(of: response.body)
    kind = ServerRefusal.kind(response.status, serverMessage)
    wait = ServerRefusal.wait(response, serverMessage)
  }

  /// The messages in `errors`, else `detail`, else the text itself; HTML says nothing.
  private static func message(of body: [UInt8]) -> String {
    guard let json = try? JSONText(parsing: body) else {
      let text = String(decoding: body.prefix(2000), as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
      return text.hasPrefix("<") ? htmlTitle(text) : text
    }
    return json.withView { view in
      let messages = (view["errors"]?.elements ?? []).compactMap { error -> String? in
        guard let message = error["message"]?.string ?? error.string, !message.isEmpty else { return nil }
        let field = error["field"]?.string ?? error["path"]?.string
        return field.map { "\($0): \(message)" } ?? message
      }
      if !messages.isEmpty { return messages.joined(separator: "\n") }
      if let detail = view["detail"]?.string, !detail.isEmpty { return detail }
      if let text = view.string { return text }
      return String(decoding: body.prefix(2000), as: UTF8.self)
    }
  }

  private static func htmlTitle(_ html: String) -> String {
    guard let start = html.range(of: "<title>", options: .caseInsensitive),
      let end = html.range(of: "</title>", options: .caseInsensitive, range: start.upperBound..<html.endIndex)
    else { return "" }
    return html[start.upperBound..<end.lowerBound].trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private static func kind(_ status: Int, _ message: String) -> Kind {
    let text = message.lowercased()
    if text.contains("uh oh, an error occurred") { return .fault }
    if 400..<500 ~= status, text.contains("already exists") { return .nameTaken }
    if 400..<500 ~= status, text.contains("too big"), text.contains("kb") { return .tooLarge }
    switch status {
    case 400: return .malformed
    case 401: return .credentials
    case 403: return .forbidden
    case 404: return .notFound
    case 405, 501: return .inactive
    case 409: return .nameTaken
    case 413: return .tooLarge
    case 429: return text.contains("per day") ? .quota : .throttled
    case 500...: return .fault
    default: return .other
    }
  }

  /// `Retry-After` (RFC 9110, section 10.2.3), or `available in N seconds` in the message.
  private static func wait(_ response: HTTPResponse, _ message: String) -> Duration? {
    if let field = response.headers["Retry-After"] {
      if let seconds = Int(field.trimmingCharacters(in: .whitespaces)), seconds >= 0 { return .seconds(seconds) }
      if let date = HTTPDate.date(field) {
        // By the server's own clock, if it tells: that of this computer may be another.
        let now = response.headers["Date"].flatMap(HTTPDate.date) ?? Date()
        return .seconds(max(0, date.timeIntervalSince(now).rounded(.up)))
      }
    }
    let words = message.split(separator: " ")
    for (index, word) in words.enumerated() where word == "in" && index > 0 && words[index - 1] == "available" {
      guard index + 1 < words.count, let seconds = Int(words[index + 1]) else { continue }
      return .seconds(seconds)
    }
    return nil
  }

  /// Whether the same request may succeed a little later.
  public var isTransient: Bool { kind == .throttled || kind == .fault }
}

extension ServerRefusal {
  /// What is wrong, in one line: lower case, no full stop.
  public var message: String {
    let said = serverMessage.split(whereSeparator: \.isNewline).joined(separator: "; ")
    let quoted = said.isEmpty ? "" : ": '\(said.prefix(300))'"
    switch kind {
    case .malformed: return "the server does not accept the request (\(status))\(quoted)"
    case .nameTaken: return "a file of that name exists already (\(status))\(quoted)"
    case .credentials: return "the server does not accept the credentials (\(status))\(quoted)"
    case .forbidden: return "the credentials do not allow this (\(status))\(quoted)"
    case .notFound: return "there is no such file, or not for these credentials (\(status))\(quoted)"
    case .inactive: return "the server does not offer this at present (\(status))\(quoted)"
    case .tooLarge: return "it is larger than the server takes (\(status))\(quoted)"
    case .throttled: return "too many requests (\(status))\(quoted)"
    case .quota: return "the requests of this day are used up (\(status))\(quoted)"
    case .fault: return "the server failed (\(status))\(quoted)"
    case .other: return "the server answers with the status \(status)\(quoted)"
    }
  }

  /// What to do about it, if there is something to say.
  public var help: String? {
    switch kind {
    case .malformed: "the message says what is wrong with it; raw data arrays in a plot are refused, too"
    case .nameTaken: "give another name, or update the file; it may be in the trash"
    case .credentials: "check user name and key (PLOTLY_USERNAME, PLOTLY_API_KEY, or ~/.plotly/.credentials)"
    case .forbidden: "ask the owner of the file to share it with you, or the server's administrator"
    case .notFound:
      "check the id; a private file of somebody else looks the same as one that is not there, and so does an endpoint that the server does not have"
    case .inactive: "the server may be older or set up otherwise"
    case .tooLarge: "make it smaller, or raise the limit of the server or of the front end before it"
    case .throttled: wait.map { "try again in \($0.components.seconds) seconds" } ?? "try again later"
    case .quota: "try again tomorrow"
    case .fault: "try again later"
    case .other: nil
    }
  }
}
