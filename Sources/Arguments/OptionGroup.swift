/// Options that help shows together, under a heading.
package struct OptionGroup: Sendable {
  package let heading: String
  package let rows: [any OptionRow]

  package init(_ heading: String, _ rows: any OptionRow...) {
    self.heading = heading
    self.rows = rows
  }
}
