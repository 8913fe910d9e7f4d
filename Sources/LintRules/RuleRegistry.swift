package import Diagnostics

package enum RuleRegistry {
  package static var all: [any Rule.Type] { [] }
  package static func rule(_ id: RuleID) -> (any Rule.Type)? { nil }
  package static func rules(selectedBy: String) throws(UnknownRule) -> [RuleID] { [] }
}
package struct UnknownRule: Error { package let message: String; package let help: String? }
package enum RuleDocumentation {
  package static func table() -> String { "" }
  package static func json() -> String { "" }
  package static func markdown() -> String { "" }
}
