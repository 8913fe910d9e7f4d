/// How often and how long requests are repeated.
public struct RetryPolicy: Sendable {
  /// The delay before the first repetition; each further one is twice as long, up to ``longestDelay``.
  public var firstDelay: Duration = .seconds(1)
  public var longestDelay: Duration = .seconds(16)
  /// All of it, from the first attempt on: no repetition begins later.
  public var limit: Duration = .seconds(180)
  /// The same as ``limit``, as long as no connection to the server came about: a network that is not there does not come soon.
  public var unreachableLimit: Duration = .seconds(4)
  /// Shortens or stretches a delay, so that many clients do not come back at the same moment: a factor from 0.5 to 1.
  package var jitter: @Sendable () -> Double = { Double.random(in: 0.5...1) }
  package var sleep: @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }

  public init() {}

  /// Every request is sent once.
  public static var none: RetryPolicy {
    var policy = RetryPolicy()
    policy.limit = .zero
    policy.unreachableLimit = .zero
    return policy
  }

  /// The delay before repetition `number` (1-based): what the server asks for, else exponential.
  func delay(before number: Int, asked: Duration?) -> Duration {
    if let asked { return asked }
    let growth = firstDelay * (1 << min(number - 1, 20))
    return min(growth, longestDelay) * jitter()
  }
}

extension Duration {
  fileprivate static func * (duration: Duration, factor: Double) -> Duration {
    .nanoseconds(Int64((duration / .nanoseconds(1)) * factor))
  }
}
