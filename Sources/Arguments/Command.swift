/// A command: the table from which its parser, help, completions and reference are made.
///
/// A command either does something, and then carries an action and takes arguments, or is a group of commands. Parsing hands the
/// action back.
package struct Command: Sendable {
  /// What a command does with its arguments, and the exit code with which the process then ends.
  package typealias Action = @Sendable (ParsedArguments) -> Int32

  /// What a command is made of.
  package enum Content: Sendable {
    case leaf(Leaf)
    case group([Command])
  }

  /// A command that does something.
  ///
  /// Its rows are made each time they are asked for: a program starts without the rows of the commands that it does not run.
  package struct Leaf: Sendable {
    package let action: Action
    fileprivate let makePositionals: @Sendable () -> [ArgumentShape]
    fileprivate let makeOptions: @Sendable () -> [OptionGroup]
    fileprivate let makeExclusive: @Sendable () -> [[ArgumentShape]]

    package var positionals: [ArgumentShape] { makePositionals() }
    package var options: [OptionGroup] { makeOptions() }
    /// Sets of options of which at most one may be given.
    package var exclusive: [[ArgumentShape]] { makeExclusive() }
  }

  package let name: String
  /// One sentence with a full stop; lists of commands show it.
  package let summary: String
  /// Paragraphs that help shows below the usage.
  package var discussion: [String] { makeDiscussion() }
  /// Command lines and what they do, which help shows at the end.
  package var examples: [Example] { makeExamples() }
  package let content: Content
  /// See the group's initialiser.
  let fileCommand: String?
  // Made only where help is shown, as the rows of a leaf.
  private let makeDiscussion: @Sendable () -> [String]
  private let makeExamples: @Sendable () -> [Example]

  /// A command line and what it does.
  package struct Example: Sendable {
    package let line: String
    package let meaning: String

    package init(_ line: String, _ meaning: String) {
      self.line = line
      self.meaning = meaning
    }
  }

  /// A command that does something.
  ///
  /// Names and letters of the rows are unique, and a positional that takes all that are left stands last; debug builds
  /// check it.
  package init(
    _ name: String, summary: String, discussion: @autoclosure @escaping @Sendable () -> [String] = [],
    positionals: @autoclosure @escaping @Sendable () -> [ArgumentShape] = [],
    options: @autoclosure @escaping @Sendable () -> [OptionGroup] = [],
    exclusive: @autoclosure @escaping @Sendable () -> [[ArgumentShape]] = [],
    examples: @autoclosure @escaping @Sendable () -> [Example] = [],
    action: @escaping Action
  ) {
    self.name = name
    self.summary = summary
    makeDiscussion = discussion
    makeExamples = examples
    fileCommand = nil
    content = .leaf(
      Leaf(action: action, makePositionals: positionals, makeOptions: options, makeExclusive: exclusive))
    assert(tableIsSound, "the table of '\(name)' names something twice, or something follows a list of positionals")
  }

  /// A group of commands.
  ///
  /// - Parameter fileCommand: The command of the group that is meant where the name of a file stands for a command; the error
  ///   says so.
  package init(
    _ name: String, summary: String, discussion: @autoclosure @escaping @Sendable () -> [String] = [],
    examples: @autoclosure @escaping @Sendable () -> [Example] = [], fileCommand: String? = nil, commands: [Command]
  ) {
    self.fileCommand = fileCommand
    self.name = name
    self.summary = summary
    makeDiscussion = discussion
    makeExamples = examples
    content = .group(commands)
    assert(Set(commands.map(\.name)).count == commands.count, "the group '\(name)' names a command twice")
  }

  /// The commands of a group; none for others.
  package var commands: [Command] { if case .group(let commands) = content { commands } else { [] } }

  /// The options of a command in the order of its table, without `--help` and `--version`.
  package var options: [ArgumentShape] {
    guard case .leaf(let leaf) = content else { return [] }
    return leaf.options.flatMap { $0.rows }
  }

  /// The positionals of a command, in order.
  package var positionals: [ArgumentShape] {
    guard case .leaf(let leaf) = content else { return [] }
    return leaf.positionals
  }

  private var tableIsSound: Bool {
    let named = options + [Flag.help.shape]
    let letters = named.compactMap(\.short)
    let names = named.map(\.name)
    let places = positionals.map(\.name)
    return Set(names).count == names.count && Set(letters).count == letters.count && Set(places).count == places.count
      && !positionals.dropLast().contains(where: \.isList)
  }
}
