/// What carries requests to a server and answers back.
///
/// One method, so that tests put a double in its place and layers (credentials, retries, logs) stand in front of it.
/// ``URLSessionTransport`` is the one with a network behind it.
public protocol Transport: Sendable {
  /// Sends a request and waits for the whole answer, whatever its status.
  ///
  /// - Parameter sink: Where the body of an answer with a status from 200 to 299 goes, piece by piece; the body of the returned
  ///   response is empty then. Other answers, which say what is wrong, keep their body, and so do all without a sink.
  /// - Throws: ``TransportError`` when there is no answer, or none within the limits of the request.
  func send(_ request: HTTPRequest, to sink: (any BodySink)?) async throws(TransportError) -> HTTPResponse
}

extension Transport {
  /// Sends a request and waits for the whole answer with its body.
  public func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    try await send(request, to: nil)
  }
}

/// Where the body of an answer goes while it arrives.
///
/// The calls come one after the other, from threads of the transport.
public protocol BodySink: Sendable {
  /// A body begins; what another one has left is void.
  ///
  /// - Parameter byteCount: How long the body will be, where the server tells and does not compress it.
  func begin(byteCount: Int?) throws(SinkError)

  /// The next piece, which is not empty.
  func receive(_ piece: [UInt8]) throws(SinkError)
}

/// Why a sink takes no more; ends the transfer.
public struct SinkError: Error, Equatable, Sendable {
  /// Lower case, no full stop.
  public let message: String

  public init(_ message: String) { self.message = message }
}
