import Foundation
import LoopbackServer

/// One request, and who sent it.
struct DoubleCall {
  let request: Request
  let settings: DoubleCore.Settings
  /// Segments below `/v2`.
  let path: [String]
  /// Nil for nobody.
  private(set) var user: String?
  let body: DoubleValue
  /// Whether the body is a JSON object.
  private let hasObject: Bool

  init(_ request: Request, _ settings: DoubleCore.Settings) {
    self.request = request
    self.settings = settings
    let segments = request.path.split(separator: "/").map { $0.removingPercentEncoding ?? String($0) }
    path = segments.first == "v2" ? Array(segments.dropFirst()) : []
    let value = DoubleValue(request.body)
    body = value ?? .object([])
    hasObject = value?.isObject == true
  }

  mutating func answer(_ store: inout Store) -> DoubleAnswer {
    guard request.path.hasPrefix("/v2") else { return .notFound }
    if request.body.count > settings.bodyLimit {
      return DoubleAnswer(
        reply: .html("<html><head><title>413 Request Entity Too Large</title></head></html>", status: 413))
    }
    guard let platform = request[header: "Plotly-Client-Platform"],
      platform.split(separator: " ").contains(where: { $0.contains { !$0.isNumber && $0 != "." } })
    else { return .refused(400, "The header Plotly-Client-Platform is required.") }
    if let refusal = signIn(store) { return refusal }
    let isForm = request[header: "Content-Type"]?.hasPrefix("application/json") != true
    if !request.body.isEmpty, !isForm, !hasObject {
      return .refused(400, "JSON parse error.")
    }
    switch path.first {
    case nil: return root
    case "files", "grids", "plots", "folders", "dashboards", "spectacle-presentations", "dash-apps":
      return fileAnswer(&store)
    case "users": return users(store)
    case "images": return image
    case "plot-schema": return schema
    case "search": return search(store)
    case "comments": return comments(store)
    case "extras": return extras(&store)
    case "memberships", "organizations", "subscriptions", "jupyter-notebooks", "shapefiles", "external-images",
      "analysis":
      return .refused(405, "Method \"\(request.method)\" not allowed.")
    default: return .notFound
    }
  }

  // MARK: - Who asks

