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

  /// All of them, ascending.
  var sorted: [Int] { (0..<64).filter(contains) + large.sorted() }
}
