/// The counters of some axes; 0 for the first of its kind. Nearly all are small, and a bit each.
struct AxisNumbers {
  private var small: UInt64 = 0
  private var large: Set<Int> = []

  /// Adds a counter that is not negative; returns whether it is new.
  @discardableResult
  mutating func insert(_ number: Int) -> Bool {
    guard number < 64 else { return large.insert(number).inserted }
    let bit: UInt64 = 1 &<< UInt64(number)
    defer { small |= bit }
    return small & bit == 0
  }

  func contains(_ number: Int) -> Bool {
    number < 64 ? small &>> UInt64(number) & 1 != 0 : large.contains(number)
  }

  /// Calls `body` with all of them, ascending.
  func forEach(_ body: (Int) -> Void) {
    var rest = small
    while rest != 0 {
      body(rest.trailingZeroBitCount)
      rest &= rest &- 1
    }
    if !large.isEmpty { large.sorted().forEach(body) }
  }
}
