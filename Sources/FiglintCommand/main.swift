import SystemIO

exitProcess(Program.run(Array(CommandLine.arguments.dropFirst())).rawValue)
