import Foundation

/// Who asks. Without a user name and a key nothing is sent, and only public files can be read.
///
/// No description shows what is secret in it.
public struct Credentials: Hashable, Sendable {
  public var username: String
  public var apiKey: Secret
  /// A token in place of user name and key; nil for none.
  public var token: Secret?
  /// What a proxy before the server asks for; the user's credentials then go in a header of their own.
  public var proxy: ProxyCredentials?

  public init(
    username: String = "", apiKey: Secret = Secret(""), token: Secret? = nil, proxy: ProxyCredentials? = nil
  ) {
    self.username = username
    self.apiKey = apiKey
    self.token = token
    self.proxy = proxy
  }

  /// Whether there is something to show who asks.
  public var isEmpty: Bool { (username.isEmpty || apiKey.isEmpty) && token == nil }

  /// The header fields that show who asks.
  var headers: [(name: String, value: String)] {
    var user: String?
    if let token {
      user = "Bearer " + token.text
    } else if !username.isEmpty, !apiKey.isEmpty {
      user = Credentials.basic(username, apiKey)
    }
    guard let proxy else { return user.map { [("Authorization", $0)] } ?? [] }
    let own = ("Authorization", Credentials.basic(proxy.username, proxy.password))
    return user.map { [own, ("Plotly-Authorization", $0)] } ?? [own]
  }

  /// RFC 7617, in UTF-8.
  private static func basic(_ username: String, _ password: Secret) -> String {
    "Basic " + Data("\(username):\(password.text)".utf8).base64EncodedString()
  }
}

/// What a proxy before the server asks for.
public struct ProxyCredentials: Hashable, Sendable {
  public var username: String
  public var password: Secret

  public init(username: String, password: Secret) {
    self.username = username
    self.password = password
  }
}

extension Credentials: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String {
    isEmpty ? "no credentials" : "credentials of \(username.isEmpty ? "a token" : username)"
  }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(self, children: ["username": username]) }
}

extension ProxyCredentials: CustomStringConvertible, CustomReflectable {
  public var description: String { "credentials for a proxy" }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
