/// Where work comes from. Asked by one thread at a time, in order.
package protocol WorkSource: ~Copyable, Sendable {
  associatedtype Input: Sendable
  /// The next input; nil at the end. It may block: outcomes are delivered all the same.
  mutating func next() -> Input?
  /// Whether another thread would have something to do. It does not block, and so may be wrong.
  var hasMore: Bool { get }
}

/// Does one piece of work after the other. Each thread has its own, so it can keep buffers.
package protocol Worker: ~Copyable, SendableMetatype {
  associatedtype Input: Sendable
  associatedtype Outcome: WorkOutcome
  mutating func outcome(of input: Input) -> Outcome
}

/// What a piece of work came to.
package protocol WorkOutcome: Sendable {
  /// How much memory it takes while it waits for its turn, in a unit of which ``OrderedWork/weightLimit`` are too many; 0 for next
  /// to nothing.
  var weight: Int { get }
}

/// Takes outcomes in the order of the inputs, from one thread at a time.
package protocol OutcomeSink: ~Copyable, Sendable {
  associatedtype Outcome: WorkOutcome
  /// - Returns: Whether more is wanted. If not, nothing else is delivered and the work ends soon.
  mutating func take(_ outcome: Outcome) -> Bool
  /// Called when the next outcome is not there yet: the time to send off what was collected.
  ///
  /// - Returns: Whether more is wanted.
  mutating func rest() -> Bool
}

extension OutcomeSink where Self: ~Copyable {
  package mutating func rest() -> Bool { true }
}

/// Work on one input after the other in several threads, whose outcomes are delivered in the order of the inputs.
///
/// Each thread takes an input, works on it and, where its outcome is the one that is due, delivers that and all that are
/// ready behind it. So no outcome waits for a thread that is busy or waits for input. Outcomes that are early are kept, but no more
/// than ``window`` of them, or a weight of about ``weightLimit``: memory does not grow with the number of inputs.
package enum OrderedWork {
  /// How many inputs may be taken before the outcome of the first of them is delivered.
  static let window = 1024
  /// The weight of early outcomes at which no more inputs are taken until the outcome that is due is there.
  static let weightLimit = 20_000

  /// Works on all that `source` gives, and gives `sink` back.
  ///
  /// The calling thread works too, and alone until there is an input for another: a single input needs no threads, no locks, and
  /// nobody to ask how many threads there may be. The others are started one by one while there are inputs for them.
  ///
  /// - Parameters:
  ///   - threads: How many threads work at most, the calling one included. Asked when there is work for a second one.
  ///   - makeWorker: Called once in each thread.
  package static func run<Source: WorkSource & ~Copyable, W: Worker & ~Copyable, Sink: OutcomeSink & ~Copyable>(
    _ source: consuming sending Source, threads: @autoclosure () -> Int, into sink: consuming sending Sink,
    _ makeWorker: @escaping @Sendable () -> W
  ) -> Sink where W.Input == Source.Input, Sink.Outcome == W.Outcome {
    var worker = makeWorker()
    var staysAlone = false
    while let input = source.next() {
      if !staysAlone, source.hasMore {
        let limit = threads()
        if limit > 1 {
          let crew = WorkCrew(input, source, threads: limit, into: sink, makeWorker)
          crew.work(worker)
          return crew.finish()
        }
        staysAlone = true
      }
      guard sink.take(worker.outcome(of: input)), sink.rest() else { break }
    }
    return sink
  }
}
