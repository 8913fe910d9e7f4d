/// One call to the service, as a value: building it touches no network.
///
/// ``StudioClient/send(_:)`` carries it out.
public struct Endpoint<Success: Sendable>: Sendable {
  public let method: HTTPRequest.Method
  /// Segments below `/v2`, not encoded.
  public let path: [String]
  public let query: [QueryItem]
  public let body: RequestBody?
  /// Fields besides those that every request has.
  public let headers: HTTPHeaders
  /// What the answer may be: the header `Accept`.
  public let accept: String
  public let repetition: Repetition
  let decode: @Sendable (HTTPResponse) throws(UnusableAnswer) -> Success

  public init(
    _ method: HTTPRequest.Method, _ path: [String], query: [QueryItem] = [], body: RequestBody? = nil,
    headers: HTTPHeaders = [:], accept: String = "application/json", repetition: Repetition? = nil,
    decode: @escaping @Sendable (HTTPResponse) throws(UnusableAnswer) -> Success
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.body = body
    self.headers = headers
    self.accept = accept
    self.repetition = repetition ?? Repetition(method)
    self.decode = decode
  }
}

extension Endpoint where Success: Answer {
  /// An endpoint whose answer is read by the type itself.
  public init(
    _ method: HTTPRequest.Method, _ path: [String], query: [QueryItem?] = [], body: JSONText? = nil,
    repetition: Repetition? = nil
  ) {
    self.init(
      method, path, query: query.compactMap { $0 }, body: body.map { .json($0) }, repetition: repetition,
      decode: { response throws(UnusableAnswer) in try Success(response) })
  }
}

extension Endpoint: CustomStringConvertible {
  /// Method and path: `GET /v2/files/ada:10`. Of the query only that there is one, since it may hold a share key.
  public var description: String {
    "\(method.rawValue) /v2/\(path.map(URLText.segment).joined(separator: "/"))\(query.isEmpty ? "" : "?…")"
  }
}

/// What a request carries.
public enum RequestBody: Hashable, Sendable {
  case json(JSONText)
  /// Anything else, such as a form, with its `Content-Type`.
  case bytes([UInt8], type: String)

  var bytes: [UInt8] {
    switch self {
    case .json(let text): text.bytes
    case .bytes(let bytes, _): bytes
    }
  }

  var type: String {
    switch self {
    case .json: "application/json"
    case .bytes(_, let type): type
    }
  }
}

/// Whether a request may be sent again when its answer was lost.
public enum Repetition: Hashable, Sendable {
  /// Doing it twice comes to the same as doing it once.
  case safe
  /// The second time would do it again, as a creation does: it is repeated only where the server surely has not acted.
  case unsafe

  /// What the method means (RFC 9110, section 9.2.2). PATCH counts as safe, because those of this service set fields to values.
  public init(_ method: HTTPRequest.Method) {
    switch method {
    case .get, .head, .put, .patch, .delete: self = .safe
    case .post: self = .unsafe
    }
  }
}

/// A parameter of a query.
public struct QueryItem: Hashable, Sendable {
  public let name: String
  public let value: String

  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }

  /// A parameter that is left out when it has no value.
  init?(_ name: String, _ value: String?) {
    guard let value else { return nil }
    self.init(name, value)
  }

  init?(_ name: String, _ value: Int?) { self.init(name, value.map { String($0) }) }

  /// Booleans are sent in lower case: the service does not understand others.
  init?(_ name: String, _ value: Bool?) { self.init(name, value.map { $0 ? "true" : "false" }) }

  init?(_ name: String, _ value: Secret?) { self.init(name, value?.text) }
}
