import TestSupport
import Testing

/// Which rules run, how much they weigh and what that does to the exit code.
@Suite struct RuleOptionTests {
  private let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
    try directory.write(Figure.misspelt, to: "S001.json")
    try directory.write(Figure.badValue, to: "S002.json")
  }

  /// The rules of the findings, in order, and the exit code.
  private func rules(_ arguments: String...) throws -> ([String], Int32) {
    let ending = try Program.run(["check", "--format", "jsonl"] + arguments, in: directory.path)
    return (try ending.jsonLines().compactMap { $0["rule"] as? String }, ending.code)
  }

  @Test func runsTheRulesThatAreSelected() throws {
    #expect(try rules() == (["S001", "S002"], 1))
    #expect(try rules("--select", "S001") == (["S001"], 1))
    #expect(try rules("--select", "unknown-attribute,S002") == (["S001", "S002"], 1))
    #expect(try rules("--select", "J") == ([], 0))
    let (all, code) = try rules("--select", "ALL")
    #expect(all.filter { $0.hasPrefix("S") } == ["S001", "S002"] && code == 1)
    #expect(try rules("--select", "J", "--extend-select", "S002") == (["S002"], 1))
  }

  @Test func leavesOutTheRulesThatAreIgnored() throws {
    #expect(try rules("--ignore", "S002") == (["S001"], 1))
    #expect(try rules("--ignore", "S") == ([], 0))
    #expect(try rules("--select", "S", "--ignore", "S001") == (["S002"], 1))
    #expect(try rules("--severity", "S001=off") == (["S002"], 1))
  }

  @Test func weighsRulesAsTold() throws {
    let ending = try Program.run(
      "check", "--format", "concise", "--severity", "S001=warning", "S001.json", in: directory.path)
    #expect(ending.code == 0)
    #expect(ending.output.contains(": warning S001 "))
    #expect(ending.errors == "checked 1 figure: 1 warning in 1 file\n")
    #expect(try rules("--severity", "S=info") == (["S001", "S002"], 0))
  }

  @Test func failsOnWhatItIsToldTo() throws {
    #expect(try rules("--fail-on", "never").1 == 0)
    #expect(try rules("--severity", "S=warning", "--fail-on", "warning").1 == 1)
    #expect(try rules("--severity", "S=info", "--fail-on", "warning").1 == 0)
    #expect(try Program.run("check", "--fail-on", "never", "none.json", in: directory.path).code == 2)
  }
}
