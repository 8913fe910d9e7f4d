import JSONCore

/// What a successful answer is read as.
public protocol Answer: Sendable {
  /// - Throws: ``UnusableAnswer`` for an answer that is nothing of the kind.
  init(_ response: HTTPResponse) throws(UnusableAnswer)
}

/// A successful answer that is not what the endpoint promises. The server may have done what was asked for.
public struct UnusableAnswer: Error, Equatable, Sendable {
  /// What is wrong with it: lower case, no full stop.
  public let message: String

  public init(_ message: String) { self.message = message }
}

/// An answer whose body says nothing.
public struct Nothing: Answer, Equatable {
  public init(_ response: HTTPResponse) {}
}

/// Any JSON.
extension JSONText: Answer {
  public init(_ response: HTTPResponse) throws(UnusableAnswer) {
    guard !response.body.isEmpty else { throw UnusableAnswer("the answer is empty") }
    do throws(MalformedValue) {
      try self.init(parsing: response.body)
    } catch {
      let what = response.mediaType.map { " ('\($0)')" } ?? ""
      throw UnusableAnswer("the answer is no JSON\(what): \(error.message)")
    }
  }
}

/// A model that is read from a JSON object.
public protocol JSONModel: Answer {
  /// Reads what is there; fields that are missing or of another type than known are nil.
  init(json: JSONText)
}

extension JSONModel {
  public init(_ response: HTTPResponse) throws(UnusableAnswer) {
    let json = try JSONText(response)
    guard json.withView({ $0.kind == .object }) else { throw UnusableAnswer("the answer is no JSON object") }
    self.init(json: json)
  }
}
