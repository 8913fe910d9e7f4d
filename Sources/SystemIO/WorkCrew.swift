/// The threads of one ``OrderedWork``, and what they share.
///
/// Nobody holds the source and the sink at once, and `progress` is only held for moments: a thread that waits for input keeps nobody
/// from delivering. The outcome that is due is always in the hands of a thread that waits for nothing, so there is
/// no deadlock.
final class WorkCrew<Source: WorkSource & ~Copyable, W: Worker & ~Copyable, Sink: OutcomeSink & ~Copyable>: Sendable
where W.Input == Source.Input, Sink.Outcome == W.Outcome {
  private struct Inputs: ~Copyable, Sendable {
    /// Taken from the source before the crew was there.
    var first: Source.Input?
    var source: Source
    var isExhausted = false
    /// Threads that were started, the first included.
    var threads = 1

    mutating func next() -> Source.Input? { first.take() ?? source.next() }
  }

  /// How far the work is.
  private struct Progress: Sendable {
    /// How many inputs were taken; they are numbered from 0 in their order.
    var taken = 0
    /// The number of the outcome that is delivered next.
    var due = 0
    /// Outcomes that were not delivered yet, by their number, and their weight.
    var early: [Int: Sink.Outcome] = [:]
    var weight = 0
    /// Whether a thread is delivering. It looks for more before it stops.
    var isDelivering = false
    /// Threads that are not done.
    var working = 1
    /// Whether the sink wants no more.
    var isStopped = false

    var hasRoom: Bool { taken - due < OrderedWork.window && weight < OrderedWork.weightLimit }

    /// Takes out the outcomes that can be delivered now.
    mutating func takeReady() -> [Sink.Outcome] {
      var ready: [Sink.Outcome] = []
      while !isStopped, let outcome = early.removeValue(forKey: due) {
        due += 1
        weight -= outcome.weight
        ready.append(outcome)
      }
      return ready
    }
  }

  private let inputs: Monitor<Inputs>
  private let sink: Monitor<Sink?>
  private let progress = Monitor(Progress())
  private let limit: Int
  private let makeWorker: @Sendable () -> W

  /// - Parameter first: The input that `source` gave last.
  init(
    _ first: Source.Input, _ source: consuming sending Source, threads limit: Int, into sink: consuming sending Sink,
    _ makeWorker: @escaping @Sendable () -> W
  ) {
    inputs = Monitor(Inputs(first: first, source: source))
    self.sink = Monitor(sink)
    self.limit = limit
    self.makeWorker = makeWorker
  }

  /// What each thread does, with a worker of its own.
  func work(_ worker: consuming W) {
    while let (number, input) = takeInput() {
      deliver(worker.outcome(of: input), number)
    }
    progress.withLock { $0.working -= 1 }
  }

  /// Waits until all threads are done and gives back the sink. Called once, at the end.
  func finish() -> Sink {
    progress.wait(until: { $0.working == 0 }, { _ in })
    guard let sink = sink.withLock({ $0.take() }) else { preconditionFailure("finished twice") }
    return sink
  }

  private func takeInput() -> (number: Int, input: Source.Input)? {
    var isForMore = false
    let taken = inputs.withLock { inputs -> (Int, Source.Input)? in
      guard !inputs.isExhausted, let number = takeNumber() else { return nil }
      guard let input = inputs.next() else {
        inputs.isExhausted = true
        return nil
      }
      isForMore = inputs.threads < limit && inputs.source.hasMore
      if isForMore { inputs.threads += 1 }
      return (number, input)
    }
    if isForMore { startThread() }
    return taken
  }

  /// The number of the next input, as soon as there is room for its outcome; nil when no more is wanted.
  private func takeNumber() -> Int? {
    progress.wait(until: { $0.hasRoom || $0.isStopped }) { progress in
      guard !progress.isStopped else { return nil }
      defer { progress.taken += 1 }
      return progress.taken
    }
  }

  private func startThread() {
    progress.withLock { $0.working += 1 }
    do throws(Platform.Failure) {
      try Platform.startThread { self.work(self.makeWorker()) }
    } catch {
      // The work is done with fewer threads.
      progress.withLock { $0.working -= 1 }
    }
  }

  private func deliver(_ outcome: Sink.Outcome, _ number: Int) {
    var ready = progress.withLock { progress in
      progress.early[number] = outcome
      progress.weight += outcome.weight
      guard !progress.isDelivering else { return [Sink.Outcome]() }
      let ready = progress.takeReady()
      progress.isDelivering = !ready.isEmpty
      return ready
    }
    while !ready.isEmpty {
      stop(unless: sink.withLock { sink in ready.allSatisfy { sink?.take($0) ?? false } })
      ready = progress.withLock { $0.takeReady() }
      guard ready.isEmpty else { continue }
      stop(unless: sink.withLock { $0?.rest() ?? false })
      ready = progress.withLock { progress in
        let ready = progress.takeReady()
        progress.isDelivering = !ready.isEmpty
        return ready
      }
    }
  }

  private func stop(unless isMoreWanted: Bool) {
    if !isMoreWanted { progress.withLock { $0.isStopped = true } }
  }
}
