/// Memberships in organisations. The service names this group and tells nothing else about it, and no client uses it: the routes are the conventional ones, and
/// may not be there.
public enum Memberships: EndpointGroup {
  public static let segment = "memberships"

  /// Inferred: `GET /v2/memberships`
  public static func list() -> Endpoint<JSONText> { Endpoint(.get, [segment]) }

  /// Inferred: `GET /v2/memberships/{id}`
  public static func retrieve(_ id: String) -> Endpoint<JSONText> { Endpoint(.get, [segment, id]) }

  /// Inferred: `POST /v2/memberships`
  public static func create(_ fields: JSONText) -> Endpoint<JSONText> { Endpoint(.post, [segment], body: fields) }

  /// Inferred: `PUT /v2/memberships/{id}`
  public static func update(_ id: String, _ fields: JSONText) -> Endpoint<JSONText> {
    Endpoint(.put, [segment, id], body: fields)
  }

  /// Inferred: `PATCH /v2/memberships/{id}`
  public static func change(_ id: String, _ fields: JSONText) -> Endpoint<JSONText> {
    Endpoint(.patch, [segment, id], body: fields)
  }

  /// Inferred: `DELETE /v2/memberships/{id}`
  public static func delete(_ id: String) -> Endpoint<Nothing> { Endpoint(.delete, [segment, id]) }
}
