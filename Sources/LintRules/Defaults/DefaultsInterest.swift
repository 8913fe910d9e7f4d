/// Some members of a figure, in the order of its outline.
struct DefaultsInterest {
  private var members: [Int]
  /// The first one that is not before the member asked about last.
  private var next = 0

  init(_ members: [Int] = []) { self.members = members }

  mutating func append(_ member: Int) { members.append(member) }

  mutating func removeAll() {
    members.removeAll(keepingCapacity: true)
    next = 0
  }

  /// Whether one of them is `start`, or between it and `end`. O(1) where they are asked for in their order, as a walk does.
  mutating func holdsAny(from start: Int, to end: Int) -> Bool {
    if next > 0, members[next - 1] >= start { next = 0 }
    while next < members.count, members[next] < start { next += 1 }
    return next < members.count && members[next] < end
  }

  mutating func contains(_ member: Int) -> Bool { holdsAny(from: member, to: member + 1) }
}
