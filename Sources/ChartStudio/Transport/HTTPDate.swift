import Foundation

/// Dates of HTTP header fields (RFC 9110, section 5.6.7).
enum HTTPDate {
  /// The one that is sent, and the two that older servers send: RFC 850, and C's asctime.
  private static let formats = [
    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", "EEEE, dd-MMM-yy HH:mm:ss 'GMT'", "EEE MMM d HH:mm:ss yyyy",
  ]

  /// The moment that a field names; nil for what is no date.
  static func date(_ field: String) -> Date? {
    let parser = DateFormatter()
    parser.locale = Locale(identifier: "en_US_POSIX")
    parser.timeZone = TimeZone(secondsFromGMT: 0)
    let text = field.split(separator: " ").joined(separator: " ")
    for format in formats {
      parser.dateFormat = format
      if let date = parser.date(from: text) { return date }
    }
    return nil
  }
}
