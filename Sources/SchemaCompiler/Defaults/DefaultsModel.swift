/// The conditions under which plotly.js drops or resets attributes, as they are written in text.
package struct DefaultsModel: Equatable, Sendable {
  /// The plotly.js version that was asked.
  package var version = ""
  package var rules: [Rule] = []
  /// For an attribute, the trace types in which `null` there counts as an attribute without effect.
  package var unusedNulls: [UnusedNull] = []

  package init() {}

  package struct Rule: Equatable, Sendable {
    /// `unused`, `invisible`, `dynamic`, `dynamic[0]`, `dynamic[1]`.
    package var code: String
    /// How the older version behaves: `holds`, `differs`, `untested`.
    package var reach: String
    /// `trace:bar`, `xaxis`, `shapes`, `top`.
    package var roots: [String]
    /// `T:marker.size`, `L:xaxis.dtick`, `L:shapes.#.x0`.
    package var attributes: [String]
    package var alternatives: [[Atom]]
  }

  package struct Atom: Equatable, Sendable {
    package var feature: String
    package var tokens: [String]
  }

  package struct UnusedNull: Equatable, Sendable {
    package var attribute: String
    package var types: [String]
  }
}

/// Why conditions cannot be read.
package struct DefaultsError: Error, Equatable, Sendable {
  /// 1-based; 0 where the text as a whole is meant.
  package let line: Int
  /// What is wrong: lower case, no full stop.
  package let message: String
}
