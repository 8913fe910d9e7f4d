/// What the terminal behind a stream can do.
package enum Terminal {
  /// A standard stream.
  package enum Stream: Int32, Sendable {
    case input = 0
    case output = 1
    case error = 2
  }

  package static func isTerminal(_ stream: Stream) -> Bool { Platform.isTerminal(stream.rawValue) }

  /// Columns of the terminal behind the stream; what COLUMNS says where there is none, else 80.
  package static func width(_ stream: Stream) -> Int {
    if let width = Platform.terminalWidth(stream.rawValue) { return width }
    if let columns = Environment["COLUMNS"].flatMap({ Int($0) }), columns > 0 { return columns }
    return 80
  }
}

/// When text is coloured: what `--color` says.
package enum ColorChoice: String, CaseIterable, Sendable {
  case auto
  case always
  case never

  /// Whether text to the stream is coloured.
  ///
  /// `always` and `never` are final. For `auto` the first that is set decides: NO_COLOR (no-color.org: any text but an empty
  /// one), FORCE_COLOR (`0` and `false` mean no), CLICOLOR_FORCE (`0` means nothing), CLICOLOR=0 (bixense.com/clicolors), TERM=dumb,
  /// and whether it is a terminal.
  package func appliesColor(to stream: Terminal.Stream) -> Bool {
    appliesColor(isTerminal: Terminal.isTerminal(stream), environment: { Environment[$0] })
  }

  func appliesColor(isTerminal: Bool, environment: (String) -> String?) -> Bool {
    func value(_ name: String) -> String? { environment(name).flatMap { $0.isEmpty ? nil : $0 } }
    switch self {
    case .always: return true
    case .never: return false
    case .auto: break
    }
    if value("NO_COLOR") != nil { return false }
    if let force = value("FORCE_COLOR") { return force != "0" && force != "false" }
    if let force = value("CLICOLOR_FORCE"), force != "0" { return true }
    if value("CLICOLOR") == "0" || value("TERM") == "dumb" { return false }
    return isTerminal
  }
}
