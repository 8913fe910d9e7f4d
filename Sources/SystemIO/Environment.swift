/// What surrounds the process.
package enum Environment {
  /// The value of an environment variable; nil where it is not set.
  package static subscript(_ name: String) -> String? { Platform.environmentValue(name) }

  /// The absolute path of the working directory; nil where it was removed.
  package static var currentDirectory: String? { Platform.currentDirectory }

  /// Seconds since 1970 (UTC), as far as the system's clock is right.
  package static var secondsSince1970: Int { Platform.wallClockSeconds }

  /// The time of day where the user is: `14:03:22`.
  package static var timeOfDay: String {
    let (hour, minute, second) = Platform.timeOfDay
    return [hour, minute, second].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }

  /// How many processors there are to use, at least one.
  package static var processorCount: Int { Platform.processorCount }
}

/// Measures time on a clock that never goes back.
package struct Stopwatch: Sendable {
  private let start = Platform.monotonicNanoseconds

  package init() {}

  /// Nanoseconds since the stopwatch was made.
  package var nanoseconds: UInt64 { Platform.monotonicNanoseconds - start }
}

/// Measures the processors' work for this process, in all of its threads; time in which it waits or others run does not count.
package struct WorkMeter: Sendable {
  private let start = Platform.processorNanoseconds

  package init() {}

  /// Nanoseconds of work since the meter was made.
  package var nanoseconds: UInt64 { Platform.processorNanoseconds - start }
}
