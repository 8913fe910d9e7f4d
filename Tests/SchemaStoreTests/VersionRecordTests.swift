import Testing

@testable import SchemaStore

@Suite struct VersionRecordTests {
  private let name: VersionName
  private let record: VersionRecord

  init() throws {
    name = try #require(VersionName("4.2.0"))
    record = Sample.record(
      name, validators: .init(entityTag: #"W/"a\b""#, lastModified: "Sat, 01 Aug 2026 12:00:00 GMT", studioHash: nil))
  }

  @Test func readsWhatItWrote() {
    #expect(VersionRecord(record.bytes, named: name) == record)
    let bare = Sample.record(name)
    #expect(VersionRecord(bare.bytes, named: name) == bare)
  }

  @Test func keepsNoSecrets() {
    #expect(!String(decoding: record.bytes, as: UTF8.self).contains("secret"))
  }

  @Test func isNotReadUnderAnotherName() throws {
    #expect(VersionRecord(record.bytes, named: try #require(VersionName("4.2.1"))) == nil)
  }

  @Test func noticesEveryBitThatIsWrong() {
    let bytes = record.bytes
    for offset in bytes.indices {
      for bit in 0..<8 {
        var damaged = bytes
        damaged[offset] ^= 1 << UInt8(bit)
        #expect(VersionRecord(damaged, named: name) == nil, "byte \(offset), bit \(bit)")
      }
    }
  }

  @Test func noticesThatSomethingIsMissing() {
    let bytes = record.bytes
    for length in 0..<bytes.count { #expect(VersionRecord(Array(bytes[..<length]), named: name) == nil) }
    #expect(VersionRecord(bytes + [0x20], named: name) == nil)
  }

  @Test(arguments: [
    (0, "1970-01-01"), (951_782_400, "2000-02-29"), (1_785_585_600, "2026-08-01"), (-1, "1969-12-31"),
    (4_107_542_400, "2100-03-01"), (.max, "9999-12-31"), (.min, "0000-01-01"),
  ]) func tellsTheDay(seconds: Int, day: String) {
    #expect(Timestamp(seconds).day == day)
  }
}
