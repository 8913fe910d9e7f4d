import TestSupport
import Testing

@testable import LintRules

@Suite struct HashedEntriesTests {
  private final class Entry: Hashed {
    let hash: UInt64
    let number: Int

    init(_ hash: UInt64, _ number: Int) {
      self.hash = hash
      self.number = number
    }
  }

  @Test(arguments: [1, 3, 64, UInt64.max])
  func findsEachEntryAmongOthersWithTheSameHash(distinct: UInt64) {
    var random = SeededRandom(seed: 9)
    var entries = HashedEntries<Entry>()
    var hashes: [UInt64] = []
    for number in 0..<500 {
      let hash = random.next() % distinct
      #expect(entries.first(hash) { $0.number == number } == nil)
      entries.insert(Entry(hash, number))
      hashes.append(hash)
    }
    #expect(entries.count == 500)
    for (number, hash) in hashes.enumerated() {
      #expect(entries.first(hash) { $0.number == number }?.number == number)
    }
    entries.removeAll()
    #expect(entries.first(hashes[0]) { _ in true } == nil)
  }
}
