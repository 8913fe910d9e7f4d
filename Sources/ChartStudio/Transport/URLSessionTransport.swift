import Foundation
import Synchronization

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// The transport of the system.
///
/// It keeps nothing: no cookies, no cached answers, no credentials; each request is what it says. Compressed bodies are asked
/// for and decompressed. Proxies are those of the system: on Linux, of the environment as libcurl reads it (`https_proxy`,
/// `http_proxy` in lower case, `all_proxy`, `no_proxy`); on macOS, of the network settings.
///
/// One transport serves any number of requests at once and keeps connections open between them.
public final class URLSessionTransport: Transport {
  private let session: URLSession
  private let exchanges = Exchanges()

  /// - Parameter userAgent: What servers are told of the program: `figlint/0.1.0`.
  public init(userAgent: String) {
    let configuration = URLSessionConfiguration.ephemeral
    configuration.httpCookieStorage = nil
    configuration.httpCookieAcceptPolicy = .never
    configuration.httpShouldSetCookies = false
    configuration.urlCache = nil
    configuration.urlCredentialStorage = nil
    configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
    configuration.httpAdditionalHeaders = ["User-Agent": userAgent]
    session = URLSession(configuration: configuration, delegate: exchanges, delegateQueue: nil)
  }

  // The session holds its delegate until then.
  deinit { session.finishTasksAndInvalidate() }

  public func send(
    _ request: HTTPRequest, to sink: (any BodySink)?
  ) async throws(TransportError) -> HTTPResponse {
    let end = ContinuousClock.now + request.limits.whole
    var request = request
    for _ in 0...max(request.limits.redirects, 0) {
      let response = try await answer(to: request, sink, until: end)
      guard let next = try Redirection.request(after: response, of: request) else { return response }
      request = next
    }
    throw TransportError(.tooManyRedirects(limit: request.limits.redirects), request.url)
  }

  /// The answer to one request, which may be a redirect.
  private func answer(
    to request: HTTPRequest, _ sink: (any BodySink)?, until end: ContinuousClock.Instant
  ) async throws(TransportError) -> HTTPResponse {
    let exchange = Exchange(request, sink, session.dataTask(with: try request.native()))
    exchanges.add(exchange)
    exchange.watch(until: end)
    let outcome = await withTaskCancellationHandler {
      await withCheckedContinuation { exchange.start($0) }
    } onCancel: {
      exchange.fail(.cancelled)
    }
    exchanges.remove(exchange)
    exchange.waitForSink()
    return try outcome.get()
  }
}

extension HTTPRequest {
  /// The request as the system takes it.
  fileprivate func native() throws(TransportError) -> URLRequest {
    guard let scheme = url.scheme?.lowercased(), ["http", "https"].contains(scheme), url.host?.isEmpty == false else {
      throw TransportError(.badURL, url)
    }
    if let name = headers.firstInvalidName { throw TransportError(.badHeader(name: name), url) }
    var native = URLRequest(url: url)
    // The exchange watches the time, since systems differ in what they count.
    native.timeoutInterval = max(60, 2 * (limits.whole / .seconds(1)))
    native.httpMethod = method.rawValue
    if method != .get && method != .head { native.httpBody = body.map { Data($0) } }
    for field in headers.fields { native.addValue(field.value, forHTTPHeaderField: field.name) }
    return native
  }
}

// MARK: - Exchanges

/// The requests on their way, told of what happens to them: the delegate of the session.
private final class Exchanges: NSObject, URLSessionDataDelegate, Sendable {
  private let running = Mutex<[Int: Exchange]>([:])

  func add(_ exchange: Exchange) { running.withLock { $0[exchange.task.taskIdentifier] = exchange } }

  func remove(_ exchange: Exchange) {
    running.withLock { $0[exchange.task.taskIdentifier] = nil }
  }

