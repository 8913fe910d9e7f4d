package import Diagnostics

package enum RuleRegistry {
  package static var all: [any Rule.Type] { [] }
  package static func rule(_ id: RuleID) -> (any Rule.Type)? { nil }
}
