import Testing

/// Help, completions and command lines that ask for nothing sensible.
@Suite struct HelpTests {
  @Test(arguments: [
    [], ["check"], ["rules"], ["explain"], ["completions"], ["schema"], ["schema", "list"], ["schema", "show"],
    ["schema", "diff"], ["schema", "stats"], ["schema", "fetch"], ["schema", "snapshot"], ["schema", "compile"],
  ]) func helpsAtEveryLevel(path: [String]) throws {
    let help = try Program.run(path + ["--help"])
    #expect(help.code == 0)
    #expect(help.errors == "")
    #expect(help.output.contains("usage: " + (["figlint"] + path).joined(separator: " ")))
    // Command lines of examples stay whole.
    #expect(help.lines.allSatisfy { $0.count <= 80 || $0.hasPrefix("  figlint ") })
    #expect(try Program.run(path + ["-h"]) == help)
    #expect(try Program.run(["help"] + path) == help)
  }

  @Test func tellsItsVersion() throws {
    let version = try Program.run("--version")
    #expect(version.code == 0)
    #expect(version.output.wholeMatch(of: /figlint \d+\.\d+\.\d+\n/) != nil)
    #expect(try Program.run("-V") == version)
  }

  @Test func asksForACommand() throws {
    let ending = try Program.run([])
    #expect(ending.code == 2)
    #expect(ending.output == "")
    #expect(
      ending.errors.hasPrefix("error: a command is missing\n  help: the commands are 'check', 'rules', 'explain'"))
    #expect(ending.errors.hasSuffix("; 'figlint --help' describes them\nusage: figlint COMMAND\n"))
  }

  @Test func understandsWhatIsMeant() throws {
    #expect(try Program.run("chekc").errors.contains("did you mean 'check'?"))
    #expect(try Program.run("fig.json").errors.contains("did you mean 'figlint check fig.json'?"))
    #expect(try Program.run("figs/").errors.contains("did you mean 'figlint check figs/'?"))
    #expect(try Program.run("explain", "S0001").code == 2)
  }

  @Test(arguments: ["bash", "zsh", "fish"]) func completesForEachShell(shell: String) throws {
    let ending = try Program.run("completions", shell)
    #expect(ending.code == 0)
    #expect(ending.output.contains("max-findings"))
  }
}
