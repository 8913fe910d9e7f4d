/// Options that help shows together, under a heading.
package struct OptionGroup: Sendable {
  package let heading: String
  package let rows: [ArgumentShape]

  package init(_ heading: String, _ rows: ArgumentShape...) {
    self.heading = heading
    self.rows = rows
  }
}
