import JSONCore
import TestSupport
import Testing

@testable import FigureValidator

@Suite struct TextWatchTests {
  @Test(arguments: [
    (#"<a href='javascript:f()'>"#, TextRisk.scriptURL), (#" javascript:f()"#, .scriptURL),
    ("JavaScript:x()", .scriptURL),
    ("VBSCRIPT:x()", .scriptURL), ("data:text/html,<b>", .pageURL), ("<script>x", .scriptTag),
    ("<SCRIPT src=x>", .scriptTag),
    ("<b onclick='x'>", .eventHandler), ("<img/onerror = x>", .eventHandler), ("http://a.b", .insecureURL),
    ("file:///a/b", .fileURL), ("/home/anna/x", .homeDirectory), ("in /Users/anna/x", .homeDirectory),
    (#"C:\\Users\\anna"#, .homeDirectory), ("mapbox://a", .mapboxURL), ("a?share_key=abcdefgh12", .shareKey),
    ("AKIAIOSFODNN7EXAMPLE", .serviceKey), ("a?access_token=0123456789abcdef", .serviceKey),
  ])
  func findsARisk(text: String, risk: TextRisk) {
    #expect(Self.risks("\"\(text)\"", asContent: true) == [risk])
    #expect(Self.risks("[\"a\", \"\(text)\"]", asContent: false) == [risk])
  }

  @Test(arguments: [
    "javascript: the good parts, volume 2 of javascript: others", "2020-01-01T12:00:00", "a<b", "1 < 2 and 3 > on=4",
    "https://example.com/home/anna/x", "https://a.b/c?x=1&y=2", "<b>on = 1</b>",
    "<a href='https://a.b' target=x>on</a>",
    "<descript>", "/home/", "/home", "home/anna/x", "/Users", "m/s", "http://localhost/x", "http://127.0.0.1:8000/",
    "skip-this-very-long-identifier-of-a-column", "sk-", "AKIA", "graphite", "share_key=short",
    "data:image/png;base64,AAAA", "scriptures: a", "xhttp://a", "profile://a",
  ])
  func isSilentOnPlainText(text: String) {
    #expect(Self.risks("\"\(text)\"", asContent: true) == [])
    #expect(Self.risks("[\"a\", \"\(text)\"]", asContent: false) == [])
  }

  /// Sixteen bytes at a time find what is found byte by byte, which the end of the input is.
  @Test func findsTheSameInBlocks() {
    var random = SeededRandom(seed: 7)
    let pieces = [
      "javascript:f()", "http://a.b", "2020-01-01T12:00:00", "<script>", "a<b", "/home/anna/x", "1/2/2020", "word",
      "AKIAIOSFODNN7EXAMPLE", "C:\\\\Users\\\\", "file://a", "k=v", "share_key=abcdefgh12", "é", ": ",
      "ghp_0123456789abcdefghijklmnopqrstuvwxyz0", "sk-0123456789abcdefghijklmnopqrstuvwxyz",
    ]
    for _ in 0..<20_000 {
      let texts = (0..<random.number(1...4)).map { _ in
        (0..<random.number(0...3)).map { _ in pieces[random.number(0...pieces.count - 1)] }.joined(
          separator: random.number(0...1) == 0 ? "" : " ")
      }
      let json = "[" + texts.map { "\"\($0)\"" }.joined(separator: ",") + "]"
      let atEnd = Self.risks(json, asContent: false)
      // In short texts the last bytes are looked at one by one; each risk is then tried alone there.
      let inBlocks = Self.risks(json, asContent: false, padding: 64)
      #expect(atEnd == inBlocks, "\(json)")
      for text in texts {
        let quoted = "\"\(text)\""
        let alone = Self.risks(quoted, asContent: true)
        #expect(alone == Self.risks(quoted, asContent: true, padding: 64), "\(text)")
        let mayHold = Array(quoted.utf8).withInputBytes { bytes in
          TextWatch.mayHoldRisk(bytes, (0..<bytes.count).dropFirst().dropLast())
        }
        #expect(mayHold || alone.isEmpty, "\(text)")
      }
    }
  }

  /// Long arrays are passed 64 bytes at a time, short texts are not.
  @Test func findsInLongArraysWhatItFindsInEachText() {
    var random = SeededRandom(seed: 43)
    let pieces = [
      "2020-01-01 12:00:00", "average baseline budget", "word", "é", "1/2/2020", "a<b", "k=v", "/home/anna/x",
      "http://a.b",
      "AKIAIOSFODNN7EXAMPLE", "ghp_0123456789abcdefghijklmnopqrstuvwxyz0", "sk-0123456789abcdefghijklmnopqrstuvwxyz",
      "pneumonoultramicroscopic", "", " ",
    ]
    for _ in 0..<3_000 {
      let texts = (0..<random.number(0...40)).map { _ in
        // Mostly what is harmless, so that many blocks can be passed.
        let last = random.number(0...9) == 0 ? pieces.count - 1 : 3
        return (0..<random.number(1...2)).map { _ in pieces[random.number(0...last)] }.joined(
          separator: random.number(0...2) == 0 ? "" : " ")
      }
      let indent = String(repeating: " ", count: random.number(0...70))
      let json = "[" + indent + texts.map { "\"\($0)\"" }.joined(separator: ",") + "]"
      let expected = texts.flatMap { Self.risks("\"\($0)\"", asContent: false) }
      #expect(Self.risks(json, asContent: false) == expected, "\(json)")
      #expect(Self.risks(json, asContent: false, padding: 200) == expected, "\(json)")
    }
  }

  @Test func namesTheStringThatARiskIsIn() {
    let text = Array(#"[["a\"b", "x\\"], {"k": "see \"http://a.b\" there"}, "file://x"]"#.utf8)
    let found = text.withInputBytes { bytes in
      var watch = TextWatch(bytes, 0..<bytes.count)
      var found: [String] = []
      while let hit = watch.next() {
        found.append(bytes.text(hit.string))
        watch.passString(of: hit)
      }
      return found
    }
    #expect(found == [#""see \"http://a.b\" there""#, #""file://x""#])
  }

  @Test func readsAnyBytesWithoutATrap() {
    var random = SeededRandom(seed: 41)
    let pieces = [
      "javascript:", "http://", "\"", "\\", "<", "<script", " on", "=", "/home/", "a/", "C:\\\\Users\\\\", "sk.eyJ",
      "AKIA", ":",
      "share_key=", "é", "\\u003c", "file://", " ",
    ]
    for _ in 0..<20_000 {
      let text = (0..<random.number(1...12)).map { _ in pieces[random.number(0...pieces.count - 1)] }.joined()
      let bytes = Array(text.utf8)
      bytes.withInputBytes { bytes in
        let start = random.number(0...bytes.count - 1)
        var watch = TextWatch(bytes, start..<random.number(start + 1...bytes.count))
        var hits = 0
        while let hit = watch.next() {
          #expect(hit.string.lowerBound >= 0 && hit.string.upperBound <= bytes.count)
          watch.passString(of: hit)
          hits += 1
        }
        #expect(hits <= bytes.count)
      }
    }
  }

  /// - Parameter padding: how many blanks follow the text.
  private static func risks(_ json: String, asContent: Bool, padding: Int = 0) -> [TextRisk] {
    (Array(json.utf8) + Array(repeating: UInt8(ascii: " "), count: padding)).withInputBytes { bytes in
      let all = 0..<bytes.count - padding
      var watch = TextWatch(bytes, asContent ? all.dropFirst().dropLast() : all)
      var risks: [TextRisk] = []
      while let hit = watch.next() {
        risks.append(hit.risk)
        watch.passString(of: hit)
      }
      return risks
    }
  }
}
