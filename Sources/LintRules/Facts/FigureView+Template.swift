import FigureValidator

/// What the template of a figure says where the figure itself says nothing.
extension FigureView {
  /// Whether the layout, or that of the template, has the subplot object called `name` with a counter.
  func hasSubplot(_ name: StaticString, _ number: Int) -> Bool {
    subplot(name, number) != nil || templateView?.subplot(name, number) != nil
  }

  /// The type of an axis: its own, or that of the template for all of its kind; nil where nobody says.
  func axisType(_ name: StaticString, _ number: Int) -> String? {
    if let axis = subplot(name, number), let type = member(axis, "type") {
      return isWrong(type) ? "" : text(type).flatMap { $0 == "-" ? nil : $0 }
    }
    guard let template = templateView else { return nil }
    let axis = template.subplot(name, number) ?? template.subplot(name, 0)
    return template.text(template.member(axis, "type")).flatMap { $0 == "-" ? nil : $0 }
  }

  /// Whether texts that are numbers are no numbers for an axis (`autotypenumbers`).
  func isStrict(_ name: StaticString, _ number: Int) -> Bool {
    if let own = member(subplot(name, number), "autotypenumbers") { return isText(own, "strict") }
    if let own = member(facts.layout, "autotypenumbers") { return isText(own, "strict") }
    guard let template = templateView else { return false }
    return template.isText(template.member(template.facts.layout, "autotypenumbers"), "strict")
  }
}
