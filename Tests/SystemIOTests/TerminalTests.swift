import Testing

@testable import SystemIO

@Suite struct TerminalTests {
  /// The choice, whether it is a terminal, the environment, and whether there is colour.
  @Test(
    arguments: [
      (ColorChoice.auto, true, [:], true), (.auto, false, [:], false),
      (.always, false, ["NO_COLOR": "1", "TERM": "dumb"], true), (.never, true, ["FORCE_COLOR": "1"], false),
      (.auto, true, ["NO_COLOR": "1"], false), (.auto, true, ["NO_COLOR": "0"], false),
      (.auto, true, ["NO_COLOR": ""], true),
      (.auto, false, ["FORCE_COLOR": "1"], true), (.auto, false, ["FORCE_COLOR": ""], false),
      (.auto, true, ["FORCE_COLOR": "0"], false), (.auto, true, ["FORCE_COLOR": "false"], false),
      (.auto, false, ["FORCE_COLOR": "3", "NO_COLOR": "1"], false), (.auto, false, ["CLICOLOR_FORCE": "1"], true),
      (.auto, true, ["CLICOLOR_FORCE": "0"], true), (.auto, false, ["CLICOLOR_FORCE": "0"], false),
      (.auto, true, ["CLICOLOR": "0"], false), (.auto, false, ["CLICOLOR": "1"], false),
      (.auto, false, ["CLICOLOR": "0", "CLICOLOR_FORCE": "1"], true), (.auto, true, ["TERM": "dumb"], false),
      (.auto, false, ["TERM": "dumb", "FORCE_COLOR": "1"], true), (.auto, true, ["TERM": "xterm"], true),
    ] as [(ColorChoice, Bool, [String: String], Bool)])
  func decidesOnColour(choice: ColorChoice, isTerminal: Bool, environment: [String: String], expected: Bool) {
    #expect(choice.appliesColor(isTerminal: isTerminal, environment: { environment[$0] }) == expected)
  }

  @Test func alwaysHasAWidth() {
    #expect(Terminal.width(.output) > 0)
  }
}
