/// Subscriptions. The service names this group and tells nothing else about it, and no client uses it: the routes are the conventional ones, and
/// may not be there.
public enum Subscriptions: EndpointGroup {
  public static let segment = "subscriptions"

  /// Inferred: `GET /v2/subscriptions`
  public static func list() -> Endpoint<JSONText> { Endpoint(.get, [segment]) }

  /// Inferred: `GET /v2/subscriptions/{id}`
  public static func retrieve(_ id: String) -> Endpoint<JSONText> { Endpoint(.get, [segment, id]) }
}
