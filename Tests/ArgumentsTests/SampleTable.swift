@testable import Arguments

/// A small tree of commands with every kind of row, for the tests of this target.
enum Sample {
  enum Shade: String, ArgumentChoice { case light, medium, dark }

  /// A value type with words of its own: `WIDTHxHEIGHT`.
  struct Size: ArgumentValue, Equatable {
    var width: Int
    var height: Int

    static func parse(_ text: String) throws(InvalidValue) -> Size {
      let sides = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
      guard sides.count == 2, let width = sides[0], let height = sides[1] else {
        throw InvalidValue(text, expected: "WIDTHxHEIGHT, such as '640x480'")
      }
      return Size(width: width, height: height)
    }

    var argumentText: String { "\(width)x\(height)" }
  }

  enum Paint {
    static let files = Positional<[String]>(
      "FILE", default: ["."], help: "Pictures; '-' reads standard input.", complete: .files("png", "svg"))
    static let shade = Option<Shade>("shade", short: "s", value: "SHADE", default: .medium, help: "How dark to paint.")
    static let size = Option<Size?>("size", value: "SIZE", help: "Size of the picture.")
    static let colors = Option<[String]>(
      "colors", short: "c", value: "LIST", separator: ",", default: ["red", "blue"], help: "Colours to use in turn.")
    static let layers = Option<[Shade]>("layer", value: "SHADE", separator: ",", help: "Paint a layer.")
    static let coats = Option<Int>("coats", value: "N", in: 1...9, default: 2, help: "How often to paint.")
    static let limit = Option<Int?>("limit", value: "N", in: 0...Int.max, help: "Stop after N pictures.")
    static let output = Option<String?>("output", short: "o", value: "FILE", help: "Write there.", complete: .files())
    static let quiet = Flag("quiet", short: "q", help: "Say nothing.")
    static let verbose = Flag(
      "verbose", short: "v",
      help: "Say what is done, picture by picture and coat by coat, with the time that each of them took to dry.")
  }

  enum Show {
    static let name = Positional<String>("NAME", help: "What to show.")
    static let part = Positional<Shade?>("PART", help: "Which part.")
    static let key = Option<String>("key", value: "KEY", help: "It does not open without.")
  }

  static let paint = Command(
    "paint", summary: "Paint pictures.",
    discussion: [
      "Pictures are painted in the order given, and a picture that is given twice is painted twice as well."
    ],
    positionals: [Paint.files.shape],
    options: [
      OptionGroup("Colour", Paint.shade.shape, Paint.colors.shape, Paint.layers.shape),
      OptionGroup(
        "Work", Paint.size.shape, Paint.coats.shape, Paint.limit.shape, Paint.output.shape, Paint.quiet.shape,
        Paint.verbose.shape),
    ],
    exclusive: [[Paint.quiet.shape, Paint.verbose.shape]],
    examples: [.init("studio paint -s dark fence.png", "Paints the fence dark.")], action: { _ in 1 })

  static let root = Command(
    "studio", summary: "Paint and look at pictures.", fileCommand: "paint",
    commands: [
      paint,
      Command(
        "gallery", summary: "Look at pictures.",
        commands: [
          Command("list", summary: "List them.", action: { _ in 2 }),
          Command(
            "show", summary: "Show one.", positionals: [Show.name.shape, Show.part.shape],
            options: [OptionGroup("Lock", Show.key.shape)],
            action: { _ in 3 }),
        ]),
    ])

  /// The arguments that `line`, split at spaces, gives to the command it runs.
  static func parsed(_ line: String) throws -> ParsedArguments {
    guard case .run(_, let parsed, _) = try root.parse(words(line)) else { throw Unexpected() }
    return parsed
  }

  /// The error that `line` ends with.
  static func error(_ line: String) throws -> ArgumentError {
    do throws(ArgumentError) {
      _ = try root.parse(words(line))
    } catch {
      return error
    }
    throw Unexpected()
  }

  static func words(_ line: String) -> [String] { line.split(separator: " ").map(String.init) }

  struct Unexpected: Error {}
}
