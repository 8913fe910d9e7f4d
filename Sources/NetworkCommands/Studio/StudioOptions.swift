package import Arguments

/// The options of all commands that talk to a Chart Studio server.
package enum StudioOptions {
  package static let server = Option<String?>(
    "server", value: "URL",
    help: "The Chart Studio server. Default: $PLOTLY_API_DOMAIN, or else what ~/.plotly/.config says.")
  package static let user = Option<String?>(
    "user", value: "NAME", help: "Who asks. Default: $PLOTLY_USERNAME, or else what ~/.plotly/.credentials says.")
  package static let keyFile = Option<String?>(
    "key-file", value: "FILE",
    help: "The file with the API key. Default: $PLOTLY_API_KEY, or else what ~/.plotly/.credentials says.",
    complete: .files())
  package static let insecure = Flag(
    "insecure-http", help: "Allow plain http to another computer: everybody on the way can read the key.")
  package static let timeout = Option<Int>(
    "timeout", value: "SECONDS", in: 1...86_400, default: 300,
    help: "Give up on a request after SECONDS, repetitions included.")

  package static var group: OptionGroup {
    OptionGroup("Server", server.shape, user.shape, keyFile.shape, insecure.shape, timeout.shape)
  }

  static let exitCodes =
    "Exit codes: 0 done, 2 wrong use or a file that could not be read, 3 no answer, 4 credentials are refused or missing, 5 refused by the server."
}
