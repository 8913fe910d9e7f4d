import FigureValidator

extension NamedColours {
  /// The colour names near to `name`, which has no capitals, best first; the separators that people put into them do not
  /// count: `light blue`, `dark-red`.
  static func near(_ name: String) -> [NearestNames.Match] {
    NearestNames.matches(to: name.filter { $0 != " " && $0 != "-" && $0 != "_" }, among: all)
  }
}
