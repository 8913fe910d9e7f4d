// Console, exit codes and failures are the vocabulary of all commands.
@_exported import CommandCore
