import LintRules
import SchemaHistory
import ValidationTree

/// Says that the schema has nothing at a path, and what could be meant.
enum UnknownPath {
  /// The error for a path of which no version of the tree has anything.
  ///
  /// - Parameters:
  ///   - text: as it was typed.
  ///   - others: what the first name could be besides a part of the schema.
  static func failure(
    _ text: String, _ names: [String], in tree: ValidationTree, besides others: [String] = [],
    message: String? = nil
  ) -> Failure {
    let found = tree.follow(names)
    guard found.knownCount > 0, found.knownCount < names.count else {
      let nearest = NearestNames.matches(to: names.first ?? "", among: others + tree.rootNames).first?.name
      return Failure(
        message: message ?? "the schema has no '\(text)'",
        help: (nearest.map { "did you mean '\($0)'? " } ?? "")
          + "attributes begin with a trace type, 'layout', 'config' or 'frames': scatter.marker.size")
    }
    let known = names.prefix(found.knownCount)
    let members = NamedPlace(Array(known), in: tree).members.compactMap(\.names.last)
    let nearest = NearestNames.matches(to: names[found.knownCount], among: members).prefix(3).map {
      "'\(known.joined(separator: ".")).\($0.name)'"
    }
    let place = known.joined(separator: ".")
    return Failure(
      message: "'\(place)' has no attribute '\(names[found.knownCount])'",
      help: !nearest.isEmpty
        ? "did you mean \(nearest.joined(separator: " or "))?"
        : members.isEmpty ? "'\(place)' is an attribute" : "'figlint schema show \(place)' lists what it has")
  }

  /// The error for a path that other versions have, but not this one.
  static func failure(_ text: String, _ place: NamedPlace, notIn version: SchemaVersion) -> Failure {
    Failure(
      message: "plotly.js \(version.name) has no attribute '\(text)'",
      help: "it is known from \(VersionSpans(place.versions, place.tree).text); "
        + "'figlint explain \(text)' tells more")
  }
}
