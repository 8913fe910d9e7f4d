package import Diagnostics
package import FigureValidator
import JSONCore

/// A text holds a key that opens something.
package enum Secret: Rule {
  package static let metadata = RuleMetadata(
    id: .secret, name: "secret", severity: .warning, since: "0.1.0",
    summary: "a text holds a key or a token",
    rationale: """
      Whoever gets the figure gets the key. figlint knows the shapes of Mapbox's tokens, of the share keys of Chart \
      Studio, and of the keys of some large services. A public token of Mapbox (pk.) is reported where the target has no \
      Mapbox to use it for.
      """,
    wrong: #"{"data": [{"y": [1, 2], "meta": "https://plots.example.com/~anna/7?share_key=Hq3Zt0aB9cD8eF7g"}]}"#,
    right: #"{"data": [{"y": [1, 2], "meta": "https://plots.example.com/~anna/7"}]}"#,
    remedy: "delete it, and have it replaced where the figure was published")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    guard case .textRisk(let risk) = problem.detail else { return Words("the text holds a key") }
    // What it is, never itself: reports are published, too.
    return switch risk {
    case .secretToken: Words("the text holds a secret token of Mapbox", help: "delete it, and revoke it at Mapbox")
    case .publicToken:
      Words(
        "the text holds a token of Mapbox, which nothing here needs", help: "delete it: maps are drawn without a token")
    case .shareKey:
      Words("the address holds a share key, which opens a private plot", help: "write the address without 'share_key'")
    default: Words("the text holds what looks like a key of a service", help: "delete it, and have the key replaced")
    }
  }
}
