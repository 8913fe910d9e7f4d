import TestSupport
import Testing

@testable import FigureValidator

/// Packing the types of many traces.
@Suite struct TraceTypesTests {
  @Test(arguments: [1, 2, 4, 5, 60]) func givesBackWhatWasPutIn(kinds: Int) {
    var random = SeededRandom(seed: UInt64(kinds))
    for count in [0, 1, 4095, 4096, 4097, 30_000] {
      var types = TraceTypes()
      var plain: [TraceTypeOrdinal] = []
      // Runs, and blocks of one type among others.
      while plain.count < count {
        let type = TraceTypeOrdinal(random.number(0...kinds - 1))
        for _ in 0..<min(count - plain.count, random.number(0...9) == 0 ? 9_000 : random.number(1...3)) {
          types.append(type)
          plain.append(type)
        }
      }
      #expect(types.count == count)
      #expect((0..<count).allSatisfy { types[$0] == plain[$0] }, "\(kinds) kinds, \(count) traces, seed \(kinds)")
    }
  }

  @Test func holdsTheUnknownType() {
    var types = TraceTypes()
    for index in 0..<5_000 { types.append(index % 2 == 0 ? .unknown : TraceTypeOrdinal(3)) }
    #expect(types[0] == .unknown && types[1] == TraceTypeOrdinal(3) && types[4_999] == TraceTypeOrdinal(3))
  }
}
