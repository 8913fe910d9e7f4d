import SystemIO

occupyStandardStreams()
// Servers close connections whenever they like.
ignoreClosedReaders()
exitProcess(StudioProgram.run(Array(CommandLine.arguments.dropFirst())))
