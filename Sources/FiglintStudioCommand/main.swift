import SystemIO

occupyStandardStreams()
exitProcess(StudioProgram.run(Array(CommandLine.arguments.dropFirst())))
