import Foundation
import TestSupport
import Testing

/// `--as lines`: one line of JSON out for each line in.
@Suite struct LinesTests {
  private func answers(_ text: String, _ arguments: String...) throws -> (answers: [[String: Any]], code: Int32) {
    let ending = try Program.run(["check", "--as", "lines"] + arguments + ["-"], input: text.utf8)
    #expect(ending.errors == "")
    return (try ending.jsonLines(), ending.code)
  }

  @Test func answersEachLine() throws {
    let (answers, code) = try answers("\(Figure.clean)\n\n\(Figure.misspelt)\n \t\n5\nnot JSON\n\(Figure.clean)")
    #expect(code == 1)
    #expect(answers.map { $0["line"] as? Int } == [1, 2, 3, 4, 5, 6, 7])
    #expect(answers.map { $0["ok"] as? Bool } == [true, true, false, true, false, false, true])
    #expect(answers.map { $0["skipped"] as? Bool } == [nil, true, nil, true, nil, nil, nil])
    let rules = answers.map { ($0["findings"] as? [[String: Any]] ?? []).map { $0["rule"] as? String } }
    #expect(rules == [[], [], ["S001"], [], ["S004"], ["J001"], []])
  }

  @Test(arguments: ["\n", "\r\n"]) func givesPositionsInTheStream(lineEnd: String) throws {
    let text = [Figure.clean, "", Figure.misspelt].joined(separator: lineEnd)
    for text in [text, text + lineEnd] {
      let answers = try answers(text).answers
      #expect(answers.count == 3)
      let finding = try #require((answers[2]["findings"] as? [[String: Any]])?.first)
      #expect(finding["line"] as? Int == 3)
      #expect(finding["column"] as? Int == 40)
      #expect(finding["figure"] as? Int == 2)
      #expect(finding["file"] as? String == "-")
      let offset = try #require(finding["offset"] as? Int)
      #expect(Array(text.utf8)[offset..<offset + 8].elementsEqual("\"opacty\"".utf8))
    }
  }

  @Test func answersNothingToNothing() throws {
    #expect(try Program.run("check", "--as", "lines", "-", input: []) == Ending(code: 0, output: "", errors: ""))
  }

  @Test func judgesByTheLevelThatFails() throws {
    let (answers, code) = try answers(Figure.misspelt, "--fail-on", "never")
    #expect(code == 0)
    #expect(answers[0]["ok"] as? Bool == true)
    #expect((answers[0]["findings"] as? [Any])?.count == 1)
  }

  @Test func readsFilesOneAfterTheOther() throws {
    let directory = try TemporaryDirectory()
    try directory.write("\(Figure.clean)\n\(Figure.misspelt)\n", to: "a.jsonl")
    let ending = try Program.run(
      "check", "--as", "lines", "a.jsonl", "none.jsonl", "a.jsonl", in: directory.path)
    #expect(ending.code == 2)
    #expect(ending.errors.hasPrefix("error: cannot read 'none.jsonl': no such file or directory\n"))
    #expect(try ending.jsonLines().map { $0["line"] as? Int } == [1, 2, 1, 2])
  }

  @Test func readsCompressedFilesAsWhatIsInThem() throws {
    let archives = Golden(folder: "Inflation").folder
    let lines = try [UInt8](Data(contentsOf: archives.appending(path: "sample.json")))
    let expected = try Program.run("check", "--as", "lines", "-", input: lines)
    let archive = try [UInt8](Data(contentsOf: archives.appending(path: "best.gz")))
    #expect(expected.lines.count > 200)
    #expect(try Program.run("check", "--as", "lines", "-", input: archive) == expected)
    let cut = try Program.run("check", "--as", "lines", "-", input: archive.dropLast(10))
    #expect(cut.code == 2 && cut.output.isEmpty)
    #expect(cut.errors.hasPrefix("error: cannot read '-': the compressed data end in the middle"))
  }

  /// Long lines are handed on with the memory they lie in.
  @Test func takesLongLinesAmongShortOnes() throws {
    let numbers = String(repeating: "1.25,", count: 300_000)
    let long = #"{"data": [{"y": [\#(numbers)1], "opacty": 1}]}"#
    let text = [Figure.clean, long, Figure.misspelt, long, "NUL \0", long].joined(separator: "\n")
    let answers = try answers(text).answers
    #expect(answers.map { $0["line"] as? Int } == [1, 2, 3, 4, 5, 6])
    let findings = answers.map { ($0["findings"] as? [[String: Any]])?.first }
    #expect(findings.map { $0?["rule"] as? String } == [nil, "S001", "S001", "S001", "J001", "S001"])
    let bytes = Array(text.utf8)
    for finding in findings.dropFirst() where finding?["rule"] as? String == "S001" {
      let offset = try #require(finding?["offset"] as? Int)
      #expect(bytes[offset..<offset + 8].elementsEqual("\"opacty\"".utf8))
    }
  }

  @Test func refusesWhatDoesNotGoWithLines() throws {
    for arguments in [["."], ["--format", "text", "-"], ["--output", "x", "-"]] {
      let ending = try Program.run(["check", "--as", "lines"] + arguments, input: [])
      #expect(ending.code == 2)
      #expect(ending.output == "")
    }
  }

  /// Each answer is there before the next line is sent: who waits for it would wait for ever otherwise.
  @Test(arguments: [1, 2, 7]) func answersBeforeItWaits(jobs: Int) throws {
    let process = Program.process(["check", "--as", "lines", "--jobs", "\(jobs)", "-"])
    let input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    var answers: [String] = []
    for _ in 0..<50 {
      try input.fileHandleForWriting.write(contentsOf: Data((Figure.misspelt + "\n").utf8))
      var answer = Data()
      while answer.last != UInt8(ascii: "\n") {
        let piece = output.fileHandleForReading.availableData
        guard !piece.isEmpty else { break }
        answer += piece
      }
      answers.append(String(decoding: answer.prefix(12), as: UTF8.self))
    }
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 1)
    #expect(answers == (1...50).map { String("{\"line\":\($0),\"ok\":".prefix(12)) })
  }
}
