package import JSONCore

/// Where values of a figure end, as the walk noted: whoever reads the text again need not read what it goes past.
///
/// Only what ``FigureFacts`` has is known; a figure without facts is read as a whole. A class, because many hold it.
package final class KnownValues: Sendable {
  private let figure: FigureFacts
  private let template: FigureFacts

  /// - Parameter template: what was noted of the template that the figure carries.
  package init(_ figure: FigureFacts, template: FigureFacts?) {
    self.figure = figure
    self.template = template ?? FigureFacts()
  }

  /// The members of one object or the items of one list, as far as they are known, in the order of the text.
  package struct Inside: Sendable {
    fileprivate var next: Int
    fileprivate let end: Int
    fileprivate let kind: Kind

    /// Of a figure and of a template, whose parts may be walked in another order than that of the text; of something inside these.
    fileprivate enum Kind { case figure, template, member, memberOfTemplate }

    fileprivate init(_ next: Int, _ end: Int, _ kind: Kind) {
      self.next = next
      self.end = end
      self.kind = kind
    }

    /// Nothing is known.
    package static let nothing = Inside(0, 0, .member)
    /// What is in the figure itself.
    package static let figure = Inside(0, 0, .figure)
  }

  /// A value that is known.
  package struct Value: Sendable {
    /// Where it ends (0-based, exclusive); nil where the walk broke off in it.
    package let end: Int?
    /// What is in it.
    package let inside: Inside
  }

  /// The value that begins at `offset`; nil where it is not known. Offsets in one object are to be asked for in ascending order.
  package func value(at offset: Int, _ inside: inout Inside) -> Value? {
    switch inside.kind {
    case .member: member(at: offset, &inside, figure).map { value($0, figure, .member) }
    case .memberOfTemplate: member(at: offset, &inside, template).map { value($0, template, .memberOfTemplate) }
    case .figure:
      KnownValues.part(figureParts) { figure.start(of: $0) == offset }.map { value($0, figure, .member) }
    case .template:
      KnownValues.part(templateParts) { template.start(of: $0) == offset }
        .map { value($0, template, .memberOfTemplate) }
    }
  }

  /// What is in the object or array of the figure that opens at `offset`. O(log members).
  package func inside(valueAt offset: Int) -> Inside {
    if let index = KnownValues.index(ofValueAt: offset, in: figure) { return value(index, figure, .member).inside }
    if let index = KnownValues.index(ofValueAt: offset, in: template) {
      return value(index, template, .memberOfTemplate).inside
    }
    return .nothing
  }

  /// The value (0-based bytes) of the last member whose key is written as `key` in the object that opens at `offset`. Nil where neither
  /// is known.
  ///
  /// - Parameter bytes: the input.
  package func member(_ key: StaticString, inObjectAt offset: Int, _ bytes: InputBytes) -> Range<Int>? {
    KnownValues.member(inObjectAt: offset, figure) { figure.isKey(of: $0, key, bytes) }
      ?? KnownValues.member(inObjectAt: offset, template) { template.isKey(of: $0, key, bytes) }
  }

  /// The object that opens at `offset`; nil where it is not known, or the walk broke off in it.
  package func object(at offset: Int) -> Range<Int>? {
    let end =
      KnownValues.index(ofValueAt: offset, in: figure).flatMap { value($0, figure, .member).end }
      ?? KnownValues.index(ofValueAt: offset, in: template).flatMap { value($0, template, .memberOfTemplate).end }
    return end.map { offset..<$0 }
  }

  private static func member(
    inObjectAt offset: Int, _ facts: borrowing FigureFacts, where test: (Int) -> Bool
  ) -> Range<Int>? {
    guard let object = index(ofValueAt: offset, in: facts) else { return nil }
    var found: Int?
    var member = object + 1
    while member < facts.members[object].end {
      if test(member) { found = member }
      member = Int(facts.members[member].end)
    }
    return found.map { facts.start(of: $0)..<facts.start(of: $0) + Int(facts.members[$0].length) }
  }

  /// The member whose value begins at `offset` and has members.
  private static func index(ofValueAt offset: Int, in facts: borrowing FigureFacts) -> Int? {
    let parts = (facts.data, facts.layout, facts.frames, facts.config)
    func holds(_ part: Int) -> Bool {
      facts.start(of: part) <= offset && offset < facts.start(of: part) + Int(facts.members[part].length)
    }
    guard let part = KnownValues.part(parts, where: holds) else { return nil }
    var (low, high) = (part, Int(facts.members[part].end))
    while low < high {
      let middle = (low &+ high) / 2
      if facts.start(of: middle) < offset { low = middle + 1 } else { high = middle }
    }
    let isFound = low < facts.members[part].end && facts.start(of: low) == offset && facts.members[low].end > low + 1
    return isFound ? low : nil
  }

  private typealias Parts = (data: Int?, layout: Int?, frames: Int?, config: Int?)

  private var figureParts: Parts { (figure.data, figure.layout, figure.frames, figure.config) }
  private var templateParts: Parts { (template.data, template.layout, template.frames, template.config) }

  private func member(at offset: Int, _ inside: inout Inside, _ facts: borrowing FigureFacts) -> Int? {
    while inside.next < inside.end, facts.start(of: inside.next) < offset {
      inside.next = Int(facts.members[inside.next].end)
    }
    return inside.next < inside.end && facts.start(of: inside.next) == offset ? inside.next : nil
  }

  private func value(_ index: Int, _ facts: borrowing FigureFacts, _ kind: Inside.Kind) -> Value {
    let member = facts.members[index]
    let start = facts.start(of: index)
    let end = member.length > 0 && member.length < .max ? start + Int(member.length) : nil
    var inside = Inside(index + 1, Int(member.end), kind)
    // The template is a member with nothing in it, since its own are noted elsewhere.
    if kind == .member, member.end == index + 1, member.kind == .object, let end,
      KnownValues.part(templateParts, where: { start..<end ~= template.start(of: $0) }) != nil
    {
      inside = Inside(0, 0, .template)
    }
    return Value(end: end, inside: inside)
  }

  /// The first part of a figure or template that passes `test`.
  @inline(__always) private static func part(_ parts: Parts, where test: (Int) -> Bool) -> Int? {
    if let data = parts.data, test(data) { return data }
    if let layout = parts.layout, test(layout) { return layout }
    if let frames = parts.frames, test(frames) { return frames }
    if let config = parts.config, test(config) { return config }
    return nil
  }
}

extension FigureFacts {
  /// Where the value of a member begins: 0-based.
  fileprivate func start(of index: Int) -> Int { members[index].start + shift }

  /// Whether the key of a member is written as `key`, without escapes.
  fileprivate func isKey(of index: Int, _ key: StaticString, _ bytes: InputBytes) -> Bool {
    guard Int(members[index].keyLength) == key.utf8CodeUnitCount + 2 else { return false }
    let range = keyRange(of: index)
    return bytes.equals(range.lowerBound + 1..<range.upperBound - 1, key)
  }
}
