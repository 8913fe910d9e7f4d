/// A moment, in seconds since 1970 (UTC).
package struct Timestamp: Equatable, Sendable {
  package let seconds: Int

  package init(_ seconds: Int) { self.seconds = seconds }

  /// The day in UTC: `2026-08-01`. For years from 0 to 9999; the seconds are clamped to them.
  ///
  /// Years are counted from March on, so that the day that comes and goes is the last one; an era is the 400 years after
  /// which the calendar repeats (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms").
  package var day: String {
    let days = min(max(seconds, -62_167_219_200), 253_402_300_799).flooredQuotient(86_400) + 719_468
    let era = days.flooredQuotient(146_097)
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return [(year, 4), (month, 2), (dayOfYear - (153 * marchMonth + 2) / 5 + 1, 2)].map { number, width in
      String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
    }.joined(separator: "-")
  }
}

extension Int {
  /// The quotient rounded down, also below zero.
  fileprivate func flooredQuotient(_ divisor: Int) -> Int {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
