import Foundation
import Synchronization
import TestSupport
import Testing

@testable import SystemIO

@Suite struct OrderedWorkTests {
  private struct Numbers: WorkSource {
    var rest: Range<Int>
    var hasMore: Bool { !rest.isEmpty }
    mutating func next() -> Int? { rest.popFirst() }
  }

  private struct Square: WorkOutcome {
    let root: Int
    let square: Int
    var weight = 0
  }

  /// Takes a time that depends on nothing but the input, so that outcomes come early and late.
  private struct Squarer: Worker {
    var weight = 0
    func outcome(of input: Int) -> Square {
      var random = SeededRandom(seed: UInt64(input))
      usleep(UInt32(random.number(0...200)))
      return Square(root: input, square: input * input, weight: weight)
    }
  }

  private struct Collection: OutcomeSink {
    var roots: [Int] = []
    var rests = 0
    var limit = Int.max

    mutating func take(_ outcome: Square) -> Bool {
      #expect(outcome.square == outcome.root * outcome.root)
      roots.append(outcome.root)
      return roots.count < limit
    }

    mutating func rest() -> Bool {
      rests += 1
      return roots.count < limit
    }
  }

  @Test(arguments: [1, 2, 3, 16]) func deliversInOrder(threads: Int) {
    let end = OrderedWork.run(Numbers(rest: 0..<3000), threads: threads, into: Collection()) { Squarer() }
    #expect(end.roots == Array(0..<3000))
    #expect(end.rests > 0)
  }

  @Test(arguments: [1, 4]) func endsWithNoInput(threads: Int) {
    #expect(OrderedWork.run(Numbers(rest: 0..<0), threads: threads, into: Collection()) { Squarer() }.roots == [])
  }

  @Test func goesOnThoughEveryOutcomeIsTooHeavyToKeep() {
    let end = OrderedWork.run(Numbers(rest: 0..<200), threads: 4, into: Collection()) {
      Squarer(weight: OrderedWork.weightLimit)
    }
    #expect(end.roots == Array(0..<200))
  }

  @Test(arguments: [1, 4]) func endsWhenNoMoreIsWanted(threads: Int) {
    let end = OrderedWork.run(Numbers(rest: 0..<Int.max), threads: threads, into: Collection(limit: 10)) { Squarer() }
    #expect(end.roots == Array(0..<10))
  }

  /// Counts the workers, of which each thread makes one.
  private final class Count: Sendable {
    let value = Atomic<Int>(0)
  }

  @Test(arguments: [(1, 1), (2, 2), (3, 3), (100, 4)]) func startsNoMoreThreadsThanThereAreInputs(
    inputs: Int, most: Int
  ) {
    let count = Count()
    _ = OrderedWork.run(Numbers(rest: 0..<inputs), threads: 4, into: Collection()) {
      count.value.add(1, ordering: .relaxed)
      return Squarer()
    }
    #expect((1...most).contains(count.value.load(ordering: .relaxed)))
  }

  /// Gives the second number when the first was delivered, and not before.
  private struct Dialogue: WorkSource {
    let heard: DispatchSemaphore
    var given = 0
    var hasMore: Bool { true }

    mutating func next() -> Int? {
      if given > 0 { heard.wait() }
      given += 1
      return given > 100 ? nil : given
    }
  }

  private struct Listener: OutcomeSink {
    let heard: DispatchSemaphore
    var roots: [Int] = []
    mutating func take(_ outcome: Square) -> Bool {
      roots.append(outcome.root)
      heard.signal()
      return true
    }
  }

  @Test func deliversWhileMoreInputIsWaitedFor() {
    let heard = DispatchSemaphore(value: 0)
    let end = OrderedWork.run(Dialogue(heard: heard), threads: 3, into: Listener(heard: heard)) { Squarer() }
    #expect(end.roots == Array(1...100))
  }
}
