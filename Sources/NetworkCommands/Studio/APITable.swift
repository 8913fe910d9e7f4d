package import Arguments

package enum HTTPMethodName: String, ArgumentChoice {
  case get = "GET"
  case head = "HEAD"
  case post = "POST"
  case put = "PUT"
  case patch = "PATCH"
  case delete = "DELETE"

  // Also as people type it.
  package static func parse(_ text: String) throws(InvalidValue) -> HTTPMethodName {
    guard let method = HTTPMethodName(rawValue: text.uppercased()) else {
      throw InvalidValue(text, noneOf: acceptedValues)
    }
    return method
  }
}

/// The table of `figlint api`.
package enum APITable {
  package static let method = Positional<HTTPMethodName>("METHOD", help: "What to do.")
  package static let path = Positional<String>(
    "PATH", help: "The endpoint below /v2, such as 'files/ada:10', a query included.")
  package static let fields = Option<[String]>(
    "field", short: "f", value: "NAME=VALUE",
    help:
      "A field of the body, or of the query for GET, HEAD and DELETE and beside --input. 'true', 'false', 'null', numbers, arrays and objects are JSON, everything else is a string."
  )
  package static let strings = Option<[String]>(
    "string", short: "s", value: "NAME=VALUE", help: "A field whose value is a string, whatever it looks like.")
  package static let input = Option<String?>(
    "input", value: "FILE", help: "Send the JSON in FILE; '-' is standard input.", complete: .files("json"))
  package static let paginate = Flag("paginate", help: "Follow a list to its last page: one line for each page.")
  package static let pointer = Option<String?>(
    "pointer", value: "POINTER",
    help: "Print only what is there in the answer (RFC 6901), a string without its quotes.")
  package static let output = Option<String?>(
    "output", short: "o", value: "FILE", help: "Write the answer to FILE instead of standard output.",
    complete: .files())

  package static func command(_ action: @escaping Command.Action) -> Command {
    Command(
      "api", summary: "Sends any request to a Chart Studio server and prints the answer.",
      discussion: [
        "Requests that only read, or that may be done twice, are repeated while the server is busy.",
        StudioOptions.exitCodes,
      ],
      positionals: [method.shape, path.shape],
      options: [
        OptionGroup("Request", fields.shape, strings.shape, input.shape),
        OptionGroup("Answer", paginate.shape, pointer.shape, output.shape), StudioOptions.group,
      ],
      exclusive: [[paginate.shape, output.shape]],
      examples: [
        .init("figlint api GET users/current", "Who the server takes you for."),
        .init("figlint api GET folders/home --paginate --pointer /children/results", "What is in the home folder."),
        .init("figlint api PATCH files/ada:10 -f filename=iv -f world_readable=false", "Rename and hide a file."),
      ],
      action: action)
  }
}
