/// Organisations. The service names this group and tells nothing else about it, and no client uses it: the routes are the conventional ones, and
/// may not be there.
public enum Organizations: EndpointGroup {
  public static let segment = "organizations"

  /// Inferred: `GET /v2/organizations`
  public static func list() -> Endpoint<JSONText> { Endpoint(.get, [segment]) }

  /// Inferred: `GET /v2/organizations/{id}`
  public static func retrieve(_ id: String) -> Endpoint<JSONText> { Endpoint(.get, [segment, id]) }
}