  private mutating func signIn(_ store: Store) -> DoubleAnswer? {
    guard let field = request[header: "Plotly-Authorization"] ?? request[header: "Authorization"] else { return nil }
    guard field.hasPrefix("Basic "), let data = Data(base64Encoded: String(field.dropFirst(6))) else {
      return .refused(401, "Invalid authorization header.")
    }
    let parts = String(decoding: data, as: UTF8.self).split(
      separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, store.users[String(parts[0])] == String(parts[1]) else {
      return .refused(401, "Invalid username/password.")
    }
    user = String(parts[0])
    return nil
  }

  /// The user, or the refusal for nobody.
  func required() -> (user: String, refusal: DoubleAnswer?) {
    user.map { ($0, nil) } ?? ("", .refused(401, "Authentication credentials were not provided."))
  }

  // MARK: - Small groups

  private var root: DoubleAnswer {
    let groups = ["files", "folders", "grids", "images", "plots", "plot-schema", "search", "users"]
    return .json(.object(groups.map { .init(name: $0, value: .string("\(settings.base)/v2/\($0)")) }))
  }

  private func users(_ store: Store) -> DoubleAnswer {
    guard path.count > 1 else {
      return page(store.users.keys.sorted().map { .record(["username": .string($0)]) })
    }
    if path[1] == "current" {
      let (user, refusal) = required()
      return refusal ?? .json(.record(["username": .string(user), "email": .string("\(user)@example.com")]))
    }
    return store.users[path[1]] == nil ? .notFound : .json(.record(["username": .string(path[1])]))
  }

  private var image: DoubleAnswer {
    guard request.method == "POST" else { return .refused(405, "Method not allowed.") }
    if let refusal = required().refusal { return refusal }
    let figure = body["figure"]?.decoded
    guard figure?["data"]?.elements != nil, figure?["layout"]?.isObject == true else {
      return .refused(400, "figure must have data and layout", field: "figure")
    }
    let format = body["format"]?.string ?? "png"
    let types = [
      "png": "image/png", "jpeg": "image/jpeg", "svg": "image/svg+xml", "pdf": "application/pdf",
      "eps": "application/postscript", "webp": "image/webp",
    ]
    guard let type = types[format] else { return .refused(400, "unknown format", field: "format") }
    let bytes = [0x89] + Array("PNG picture of \(figure?["data"]?.elements?.count ?? 0) traces as \(format)".utf8)
    if body["encoded"]?.bool == true {
      return .json(.record(["image": .string(Data(bytes).base64EncodedString())]))
    }
    return DoubleAnswer(reply: Reply(headers: [("Content-Type", type)], body: .bytes(bytes)))
  }

  private var schema: DoubleAnswer {
    let sha1 = "3f1c0d5a9b7e42816c0f4d2e8a6b95c7d1e0f348"
    guard request.query("sha1") != nil || request.target.contains("sha1") else {
      return .refused(400, "sha1 is required")
    }
    if request.query("sha1") == sha1 {
      return .json(.record(["sha1": .string(sha1), "modified": .bool(false), "schema": .record([:])]))
    }
    return .json(
      .record([
        "sha1": .string(sha1), "modified": .bool(true),
        "schema": .record(["defs": .record([:]), "traces": .record([:]), "layout": .record([:])]),
      ]))
  }

  private func search(_ store: Store) -> DoubleAnswer {
    guard let query = request.query("q") else { return .refused(400, "q is required") }
    let words = query.split(separator: " ").map(String.init)
    let found = store.files.filter { file in
      file.isWorldReadable && !file.isDeleted
        && words.allSatisfy { file.metadata.text.contains($0) || file.filename.contains($0) }
    }
    return .json(.record(["files": .array(found.map { record($0) }), "next": .null]))
  }

  private func comments(_ store: Store) -> DoubleAnswer {
    if let refusal = required().refusal { return refusal }
    if request.method == "DELETE" { return .nothing }
    guard let fid = body["fid"]?.string, let text = body["comment"] else {
      return .refused(400, "fid and comment are required")
    }
    guard store.index(fid) != nil else { return .notFound }
    return .json(.record(["id": .int(1), "comment": text]), 201)
  }

  private func extras(_ store: inout Store) -> DoubleAnswer {
    let (user, refusal) = required()
    if let refusal { return refusal }
    guard path.count == 1, request.method == "POST" else { return .refused(405, "Method not allowed.") }
    guard body["referencers"]?.elements?.isEmpty == false else { return .refused(400, "referencers is required") }
    return create("extra", user, &store) { $0.content = body["content"] ?? .null }
  }

  // MARK: - Pages

  /// A page of a list, with the addresses of its neighbours.
  func page(_ items: [DoubleValue]) -> DoubleAnswer {
    guard let page = pageObject(items) else { return .notFound }
    return .json(page)
  }

  func pageObject(_ items: [DoubleValue]) -> DoubleValue? {
    let size = max(1, request.query("page_size").flatMap { Int($0) } ?? settings.pageSize)
    let number = request.query("page").flatMap { Int($0) } ?? 1
    let last = max(1, (items.count + size - 1) / size)
    guard 1...last ~= number else { return nil }
    func address(_ number: Int) -> DoubleValue {
      let kept = request.query.filter { $0.name != "page" }.map { "\($0.name)=\(encoded($0.value))&" }.joined()
      return .string("\(settings.base)\(request.path)?\(kept)page=\(number)")
    }
    return .record([
      "count": .int(items.count), "first": address(1), "previous": number == 1 ? .null : address(number - 1),
      "next": number == last ? .null : address(number + 1), "last": address(last),
      "results": .array(Array(items[((number - 1) * size)..<min(number * size, items.count)])),
    ])
  }

  private func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? text
  }
}
