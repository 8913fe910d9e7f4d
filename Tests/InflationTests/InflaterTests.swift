import Foundation
import Inflation
import TestSupport
import Testing

/// The fixtures were compressed by zlib, with each of its levels and strategies.
@Suite struct InflaterTests {
  private static let folder = Golden(folder: "Inflation").folder
  private static let sample = (try? [UInt8](Data(contentsOf: folder.appending(path: "sample.json")))) ?? []
  static let names = ["stored", "fast", "best", "fixed", "literals", "runs", "flushed", "members"]

  private static func archive(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: name + ".gz")))
  }

  private func copy(_ bytes: Span<UInt8>) -> [UInt8] { bytes.indices.map { bytes[$0] } }

  private func inflated(
    _ archive: [UInt8], limits: InflateLimits = InflateLimits()
  ) -> Result<[UInt8], InflateFailure> {
    var inflater = Inflater()
    do throws(InflateFailure) {
      try inflater.inflate(archive.span, limits: limits)
      return .success(inflater.withBytes { copy($0) })
    } catch {
      let left = inflater.withBytes { $0.count }
      #expect(left == 0)
      return .failure(error)
    }
  }

  @Test(arguments: names) func inflatesWhatZlibWrites(_ name: String) throws {
    #expect(Self.sample.count > 2000)
    #expect(try inflated(Self.archive(name)) == .success(Self.sample))
  }

  @Test func inflatesOneFileAfterTheOther() throws {
    var inflater = Inflater()
    for name in Self.names + ["empty"] + Self.names {
      let archive = try Self.archive(name)
      let isGzip = Inflater.isGzip(archive.span)
      #expect(isGzip)
      try inflater.inflate(archive.span)
      let bytes = inflater.withBytes { copy($0) }
      #expect(bytes == (name == "empty" ? [] : Self.sample))
    }
  }

  @Test(arguments: names) func saysThatAFileIsCut(_ name: String) throws {
    let archive = try Self.archive(name)
    // What is whole at the end of a member is a whole file.
    let ends = name == "members" ? 20 : 0
    var whole = 0
    for count in stride(from: 2, to: archive.count, by: 9) {
      switch inflated(Array(archive[..<count])) {
      case .success: whole += 1
      case .failure(let failure): #expect(failure.error == .truncated && failure.offset == count, "\(count)")
      }
    }
    #expect(whole <= ends + 3 && (name == "members" || whole == 0))
  }

  /// Where damage changes nothing, as zlib, too, has it: a match that finds the same text elsewhere; in headers (RFC 1952, section
  /// 2.3.1) a letter of a name or a comment, and the flag for text.
  private static let harmless = ["fast": [957], "members": [22, 33, 352, 363]]

  @Test(arguments: names) func noticesDamage(_ name: String) throws {
    let archive = try Self.archive(name)
    var unnoticed: [Int] = []
    for offset in stride(from: 0, to: archive.count, by: 11) where name != "members" || offset < 400 {
      var damaged = archive
      damaged[offset] ^= 1 << UInt8(offset % 8)
      guard case .success(let bytes) = inflated(damaged) else { continue }
      #expect(bytes == Self.sample)
      unnoticed.append(offset)
    }
    #expect(unnoticed == Self.harmless[name] ?? [])
  }

  @Test func takesAnyBytesWithoutHarm() {
    var random = SeededRandom(seed: 11)
    for _ in 0..<500 {
      let bytes: [UInt8] =
        [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0]
        + (0..<Int.random(in: 0..<200, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      if case .success(let text) = inflated(bytes) { #expect(text.count < 100) }
    }
  }

  @Test func refusesWhatIsNoArchive() {
    #expect(inflated([0x1F, 0x8C, 8, 0, 0, 0, 0, 0, 0, 0]) == .failure(InflateFailure(error: .notGzip, offset: 0)))
    #expect(inflated([0x1F, 0x8B, 7, 0, 0, 0, 0, 0, 0, 0]) == .failure(InflateFailure(error: .unsupported, offset: 0)))
    #expect(
      inflated([0x1F, 0x8B, 8, 0x20, 0, 0, 0, 0, 0, 0]) == .failure(InflateFailure(error: .unsupported, offset: 0)))
    for other in [Array("{}".utf8), [0x1F], []] {
      let isGzip = Inflater.isGzip(other.span)
      #expect(!isGzip)
    }
  }

  @Test func refusesOtherDataBehindTheLastMember() throws {
    let archive = try Self.archive("best")
    #expect(inflated(archive + [0, 0, 0]) == .success(Self.sample))
    #expect(inflated(archive + [0, 1]) == .failure(InflateFailure(error: .trailingData, offset: archive.count + 1)))
    #expect(inflated(archive + [0x1F, 0x8B]) == .failure(InflateFailure(error: .truncated, offset: archive.count + 2)))
  }

  @Test func stopsAtTheLimit() throws {
    let archive = try Self.archive("best")
    let size = Self.sample.count
    #expect(inflated(archive, limits: InflateLimits(size: size)) == .success(Self.sample))
    for limit in [0, 1, 100, size - 1] {
      guard case .failure(let failure) = inflated(archive, limits: InflateLimits(size: limit)) else {
        Issue.record("\(limit) bytes were enough")
        continue
      }
      #expect(failure.error == .tooLarge(limit: limit))
    }
  }

  /// An archive of a run as long as deflate can write it in a block of type 1: 258 bytes in 13 bits.
  private func bomb(runs: Int) -> [UInt8] {
    var bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0]
    var (bits, count) = (0, 0)
    func write(_ value: Int, _ length: Int) {
      bits |= value << count
      count += length
      while count >= 8 {
        bytes.append(UInt8(truncatingIfNeeded: bits))
        bits >>= 8
        count -= 8
      }
    }
    write(0b011, 3)
    write(0b00001100, 8)  // the literal 0
    for _ in 0..<runs { write(0b00000_10100011, 13) }
    write(0, 7 + 8)
    return bytes + [0, 0, 0, 0, 0, 0, 0, 0]
  }

  @Test func stopsWhereTheRatioIsThatOfABomb() {
    let bomb = bomb(runs: 70_000)
    guard case .failure(let failure) = inflated(bomb, limits: InflateLimits(ratio: 100)) else {
      Issue.record("the bomb went off")
      return
    }
    #expect(failure.error == .tooDense(ratio: 100))
    // It is one that inflates; but it does not say its checksum.
    guard case .failure(let whole) = inflated(bomb) else { return }
    #expect(whole.error == .checksum)
  }
}
