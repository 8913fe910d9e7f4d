/// What goes wrong with one request.
package enum Fault: String, CaseIterable, Sendable {
  /// 429 with the wait in the message; nothing is done.
  case throttled
  /// 500; nothing is done.
  case failedBefore
  /// It is done, and the answer is 500.
  case failedAfter
  /// The connection is closed; nothing is done.
  case cutBefore
  /// It is done, and the connection is closed without an answer.
  case cutAfter
  /// It is done, and half of the answer comes.
  case truncated
  /// It is done, and the answer has no body.
  case empty
  /// It is done, and the answer is a page in place of JSON.
  case page
  /// A proxy answers in HTML with 502; nothing is done.
  case badGateway
  /// It is done, and no answer comes until the client gives up.
  case silent
}
