/// Whoever lends the bytes of an input that may be larger than memory should get.
///
/// Readers say what they have behind them, and the lender may then drop it from memory. It can be read again all the same, at
/// the price of being fetched again: what is given back is a matter of memory, never of correctness.
public final class InputLender: Sendable {
  /// How many bytes a reader passes before it gives some back.
  let stride: Int
  private let takeBack: @Sendable (Range<Int>) -> Void

  /// - Parameters:
  ///   - stride: How many bytes a reader passes, at least 1, before it gives some back.
  ///   - takeBack: Takes 0-based bytes of the input that a reader has passed; called by the thread that reads. Bytes may be given
  ///     back more than once.
  public init(stride: Int = 1 << 20, _ takeBack: @escaping @Sendable (Range<Int>) -> Void) {
    self.stride = stride
    self.takeBack = takeBack
  }

  /// How many bytes right behind it a reader keeps: the token at hand, which will be looked at again.
  var margin: Int { stride / 16 }

  /// How many bytes before those passed a reader gives back once more: what others looked at again meanwhile.
  var lookback: Int { stride * 2 }

  func take(_ range: Range<Int>) { takeBack(range) }
}
