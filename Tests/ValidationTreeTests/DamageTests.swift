import JSONCore
import SchemaCompiler
import TestSupport
import Testing
import ValidationTree

/// A block that is not what was written must not trap, hang or read outside, whatever is asked of it.
@Suite struct DamageTests {
  private let block: [UInt8]

  init() throws {
    let first =
      #""a":{"valType":"enumerated","values":["x",1,"/^x([2-9]|[1-9][0-9]+)?$/"],"dflt":"x"},"b":{"role":"object","items":{"c":{"d":{"valType":"info_array","dimensions":2,"items":[[{"valType":"number","min":0}],{"valType":"any"}]}}}}"#
    let second = #""a":{"valType":"number","max":3},"e":{"f":{"valType":"subplotid","regex":"/^x$/"}}"#
    let bar = #","bar":{"attributes":{},"layoutAttributes":{"m":{"valType":"any"}}}"#
    block = try SmallSchema.block([
      SmallSchema.text(dot: first, more: bar), SmallSchema.text(dot: second, layout: first),
    ]).block
  }

  private func opened(_ block: [UInt8]) throws -> ValidationTree {
    var block = block
    if block.count >= TreeFormat.hashedFrom {
      // With the hash made right, so that the damage gets in.
      put(UInt64(block.withInputBytes { KeyHash($0, TreeFormat.hashedFrom..<$0.count) }.value), at: 16, in: &block)
      put(UInt64(UInt32(truncatingIfNeeded: block.count)), at: 12, in: &block, bytes: 4)
    }
    return try ValidationTree(copying: block)
  }

  private func put(_ value: UInt64, at offset: Int, in block: inout [UInt8], bytes: Int = 8) {
    for i in 0..<bytes { block[offset + i] = UInt8(truncatingIfNeeded: value >> UInt64(8 * i)) }
  }

  @Test func tellsWhyABlockIsRefused() {
    func error(_ change: (inout [UInt8]) -> Void) -> TreeError? {
      var block = block
      change(&block)
      do throws(TreeError) {
        _ = try ValidationTree(copying: block)
        return nil
      } catch { return error }
    }
    #expect(error { _ in } == nil)
    #expect(error { $0 = [] } == .badMagic)
    #expect(error { $0[0] ^= 1 } == .badMagic)
    #expect(error { $0[8] = 77 } == .otherFormat(77))
    #expect(error { $0.removeLast() } == .truncated)
    #expect(error { $0.append(0) } == .truncated)
    #expect(error { $0[16] ^= 1 } == .badHash)
    #expect(error { $0[$0.count - 1] ^= 1 } == .badHash)
    #expect(error { $0[24] ^= 0x80 } != nil)
  }

  @Test func everySingleByteMayBeWrong() throws {
    for offset in TreeFormat.hashedFrom..<block.count {
      for value in [UInt8(0), 0x7F, 0xFF, block[offset] ^ 1] {
        var damaged = block
        damaged[offset] = value
        if let tree = try? opened(damaged) { TreeVisit(tree).visitAll() }
      }
    }
  }

  @Test func everyLengthMayBeWrong() {
    for length in 0..<block.count {
      if let tree = try? opened(Array(block.prefix(length))) { TreeVisit(tree).visitAll() }
    }
  }

  @Test func theBundledTreeMayBeDamagedAnywhere() throws {
    let tree = ValidationTree.bundled
    var random = SeededRandom(seed: 3)
    let sound = tree.block
    for _ in 0..<60 {
      var damaged = sound
      for _ in 0..<20 {
        let offset = TreeFormat.hashedFrom + Int(random.next() % UInt64(damaged.count - TreeFormat.hashedFrom))
        damaged[offset] = UInt8(truncatingIfNeeded: random.next())
      }
      if let tree = try? opened(damaged) { TreeVisit(tree).visitAll() }
    }
  }

  @Test func theEmptyTreeAnswersEverything() {
    TreeVisit(.empty).visitAll()
    #expect(ValidationTree.empty.versionCount == 0)
    #expect(ValidationTree.empty.word("x") == nil)
    #expect(ValidationTree.empty.edges(of: ValidationTree.empty.layout).isEmpty)
  }
}
