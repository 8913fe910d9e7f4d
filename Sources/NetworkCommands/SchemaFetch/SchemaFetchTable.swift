package import Arguments

/// The table of `figlint schema fetch`.
package enum SchemaFetchTable {
  // MARK: Source

  package static let version = Positional<String?>(
    "VERSION",
    help:
      "The plotly.js release to fetch, such as '4.2.0'; with another source, what the schema is called as a --target.")
  package static let url = Option<String?>("url", value: "URL", help: "Fetch the plot-schema.json at URL.")
  package static let from = Option<String?>(
    "from", value: "FILE", help: "Take the plot-schema.json in FILE; '-' is standard input. Needs no network.",
    complete: .files("json"))
  package static let studio = Option<String?>(
    "studio", value: "DOMAIN", help: "Ask the Chart Studio server at DOMAIN for its schema.")
  package static let template = Option<String?>(
    "url-template", value: "URL",
    help:
      "Where releases are: a URL with {version} in it. Default: $FIGLINT_SCHEMA_URL, or else plotly.js's repository.")

  // MARK: Trust and limits

  package static let sha256 = Option<String?>(
    "sha256", value: "HASH", help: "Refuse everything that has not this SHA-256.")
  package static let offline = Flag("offline", help: "Use no network: say whether the cache has the schema.")
  package static let timeout = Option<Int>(
    "timeout", value: "SECONDS", in: 1...86_400, default: 120, help: "Give up after SECONDS.")
  package static let maximumSize = Option<Int>(
    "max-size", value: "MB", in: 1...64, default: 32, help: "Refuse a schema of more than MB megabytes.")
  package static let noProgress = Flag("no-progress", help: "Show no progress on a terminal.")

  package static func command(_ action: @escaping Command.Action) -> Command {
    Command(
      "fetch", summary: "Fetches a plot-schema and keeps it in the cache, as a target for checks.",
      discussion: [
        "What was fetched is a --target under its name. A schema that has not changed is not sent again.",
        "Proxies are taken from https_proxy, http_proxy (lower case) and no_proxy, on macOS from the network settings.",
        "Exit codes: 0 the cache has the schema, 2 wrong use or a file that cannot be used, 3 no answer, 4 credentials are needed, 5 the server sends no schema, or not the one that is wanted.",
      ],
      positionals: [version.shape],
      options: [
        OptionGroup("Source", url.shape, from.shape, studio.shape, template.shape),
        OptionGroup(
          "Trust and limits", sha256.shape, offline.shape, timeout.shape, maximumSize.shape, noProgress.shape),
      ],
      exclusive: [[url.shape, from.shape, studio.shape, template.shape], [from.shape, offline.shape]],
      examples: [
        .init("figlint schema fetch 4.2.0", "Fetch the schema of a release."),
        .init("figlint schema fetch --studio plotly.example.com", "What a server of one's own draws with."),
        .init("figlint schema fetch 4.2.0-custom --from plot-schema.json", "Take the schema of a bundle of one's own."),
      ],
      action: action)
  }
}
