/// Programs that ask users for tokens. Known from a client.
public enum OAuthApps: EndpointGroup {
  public static let segment = "oauth-apps"

  /// `POST /v2/oauth-apps`
  ///
  /// - Parameter redirectURIs: Where users come back to.
  public static func create(name: String, redirectURIs: [String]) -> Endpoint<JSONText> {
    Endpoint(
      .post, [segment],
      body: [
        "name": .string(name), "client_type": "public", "authorization_grant_type": "implicit",
        "redirect_uris": .string(redirectURIs.joined(separator: " ")),
      ])
  }
}
