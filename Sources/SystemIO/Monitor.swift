/// A value that threads share: one at a time has it, and can wait until another has changed it.
///
/// `@unchecked Sendable`, because `value` and `waiting` are touched only by the holder of the lock of `condition`. The
/// lock is one of the system, and not `Mutex`, because the thread sanitizer knows it and so sees what is not locked.
final class Monitor<Value: ~Copyable & Sendable>: @unchecked Sendable {
  private let condition = Platform.Condition()
  private var value: Value
  /// Threads in ``wait(until:_:)``: while there are none, nobody is woken.
  private var waiting = 0

  init(_ value: consuming Value) { self.value = value }

  /// Lends the value to `body`, which must not come back to this monitor, and has those that wait look at it again.
  func withLock<R: ~Copyable>(_ body: (inout Value) -> R) -> R {
    condition.lock()
    defer {
      if waiting > 0 { condition.wakeAll() }
      condition.unlock()
    }
    return body(&value)
  }

  /// Waits until `isReady` says so, and then lends the value to `body`.
  func wait<R>(until isReady: (borrowing Value) -> Bool, _ body: (inout Value) -> R) -> R {
    condition.lock()
    defer { condition.unlock() }
    waiting += 1
    while !isReady(value) { condition.wait() }
    waiting -= 1
    return body(&value)
  }
}
