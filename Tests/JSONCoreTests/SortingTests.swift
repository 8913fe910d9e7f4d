import JSONCore
import TestSupport
import Testing

@Suite struct SortingTests {
  @Test func sortsLikeTheStandardLibraryAndKeepsWhatIsEqualInOrder() {
    var random = SeededRandom(seed: 5)
    for count in [0, 1, 2, 3, 17, 100, 1_000] {
      let pairs = (0..<count).map { (key: random.number(0...9), place: $0) }
      let sorted = pairs.inOrder { $0.key < $1.key }
      #expect(sorted.map(\.key) == pairs.map(\.key).sorted())
      #expect(zip(sorted, sorted.dropFirst()).allSatisfy { $0.key < $1.key || $0.place < $1.place })
    }
    #expect(Set([3, 1, 2]).inOrder(by: >) == [3, 2, 1])
  }
}
