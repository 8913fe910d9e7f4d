package import ValidationTree

/// What can be said of a key that is not known where it stands.
package struct KeyAdvice: Sendable, Equatable {
  /// The names of the same object that it may be a misspelling of, best first.
  package var names: [NearestNames.Match] = []
  /// Where else in the figure the attribute is, best first.
  package var relocations: [Relocation] = []
  /// The versions that know the key at its place, whether or not they were asked for.
  package var knownVersions: VersionSet = []
  /// What took the place of an attribute that is gone, under another name.
  package var successor: String?
  /// For an attribute of traces: the trace types that have it, where the one at hand has not.
  package var otherTypes: [String] = []
  /// The trace types that bring the attribute into the layout; the figure has none of them.
  package var contributors: [String] = []

  package init() {}
}

/// A place where an attribute is known, as seen from an object in which it is not.
package struct Relocation: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    /// The key spells out the path: `titlefont` is `title.font`.
    case spelledOut
    /// An object inside this one has it.
    case inside
    /// An object around this one has it, so many levels up.
    case above(levels: Int)
    /// It is an attribute of the other part of the figure.
    case layout, trace
  }

  package let kind: Kind
  /// The path from the object at hand (``Kind/spelledOut`` and ``Kind/inside``), else from the object that has it.
  package let path: [String]
  /// The name of the object that has it, as a message calls it: "the trace", "'marker'".
  package let owner: String
  /// Whether it is in an object that figures often have.
  package var isCommon = true

  /// The same as seen from the object around, in which the one at hand is called `name`.
  func below(_ name: String) -> Relocation {
    Relocation(kind: kind, path: [name] + path, owner: owner, isCommon: isCommon)
  }

  /// The path in plotly's notation.
  package var attribute: String { path.strung(by: ".") }
}
