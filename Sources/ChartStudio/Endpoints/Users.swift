/// Users. Signing in with a password is not offered: keys are for programs.
public enum Users: EndpointGroup {
  public static let segment = "users"

  /// The users of a server. Inferred: only the purpose of the group is documented.
  ///
  /// `GET /v2/users`
  public static func list() -> Endpoint<Page<UserRecord>> { Endpoint(.get, [segment]) }

  /// `GET /v2/users/{username}`
  public static func retrieve(_ username: String) -> Endpoint<UserRecord> { Endpoint(.get, [segment, username]) }

  /// Whether there is such a user; 404 for none.
  ///
  /// `HEAD /v2/users/{username}`
  public static func exists(_ username: String) -> Endpoint<Nothing> { Endpoint(.head, [segment, username]) }

  /// The user whose credentials are sent: the way to check them.
  ///
  /// `GET /v2/users/current`
  public static func current() -> Endpoint<UserRecord> { Endpoint(.get, [segment, "current"]) }
}
