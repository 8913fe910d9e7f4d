// swift-tools-version: 6.2
import PackageDescription

// Targets are layers; imports point downwards only. CONTRIBUTING.md says what belongs where.

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  // Types such as `[RuleID]` are put together when they are first used. From a mangled name, which is the smaller code, that takes
  // three times as long as through the functions that are called now, and a check of one file uses a hundred of them.
  .unsafeFlags(
    ["-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors"],
    .when(platforms: [.linux], configuration: .release)),
]

func layer(_ name: String, _ dependencies: [String] = []) -> Target {
  .target(name: name, dependencies: dependencies.map { .byName(name: $0) }, swiftSettings: strict)
}

/// What tests of several layers share. Targets of tests, so that whoever only builds the package has none of it.
func support(_ name: String, _ dependencies: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: dependencies.map { .byName(name: $0) }, path: "Tests/\(name)", swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [String]) -> Target {
  .testTarget(name: name, dependencies: dependencies.map { .byName(name: $0) }, swiftSettings: strict)
}

let package = Package(
  name: "figlint",
  products: [
    .library(name: "Figlint", targets: ["Figlint"]),
    .library(name: "ChartStudio", targets: ["ChartStudio", "ChartStudioUpload"]),
    .executable(name: "figlint", targets: ["FiglintCommand"]),
    .executable(name: "figlint-studio", targets: ["FiglintStudioCommand"]),
  ],
  targets: [
    // Level 0: bytes, files, the command line. They know nothing of plotly.
    .target(name: "CVector"),
    layer("JSONCore", ["CVector"]),
    layer("SystemIO"),
    layer("Arguments"),
    layer("Inflation"),
    .target(name: "CSchemaSnapshots"),
    .target(name: "CReportPage", exclude: ["page.css", "page.html", "page.js"]),
    .target(name: "CProgramStart"),
    // Level 1: what is found, and the compiled schema it is found with.
    layer("Diagnostics", ["JSONCore"]),
    layer("ValidationTree", ["JSONCore"]),
    // Level 2: plot-schema.json as a model; the walk of a figure; what is where in which version.
    layer("PlotSchema", ["JSONCore"]),
    layer("FigureValidator", ["JSONCore", "ValidationTree", "Diagnostics"]),
    layer("SchemaHistory", ["JSONCore", "ValidationTree"]),
    // Level 3: schema to tree, rules and their words, reports.
    layer("SchemaCompiler", ["JSONCore", "ValidationTree", "PlotSchema", "CSchemaSnapshots"]),
    layer("LintRules", ["JSONCore", "ValidationTree", "Diagnostics", "FigureValidator", "CSchemaSnapshots"]),
    layer("Reporters", ["JSONCore", "Diagnostics", "CReportPage"]),
    layer("SchemaExport", ["JSONCore", "ValidationTree", "FigureValidator", "SchemaHistory"]),
    layer("EmbeddedFigures", ["JSONCore", "FigureValidator"]),
    // Level 4: what other programs import.
    layer(
      "Figlint",
      [
        "JSONCore", "ValidationTree", "PlotSchema", "Diagnostics", "FigureValidator", "SchemaCompiler", "LintRules",
        "EmbeddedFigures",
      ]),
    // figlint.json and baselines, for commands; the library does without.
    layer("Configuration", ["JSONCore", "SystemIO", "Arguments", "Diagnostics", "LintRules"]),
    layer("SchemaStore", ["JSONCore", "SystemIO", "ValidationTree", "PlotSchema", "SchemaCompiler"]),
    // With Foundation, as no other but what is built on it. It knows nothing of figures, so that it is compiled beside the layers that do.
    layer("ChartStudio", ["JSONCore"]),
    // What is checked before it is sent.
    layer("ChartStudioUpload", ["ChartStudio", "Figlint", "JSONCore", "SchemaCompiler", "ValidationTree"]),
    // Level 5: what the executables share.
    layer("CommandCore", ["JSONCore", "SystemIO", "Arguments", "SchemaStore"]),
    layer(
      "NetworkCommands",
      ["JSONCore", "Arguments", "SystemIO", "SchemaCompiler", "SchemaStore", "ValidationTree", "CommandCore"]),
    // Level 6: the commands. Its module is not called `figlint`, because file systems that ignore case
    // could not tell its build products from those of the library `Figlint`.
    .executableTarget(
      name: "FiglintCommand",
      dependencies: [
        "JSONCore", "SystemIO", "Arguments", "Inflation", "Diagnostics", "ValidationTree", "FigureValidator",
        "PlotSchema",
        "SchemaCompiler", "SchemaHistory", "SchemaStore", "SchemaExport", "LintRules", "Reporters", "Figlint",
        "Configuration", "CommandCore", "NetworkCommands", "CProgramStart",
      ],
      swiftSettings: strict,
      linkerSettings: [
        // A static executable starts in a fifth of the time. Nothing for users of the library: the flags
        // are not in that product's graph.
        .unsafeFlags(["-static-executable"], .when(platforms: [.linux])),
        // Linkers (gold, lld) fill a mapping of their output, which leaves it in the page cache as single pages. Written in one go it
        // lies there in larger pieces, as after a copy or a download, and every fault of a start is cheaper.
        .unsafeFlags(["-Xlinker", "--no-mmap-output-file"], .when(platforms: [.linux])),
      ]),
    // What needs a network, and so Foundation, which alone takes longer to start than most checks. `figlint` starts it.
    .executableTarget(
      name: "FiglintStudioCommand",
      dependencies: [
        "JSONCore", "SystemIO", "Arguments", "SchemaStore", "Reporters", "Figlint", "ChartStudio", "ChartStudioUpload",
        "CommandCore", "NetworkCommands",
      ],
      swiftSettings: strict),
    support("TestSupport"),
    support("LoopbackServer"),
    support("StudioDouble", ["LoopbackServer", "JSONCore"]),
    tests("JSONCoreTests", ["JSONCore", "TestSupport"]),
    tests("FigureValidatorTests", ["FigureValidator", "ValidationTree", "JSONCore", "TestSupport"]),
    tests(
      "FiglintTests",
      [
        "Figlint", "FigureValidator", "Diagnostics", "LintRules", "SchemaCompiler", "ValidationTree", "JSONCore",
        "TestSupport",
      ]),
    tests("CorpusTests", ["Figlint", "FigureValidator", "Diagnostics", "LintRules", "JSONCore", "TestSupport"]),
    tests("ReportersTests", ["Reporters", "Diagnostics", "JSONCore", "TestSupport"]),
    tests("ValidationTreeTests", ["JSONCore", "ValidationTree", "PlotSchema", "SchemaCompiler", "TestSupport"]),
    tests("SchemaTests", ["JSONCore", "ValidationTree", "PlotSchema", "SchemaCompiler", "TestSupport"]),
    tests(
      "LintRulesTests",
      ["LintRules", "FigureValidator", "ValidationTree", "SchemaCompiler", "Diagnostics", "JSONCore", "TestSupport"]),
    tests(
      "SchemaHistoryTests",
      ["SchemaHistory", "JSONCore", "ValidationTree", "PlotSchema", "SchemaCompiler", "TestSupport"]),
    tests(
      "SchemaStoreTests",
      ["SchemaStore", "SchemaCompiler", "PlotSchema", "ValidationTree", "SystemIO", "JSONCore", "TestSupport"]),
    tests(
      "ChartStudioTests",
      ["ChartStudio", "ChartStudioUpload", "Figlint", "JSONCore", "LoopbackServer", "StudioDouble", "TestSupport"]),
    tests("SystemIOTests", ["SystemIO", "TestSupport"]),
    tests("ArgumentsTests", ["Arguments", "TestSupport"]),
    tests("InflationTests", ["Inflation", "TestSupport"]),
    // Runs the executable. It does not depend on it, since its linker flag would become one of the tests; `swift test` builds
    // all targets.
    tests("CommandTests", ["TestSupport", "LoopbackServer", "StudioDouble"]),
  ],
  cLanguageStandard: .c2x
)

// Nobody who builds figlint pays for its benchmarks: `Benchmarks/run` sets the variable.
if Context.environment["FIGLINT_BENCHMARKS"] != nil {
  package.targets.append(
    .executableTarget(
      name: "Throughput",
      dependencies: [
        "JSONCore", "SystemIO", "ValidationTree", "PlotSchema", "SchemaCompiler", "FigureValidator", "LintRules",
        "Figlint",
      ],
      path: "Benchmarks/Throughput", swiftSettings: strict))
}
