import SystemIO

occupyStandardStreams()
exitProcess(Program.run(Array(CommandLine.arguments.dropFirst())))
