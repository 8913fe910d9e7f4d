import Foundation
import Testing

@testable import Arguments

@Suite struct CompletionTests {
  @Test(arguments: Shell.allCases) func areWrittenForEachShell(shell: Shell) throws {
    try expectGolden(Sample.root.completions(for: shell), "studio.\(shell.rawValue)")
  }

  @Test(arguments: Shell.allCases.filter(Self.has)) func areUnderstoodByTheShell(shell: Shell) throws {
    let script = Sample.root.completions(for: shell)
    #expect(try Self.run(shell, script: script, after: "", flags: ["-n"]) == "")
  }

  /// Command lines up to the cursor, and what is offered there.
  private static let offers: [(line: String, expected: Set<String>)] = [
    ("studio p", ["paint"]), ("studio ", ["paint", "gallery", "help"]), ("studio gallery ", ["list", "show", "help"]),
    ("studio paint --shade ", ["light", "medium", "dark"]), ("studio paint -s d", ["dark"]),
    ("studio paint --co", ["--colors", "--coats"]), ("studio gallery show --k", ["--key"]),
    ("studio paint --layer dark,l", ["dark,light"]), ("studio paint --output gallery --qu", ["--quiet"]),
    ("studio --v", ["--version"]),
  ]

  @Test(.enabled(if: Self.has(.bash)), arguments: offers)
  func offerTheRightWordsInBash(line: String, expected: Set<String>) throws {
    let words = line.split(separator: " ", omittingEmptySubsequences: false).map { "'\($0)'" }
    let probe = """

      COMP_WORDS=(\(words.joined(separator: " ")))
      COMP_CWORD=\(words.count - 1)
      _studio
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    let output = try Self.run(.bash, script: Sample.root.completions(for: .bash), after: probe, flags: ["--norc"])
    #expect(Set(output.split(separator: "\n").map(String.init)) == expected)
  }

  @Test(.enabled(if: Self.has(.bash))) func knowValuesBehindAnEqualSignInBash() throws {
    let probe = "\nCOMP_WORDS=(studio paint --shade = d)\nCOMP_CWORD=4\n_studio\nprintf '%s\\n' \"${COMPREPLY[@]}\"\n"
    #expect(
      try Self.run(.bash, script: Sample.root.completions(for: .bash), after: probe, flags: ["--norc"]) == "dark\n")
  }

  @Test(.enabled(if: Self.has(.fish)), arguments: offers)
  func offerTheRightWordsInFish(line: String, expected: Set<String>) throws {
    let probe = "\ncomplete -C '\(line)'\n"
    let output = try Self.run(.fish, script: Sample.root.completions(for: .fish), after: probe, flags: ["--no-config"])
    #expect(Set(output.split(separator: "\n").map { String($0.prefix { $0 != "\t" }) }) == expected)
  }

  private static func has(_ shell: Shell) -> Bool {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(shell.rawValue)")
    }
  }

  /// Has the shell run the completions and then `after`; gives back all it prints.
  private static func run(_ shell: Shell, script: String, after: String, flags: [String]) throws -> String {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("completions-\(UUID().uuidString)")
    try Data((script + after).utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [shell.rawValue] + flags + [file.path]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
