import Testing

@testable import Arguments

@Suite struct ParsingTests {
  typealias Paint = Sample.Paint

  @Test func givesDefaultsWhereNothingIsGiven() throws {
    let parsed = try Sample.parsed("paint")
    #expect(parsed[Paint.shade] == .medium)
    #expect(parsed[Paint.size] == nil)
    #expect(parsed[Paint.colors] == ["red", "blue"])
    #expect(parsed[Paint.layers] == [])
    #expect(parsed[Paint.coats] == 2)
    #expect(parsed[Paint.limit] == nil)
    #expect(parsed[Paint.quiet] == false)
    #expect(parsed[Paint.files] == ["."])
    #expect(!parsed.isGiven(Paint.shade.shape))
  }

  @Test(arguments: [
    "--shade dark --output a.png --quiet", "--shade=dark --output=a.png --quiet", "-s dark -o a.png -q",
    "-qsdark -oa.png",
    "-q -s=dark -o=a.png", "-qo a.png -sdark",
  ])
  func readsEveryWayToWriteAnOption(line: String) throws {
    let parsed = try Sample.parsed("paint " + line)
    #expect(parsed[Paint.shade] == .dark)
    #expect(parsed[Paint.output] == "a.png")
    #expect(parsed[Paint.quiet])
    #expect(parsed.isGiven(Paint.shade.shape))
    #expect(parsed[Paint.files] == ["."])
  }

  @Test func takesOptionsBehindPositionals() throws {
    let parsed = try Sample.parsed("paint a --coats 3 b -q - c")
    #expect(parsed[Paint.files] == ["a", "b", "-", "c"])
    #expect(parsed[Paint.coats] == 3)
  }

  @Test func takesAllBehindTwoDashesForPositionals() throws {
    let parsed = try Sample.parsed("paint -q -- -o --help -- x")
    #expect(parsed[Paint.files] == ["-o", "--help", "--", "x"])
    #expect(parsed[Paint.output] == nil)
  }

  @Test func joinsRepeatedLists() throws {
    let parsed = try Sample.parsed("paint -c red,green --colors=blue --layer dark --layer light,medium")
    #expect(parsed[Paint.colors] == ["red", "green", "blue"])
    #expect(parsed[Paint.layers] == [.dark, .light, .medium])
  }

  @Test func takesAFlagGivenTwiceForOne() throws {
    #expect(try Sample.parsed("paint -qq --quiet")[Paint.quiet])
  }

  @Test func readsValuesOfTypesOfTheProgram() throws {
    #expect(try Sample.parsed("paint --size 640x480")[Paint.size] == Sample.Size(width: 640, height: 480))
  }

  @Test func keepsEqualSignsInValues() throws {
    #expect(try Sample.parsed("paint --output=a=b")[Paint.output] == "a=b")
    #expect(try Sample.parsed("paint --output a=b")[Paint.output] == "a=b")
  }

  @Test func takesADashAndAValueWithADashAfterAnEqualSign() throws {
    #expect(try Sample.parsed("paint --output -")[Paint.output] == "-")
    #expect(try Sample.parsed("paint --output=-x")[Paint.output] == "-x")
    #expect(try Sample.parsed("paint -o-x")[Paint.output] == "-x")
  }

  @Test func findsCommandsInGroups() throws {
    guard
      case .run(let action, let parsed, path: ["gallery", "show"]) = try Sample.root.parse(
        Sample.words("gallery show --key k fence dark"))
    else { throw Sample.Unexpected() }
    #expect(action(parsed) == 3)
    #expect(parsed[Sample.Show.name] == "fence")
    #expect(parsed[Sample.Show.part] == .dark)
    #expect(parsed[Sample.Show.key] == "k")
  }

  @Test(arguments: ["--version", "-V"]) func asksForTheVersionAtTheRoot(word: String) throws {
    guard case .version = try Sample.root.parse([word]) else { throw Sample.Unexpected() }
  }

  @Test(arguments: [
    ("--help", "usage: studio COMMAND"), ("-h", "usage: studio COMMAND"), ("help", "usage: studio COMMAND"),
    ("help paint", "usage: studio paint"), ("help gallery show", "usage: studio gallery show"),
    ("gallery --help", "usage: studio gallery COMMAND"), ("gallery help list", "usage: studio gallery list"),
    ("gallery list -h", "usage: studio gallery list"), ("paint a b --help", "usage: studio paint"),
    ("paint --nonsense --help", "usage: studio paint"), ("paint --coats 77 -qh", "usage: studio paint"),
  ])
  func printsHelpAtEveryLevel(line: String, usage: String) throws {
    guard case .help(let text) = try Sample.root.parse(Sample.words(line)) else { throw Sample.Unexpected() }
    #expect(text.contains(usage))
  }
}
