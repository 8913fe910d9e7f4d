package import JSONCore

/// Why a text is no plot-schema, or no snapshot of one.
package struct SchemaError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The keys down to the fault; an index as its digits. Empty for the whole text.
  package internal(set) var path: [String]
  package let problem: Problem

  init(_ problem: Problem, at path: [String] = []) {
    self.path = path
    self.problem = problem
  }

  package enum Problem: Equatable, Sendable {
    /// The text is no JSON.
    case notJSON(ScanError)
    /// The text has more bytes than are read.
    case tooLarge(limit: Int)
    /// Definitions lie in each other deeper, or at more places, than a plot-schema can tell.
    case tooManyPlaces
    /// A member that must be there is not.
    case missing(String)
    /// Something else stands where this should.
    case expected(String)
    case unknownValType(String)
    /// A snapshot in a format that this program does not write.
    case otherFormat(String)
    /// A snapshot names a definition that does not stand before.
    case unknownReference(String)
    /// A snapshot defines this twice.
    case defined(String)
  }

  /// The same error one level higher up.
  func below(_ key: @autoclosure () -> String) -> SchemaError {
    SchemaError(problem, at: [key()] + path)
  }

  package var description: String {
    path.isEmpty ? problem.description : "\(path.joined(separator: ".")): \(problem)"
  }
}

extension SchemaError.Problem: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notJSON(let error):
      if case .tooDeep(let limit) = error.kind {
        "more than \(limit) levels of nesting at byte \(error.range.lowerBound)"
      } else {
        "not JSON at byte \(error.range.lowerBound)"
      }
    case .tooLarge(let limit): "more than \(limit.grouped) bytes"
    case .tooManyPlaces: "definitions lie in each other at too many places"
    case .missing(let name): "'\(name)' is missing"
    case .expected(let what): "expected \(what)"
    case .unknownValType(let name): "unknown valType '\(name)'"
    case .otherFormat(let name): "the snapshot format '\(name)' is not known"
    case .unknownReference(let name): "'\(name)' is not defined before"
    case .defined(let name): "'\(name)' is defined twice"
    }
  }
}

/// Something in a schema that is passed over, while the rest is used.
package struct SchemaWarning: Equatable, Sendable, CustomStringConvertible {
  /// The keys down to it.
  package let path: [String]
  package let message: String

  package var description: String { path.isEmpty ? message : "\(path.joined(separator: ".")): \(message)" }
}
