import Arguments
import ChartStudio
import Foundation
import JSONCore
import NetworkCommands

/// `figlint api`: any request.
enum APICommand {
  static func run(_ parsed: ParsedArguments, _ console: Console) async throws(Failure) -> ExitCode {
    let session = try StudioSession(parsed, console)
    guard let method = HTTPRequest.Method(rawValue: parsed[APITable.method].rawValue) else {
      throw Failure(message: "the method is not known")
    }
    let pointer = try parsed[APITable.pointer].map { text throws(Failure) in try JSONPointer(text) }
    var (path, query) = parts(of: parsed[APITable.path])
    var fields: [(String, JSONText)] = []
    for text in parsed[APITable.fields] { fields.append(try field(text, isString: false)) }
    for text in parsed[APITable.strings] { fields.append(try field(text, isString: true)) }
    var body: RequestBody?
    if let input = parsed[APITable.input] { body = .json(try InputFile.json(input)) }
    if body != nil || [.get, .head, .delete].contains(method) {
      query += fields.map { name, value in QueryItem(name, value.withView { $0.string } ?? value.description) }
    } else if !fields.isEmpty {
      body = .json(.object(fields))
    }
    if body != nil, method == .get || method == .head {
      throw Failure(message: "\(method.rawValue) has no body", help: "leave --input away, or use POST, PUT or PATCH")
    }
    var output: [UInt8] = []
    var seen: Set<String> = []
    while true {
      let response: HTTPResponse
      do throws(ClientError) {
        response = try await session.client.send(
          method, path, query: query, body: body, accept: "application/json, */*;q=0.5")
      } catch {
        if let refusal = error.refusal, !refusal.body.isEmpty {
          // What the server says is a result for programs, too.
          _ = try InputFile.write(refusal.body + Array("\n".utf8), to: nil, console)
        }
        throw Failure(error)
      }
      output += try text(of: response, pointer)
      guard parsed[APITable.paginate], let next = next(response, seen: &seen) else { break }
      (path, query) = parts(of: next)
      body = nil
      if case .clean = try InputFile.write(output, to: nil, console) { output = [] }
    }
    return try InputFile.write(output, to: parsed[APITable.output], console)
  }

  // MARK: - Request

  /// A path and its query.
  private static func parts(of text: String) -> (String, [QueryItem]) {
    guard let mark = text.firstIndex(of: "?") else { return (text, []) }
    let items = text[text.index(after: mark)...].split(separator: "&").map { pair in
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let texts = parts.map { $0.replacingOccurrences(of: "+", with: " ").removingPercentEncoding ?? String($0) }
      return QueryItem(texts[0], texts.count > 1 ? texts[1] : "")
    }
    return (String(text[..<mark]), items)
  }

  private static func field(_ text: String, isString: Bool) throws(Failure) -> (String, JSONText) {
    guard let mark = text.firstIndex(of: "="), mark > text.startIndex else {
      throw Failure(message: "'\(text)' is no field", help: "write it as NAME=VALUE")
    }
    let value = String(text[text.index(after: mark)...])
    let isJSON = value.first.map { "-0123456789[{tfn".contains($0) } ?? false
    if !isString, isJSON, let json = try? JSONText(parsing: value) { return (String(text[..<mark]), json) }
    return (String(text[..<mark]), .string(value))
  }

  // MARK: - Answer

  private static func text(of response: HTTPResponse, _ pointer: JSONPointer?) throws(Failure) -> [UInt8] {
    guard let pointer else {
      let isText = response.mediaType?.contains("json") == true || response.mediaType?.hasPrefix("text/") == true
      return isText && !response.body.isEmpty ? response.body + Array("\n".utf8) : response.body
    }
    guard let json = try? JSONText(parsing: response.body) else {
      throw Failure(message: "the answer is no JSON, so that --pointer finds nothing", exitCode: .refusedByServer)
    }
    let found = json.withView { view in pointer.value(in: view).map { Array(($0.string ?? $0.text.description).utf8) } }
    guard let found else {
      throw Failure(message: "the answer has nothing at '\(pointer)'", exitCode: .refusedByServer)
    }
    return found + Array("\n".utf8)
  }

  /// The next page, as a path of this server.
  private static func next(_ response: HTTPResponse, seen: inout Set<String>) -> String? {
    guard let json = try? JSONText(parsing: response.body) else { return nil }
    let address = json.withView { view in view["next"]?.string ?? view["children"]?["next"]?.string }
    guard let address, seen.insert(address).inserted, let start = address.range(of: "/v2/") else { return nil }
    return String(address[start.upperBound...])
  }
}
