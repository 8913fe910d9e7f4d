import Testing

@testable import Arguments

@Suite struct ArgumentErrorTests {
  /// What each mistake is answered with: the line, the message and the help.
  @Test(arguments: [
    ("paint --shde dark", "unknown option '--shde'", "did you mean '--shade'?"),
    ("paint --colours=red", "unknown option '--colours'", "did you mean '--colors'?"),
    ("paint --verb", "unknown option '--verb'", "did you mean '--verbose'?"),
    ("paint --zzz", "unknown option '--zzz'", "'studio paint --help' lists the options"),
    (
      "paint -x", "unknown option '-x'",
      "write '-- -x' if it is the name of a file; 'studio paint --help' lists the options"
    ),
    (
      "paint -qx", "unknown option '-x'",
      "write '-- -x' if it is the name of a file; 'studio paint --help' lists the options"
    ),
    (
      "paint -xyz", "unknown option '-xyz'",
      "write '-- -xyz' if it is the name of a file; 'studio paint --help' lists the options"
    ),
    ("--shade dark paint", "unknown option '--shade'", "it belongs to 'paint' and stands behind it"),
    ("--key k", "unknown option '--key'", "it belongs to 'gallery show' and stands behind it"),
    ("--verson", "unknown option '--verson'", "did you mean '--version'?"),
    ("paint -o", "option '-o' needs a value: FILE", "write '-o FILE'"),
    ("paint --output", "option '--output' needs a value: FILE", "write '--output FILE'"),
    ("paint --output=", "option '--output' needs a value: FILE", "write '--output FILE'"),
    (
      "paint --output --quiet", "option '--output' needs a value: FILE",
      "write '--output=--quiet' if '--quiet' is meant to be the FILE"
    ),
    ("paint -o -q", "option '-o' needs a value: FILE", "write '-o-q' if '-q' is meant to be the FILE"),
    ("paint --quiet=yes", "option '--quiet' takes no value, but got 'yes'", "write '--quiet' alone"),
    ("paint --shade darc", "'--shade' does not accept 'darc': use 'light', 'medium' or 'dark'", "did you mean 'dark'?"),
    (
      "paint --shade 5", "'--shade' does not accept '5': use 'light', 'medium' or 'dark'",
      "'studio paint --help' describes it"
    ),
    (
      "paint --layer dark,lite", "'--layer' does not accept 'lite': use 'light', 'medium' or 'dark'",
      "'studio paint --help' describes it"
    ),
    (
      "paint --colors red,", "'--colors' does not accept 'red,': use items that are not empty, divided by ','",
      "'studio paint --help' describes it"
    ),
    (
      "paint --coats 0", "'--coats' does not accept '0': use a whole number from 1 to 9",
      "'studio paint --help' describes it"
    ),
    (
      "paint --coats two", "'--coats' does not accept 'two': use a whole number from 1 to 9",
      "'studio paint --help' describes it"
    ),
    (
      "paint --limit -1", "'--limit' does not accept '-1': use a whole number from 0 on",
      "'studio paint --help' describes it"
    ),
    (
      "paint --size 640", "'--size' does not accept '640': use WIDTHxHEIGHT, such as '640x480'",
      "'studio paint --help' describes it"
    ),
    ("paint -s dark --shade light", "option '--shade' is given twice", "leave one of them out"),
    ("paint -qv", "options '--quiet' and '--verbose' exclude each other", "leave one of them out"),
    ("", "a command is missing", "the commands are 'paint' and 'gallery'; 'studio --help' describes them"),
    ("pant", "unknown command 'pant'", "did you mean 'paint'?"),
    (
      "fence", "unknown command 'fence'", "the commands are 'paint' and 'gallery'; 'studio --help' describes them"
    ),
    ("fence.png", "unknown command 'fence.png'", "did you mean 'studio paint fence.png'?"),
    ("gallery", "a command is missing", "the commands are 'list' and 'show'; 'studio gallery --help' describes them"),
    ("gallery lst", "unknown command 'lst'", "did you mean 'list'?"),
    ("help pant", "unknown command 'pant'", "did you mean 'paint'?"),
    ("help paint more", "unexpected argument 'more'", "'studio paint --help' says what the command takes"),
    ("gallery list more", "unexpected argument 'more'", "'studio gallery list --help' says what the command takes"),
    ("gallery show --key k", "argument 'NAME' is missing", "'studio gallery show --help' describes it"),
    ("gallery show fence", "option '--key KEY' is missing", "'studio gallery show --help' describes it"),
    (
      "gallery show --key k fence pale", "'PART' does not accept 'pale': use 'light', 'medium' or 'dark'",
      "'studio gallery show --help' describes it"
    ),
    ("paint --\u{1B}[31m", "unknown option '--\\u{1B}[31m'", "'studio paint --help' lists the options"),
  ])
  func saysWhatIsWrongAndWhatToDo(line: String, message: String, help: String) throws {
    let error = try Sample.error(line)
    #expect(error.message == message)
    #expect(error.help == help)
  }

  @Test func endsWithTheUsageOfTheCommand() throws {
    let expected = """
      error: unknown option '--shde'
        help: did you mean '--shade'?
      usage: studio paint [OPTION…] [FILE…]
      """
    #expect(try Sample.error("paint --shde").description == expected)
  }

  @Test func cutsLongListsAndCounts() {
    let names = (1...30).map { "name\($0)" }
    let invalid = InvalidValue("x", noneOf: names)
    #expect(invalid.expected.hasSuffix("'name8' or one of 22 more"))
  }
}