  private subscript(task: URLSessionTask) -> Exchange? { running.withLock { $0[task.taskIdentifier] } }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
    newRequest request: URLRequest, completionHandler: @escaping (URLRequest?) -> Void
  ) {
    // Redirects are answers as any: `Redirection` says what becomes of them.
    completionHandler(nil)
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, needNewBodyStream completionHandler: @escaping (InputStream?) -> Void
  ) {
    // The connection, kept open since an earlier request, went away, and libcurl is about to send the request once more: what may be
    // sent twice is not its to say. (Left to itself it would announce a body, send none, and wait.) The session waits for this
    // call, so that it cannot be told to stop from here.
    if let exchange = self[task] { DispatchQueue.global().async { exchange.fail(.connectionLost) } }
    completionHandler(nil)
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, didReceive challenge: URLAuthenticationChallenge,
    completionHandler: @escaping (URLSession.AuthChallengeDisposition, URLCredential?) -> Void
  ) {
    #if canImport(FoundationNetworking)
      // It comes behind the body of an answer with status 401, and never concerns TLS. To refuse means to cancel here, which
      // would lose that answer.
      self[task]?.complete(task.response, nil)
      completionHandler(.cancelAuthenticationChallenge, nil)
    #else
      let isTLS = challenge.protectionSpace.authenticationMethod == NSURLAuthenticationMethodServerTrust
      completionHandler(isTLS ? .performDefaultHandling : .rejectProtectionSpace, nil)
    #endif
  }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping (URLSession.ResponseDisposition) -> Void
  ) {
    self[dataTask]?.begin(response)
    completionHandler(.allow)
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, didSendBodyData bytesSent: Int64, totalBytesSent: Int64,
    totalBytesExpectedToSend: Int64
  ) {
    self[task]?.noteActivity()
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    self[dataTask]?.receive(Array(data))
  }

  func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
    self[task]?.complete(task.response, error)
  }
}

/// One request on its way, and what has come back so far.
///
/// What the session says arrives in order, on its queue. Time, cancellation and limits end an exchange from any thread, and
/// what comes later is dropped.
private final class Exchange: Sendable {
  typealias Outcome = Result<HTTPResponse, TransportError>

  /// More of a page that says what is wrong is of no use to anybody.
  private static let errorBodyLimit = 1 << 20

  private struct State {
    var waiting: CheckedContinuation<Outcome, Never>?
    /// What the exchange came to.
    var outcome: Outcome?
    var response: HTTPResponse?
    var received = 0
    var lastActivity = ContinuousClock.now
  }

  let task: URLSessionDataTask
  private let request: HTTPRequest
  private let sink: (any BodySink)?
  private let state = Mutex(State())
  /// Held while the sink is called. Apart from `state`, so that a sink may cancel the task that waits.
  private let delivery = Mutex(())

  init(_ request: HTTPRequest, _ sink: (any BodySink)?, _ task: URLSessionDataTask) {
    self.request = request
    self.sink = sink
    self.task = task
  }

  func start(_ waiting: CheckedContinuation<Outcome, Never>) {
    let outcome = state.withLock { state in
      if state.outcome == nil { state.waiting = waiting }
      return state.outcome
    }
    if let outcome { waiting.resume(returning: outcome) } else { task.resume() }
  }

  func fail(_ reason: TransportError.Reason) {
    end(.failure(TransportError(reason, request.url)))
    task.cancel()
  }

  /// Ends the exchange when one of its limits on time is reached. Not by a task, which would wait for threads that are busy with large
  /// figures.
  ///
  /// - Parameter end: When the limit on the whole is.
  func watch(until end: ContinuousClock.Instant) {
    let (isOver, lastActivity) = state.withLock { ($0.outcome != nil, $0.lastActivity) }
    guard !isOver else { return }
    let now = ContinuousClock.now
    if now >= end { return fail(.tooSlow(request.limits.whole)) }
    let silent = lastActivity + request.limits.silence
    if now >= silent { return fail(.silence(request.limits.silence)) }
    let pause = (min(silent, end) - now) / .seconds(1)
    DispatchQueue.global().asyncAfter(deadline: .now() + pause) { [weak self] in self?.watch(until: end) }
  }

  func noteActivity() { state.withLock { $0.lastActivity = .now } }

  /// Returns when the sink is called no more. For after the end.
  func waitForSink() { delivery.withLock { _ in } }

  private func end(_ outcome: Outcome) {
    let waiting = state.withLock { state in
      guard state.outcome == nil else { return nil as CheckedContinuation<Outcome, Never>? }
      state.outcome = outcome
      defer { state.waiting = nil }
      return state.waiting
    }
    waiting?.resume(returning: outcome)
  }

  private func deliver(_ body: (any BodySink) throws(SinkError) -> Void) {
    guard let sink else { return }
    delivery.withLock { _ in
      guard state.withLock({ $0.outcome == nil }) else { return }
      do throws(SinkError) {
        try body(sink)
      } catch {
        fail(.sink(error))
      }
    }
  }

  // MARK: What the session says

