import TestSupport
import Testing

/// Files that are mapped, and do not stay in memory while they are read.
@Suite struct LargeFileTests {
  /// Six megabytes with mistakes all over, a type that comes last and a layout that comes first.
  private static let figure: String = {
    let long = String(repeating: "1.5,", count: 400_000)
    let many = (0..<20_000).map { #"{"y":[\#($0)],"type":"\#($0 % 2 == 0 ? "bar" : "box")"}"# }.joined(separator: ",\n")
    let text = String(repeating: "grün ", count: 300_000)
    return """
      {"layout": {"titel": 1, "bargap": 0.1, "meta": [\(long)2]}, "data": [
      {"y": [\(long)2], "opacity": 7, "type": "bar", "x": [\(long)2], "colour": 1},
      \(many),
      {"type": "scatter", "text": "\(text)", "mode": "line"}],
      "frames": [{"data": [{"marker": {"sise": 1}}]}, 5]}
      """
  }()

  @Test func giveTheSameReportAsWhatComesThroughAPipe() throws {
    let directory = try TemporaryDirectory()
    try directory.write(Self.figure, to: "a.json")
    let mapped = try Program.run("check", "--stdin-filename", "a.json", "a.json", in: directory.path)
    let piped = try Program.shell(
      #"cat a.json | "$figlint" check --stdin-filename a.json -"#, in: directory.path)
    let redirected = try Program.shell(
      #""$figlint" check --stdin-filename a.json - <a.json"#, in: directory.path)
    #expect(mapped.code == 1)
    #expect(mapped.lines.count > 10)
    #expect(mapped.output == piped.output)
    #expect(mapped.output == redirected.output)
  }

  /// The part of standard input that somebody has read already is not checked.
  @Test func areTakenFromWhereStandardInputIs() throws {
    let directory = try TemporaryDirectory()
    try directory.write("one line that is no figure\n" + Self.figure, to: "a.txt")
    try directory.write(Self.figure, to: "a.json")
    // A shell reads a line from a file byte by byte, so as to leave the rest.
    let rest = try Program.shell(#"{ read -r first; "$figlint" check -; } <a.txt"#, in: directory.path)
    let whole = try Program.shell(#""$figlint" check - <a.json"#, in: directory.path)
    #expect(rest.output == whole.output)
    #expect(rest.code == 1)
  }
}
