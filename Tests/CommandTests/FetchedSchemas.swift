import Foundation
import LoopbackServer
import TestSupport
import Testing

/// A cache for one test, and `figlint schema fetch` that fills it.
struct FetchedSchemas {
  let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  /// The text of a schema whose trace type `dot` has one attribute.
  static func text(_ attribute: String = "size") -> String {
    #"{"traces":{"dot":{"attributes":{"\#(attribute)":{"valType":"number"}}}},"layout":{"layoutAttributes":{}},"#
      + #""frames":{"items":{"frame":{}}},"config":{},"animation":{}}"#
  }

  func run(_ arguments: String..., input: some Sequence<UInt8> = [], variables: [String: String] = [:]) throws -> Ending
  {
    try Program.run(
      arguments, in: directory.path, input: input,
      variables: ["XDG_CACHE_HOME": directory.path + "/cache"].merging(variables) { $1 })
  }

  /// Fetches `version` from a server, where releases lie under their numbers.
  func fetch(_ version: String, from server: LoopbackServer, _ options: String...) throws -> Ending {
    try Program.run(
      ["schema", "fetch", version] + options, in: directory.path,
      variables: [
        "XDG_CACHE_HOME": directory.path + "/cache", "FIGLINT_SCHEMA_URL": server.url + "/v{version}/plot-schema.json",
      ])
  }

  /// Whether a figure with `attribute` in a trace `dot` is right for `target`; nil where it cannot be checked.
  func accepts(_ attribute: String, target: String) throws -> Bool? {
    let figure = #"{"data": [{"type": "dot", "\#(attribute)": 1}], "layout": {}}"#
    switch try run("check", "--target", target, "-", input: figure.utf8).code {
    case 0: return true
    case 1: return false
    default: return nil
    }
  }

  /// Names of all files that the cache has. Foundation's own folder, which stays empty, is none of them.
  var files: [String] {
    let names = FileManager.default.enumerator(atPath: directory.path + "/cache")?.compactMap { $0 as? String } ?? []
    return names.filter { $0.hasPrefix("figlint/") && $0.contains(".") }.sorted()
  }
}
