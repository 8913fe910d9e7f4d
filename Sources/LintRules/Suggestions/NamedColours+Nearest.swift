import FigureValidator
import JSONCore

extension NamedColours {
  /// The colour names near to `name`, which has no capitals, best first; the separators that people put into them do not
  /// count: `light blue`, `dark-red`.
  static func near(_ name: String) -> [NearestNames.Match] {
    var nearest = NearestNames(to: name.filter { $0 != " " && $0 != "-" && $0 != "_" })
    forEachName { bytes, range in nearest.offer(bytes, range) { bytes.text(range) } }
    return nearest.matches
  }
}
