public import Foundation

/// An answer, whole.
public struct HTTPResponse: Equatable, Sendable {
  public var status: Int
  /// Where it comes from, after redirects.
  public var url: URL
  public var headers: HTTPHeaders
  /// Decompressed. Empty where a sink took it.
  public var body: [UInt8]

  public init(status: Int, url: URL, headers: HTTPHeaders = [:], body: [UInt8] = []) {
    self.status = status
    self.url = url
    self.headers = headers
    self.body = body
  }

  public var isSuccess: Bool { 200...299 ~= status }

  /// The type of the body without parameters, lower case: `application/json`.
  public var mediaType: String? {
    headers["Content-Type"]?.prefix { $0 != ";" }.lowercased().trimmingCharacters(in: .whitespaces)
  }
}