  /// The head of the answer.
  func begin(_ native: URLResponse) {
    guard let response = HTTPResponse(native, to: request) else { return }
    state.withLock { state in
      state.response = response
      state.lastActivity = .now
    }
    let byteCount = response.announcedLength(to: request)
    guard response.isSuccess else { return }
    if let byteCount, byteCount > request.limits.bodySize {
      return fail(.bodyTooLarge(limit: request.limits.bodySize))
    }
    deliver { sink throws(SinkError) in try sink.begin(byteCount: byteCount) }
  }

  /// A piece of the body.
  func receive(_ piece: [UInt8]) {
    guard !piece.isEmpty else { return }
    enum Step { case proceed, deliver, tooLarge, enough(HTTPResponse) }
    let step = state.withLock { state in
      state.lastActivity = .now
      guard var response = state.response else { return Step.proceed }
      state.received += piece.count
      let limit = request.limits.bodySize
      guard response.isSuccess else {
        response.body += piece.prefix(min(limit, Exchange.errorBodyLimit) - response.body.count)
        state.response = response
        return response.body.count < state.received ? .enough(response) : .proceed
      }
      if state.received > limit { return .tooLarge }
      if sink != nil { return .deliver }
      state.response = nil  // so that there is one owner of the body, which then grows in place
      response.body += piece
      state.response = response
      return .proceed
    }
    switch step {
    case .proceed: break
    case .deliver: deliver { sink throws(SinkError) in try sink.receive(piece) }
    case .tooLarge: fail(.bodyTooLarge(limit: request.limits.bodySize))
    case .enough(let response):
      end(.success(response))
      task.cancel()
    }
  }

  /// The end of the transfer.
  func complete(_ native: URLResponse?, _ error: (any Error)?) {
    let (known, received) = state.withLock { ($0.response, $0.received) }
    let response = known ?? native.flatMap { HTTPResponse($0, to: request) }
    let announced = response?.announcedLength(to: request)
    if let announced, received < announced {
      return fail(.bodyTruncated(expected: announced, received: received))
    }
    if let error { return fail(TransportError.Reason(error, hasBegun: response != nil, request.limits)) }
    guard let response else { return fail(.connectionLost) }
    end(.success(response))
  }
}

extension HTTPResponse {
  /// What the system says of an answer, without a body.
  fileprivate init?(_ native: URLResponse, to request: HTTPRequest) {
    guard let native = native as? HTTPURLResponse else { return nil }
    self.init(status: native.statusCode, url: native.url ?? request.url)
    for (name, value) in native.allHeaderFields {
      if let name = name as? String, let value = value as? String { headers.append(name, value) }
    }
  }

  /// How many bytes of body must come, where that is known.
  fileprivate func announcedLength(to request: HTTPRequest) -> Int? {
    guard request.method != .head, status != 204, status != 304, headers["Transfer-Encoding"] == nil,
      // The length is that of the compressed bytes, which are not seen.
      headers["Content-Encoding"].map({ $0.lowercased() == "identity" }) ?? true
    else { return nil }
    return headers["Content-Length"].flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil }
  }
}

extension TransportError.Reason {
  /// What an error of the system comes to.
  ///
  /// - Parameter hasBegun: Whether the head of the answer came.
  fileprivate init(_ error: any Error, hasBegun: Bool, _ limits: TransferLimits) {
    let text = error.localizedDescription
    guard let error = error as? URLError else {
      self = .other(code: (error as NSError).code, text: text)
      return
    }
    switch error.code {
    case .timedOut: self = .silence(limits.silence)
    case .cannotFindHost, .dnsLookupFailed: self = .hostNotFound
    case .cannotConnectToHost, .notConnectedToInternet: self = .cannotConnect
    // libcurl's empty reply; and all that it says of the end of a body in chunks.
    case .networkConnectionLost, .badServerResponse: self = .connectionLost
    case .unknown where hasBegun: self = .connectionLost
    // Of certificates it has no number of its own.
    case .unknown where text.contains("SSL") || text.contains("TLS") || text.contains("certificate"):
      self = .notSecure(text: text)
    case .badURL: self = .badURL
    case .unsupportedURL, .cannotParseResponse: self = .notHTTP
    case .secureConnectionFailed, .serverCertificateHasBadDate, .serverCertificateUntrusted,
      .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid, .clientCertificateRejected,
      .clientCertificateRequired, .appTransportSecurityRequiresSecureConnection:
      self = .notSecure(text: text)
    case .cancelled: self = .cancelled
    default: self = .other(code: error.errorCode, text: text)
    }
  }
}
