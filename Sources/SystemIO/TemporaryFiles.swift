import Synchronization

/// The temporary files of this process, which are removed when a signal ends it.
///
/// The signal handler can take no lock and allocate nothing, so the paths lie in a fixed number of slots, each the address of a C
/// string or 0. Whoever exchanges an address for 0 owns the string: a handler that comes while a slot is given up never
/// sees memory that was freed. With all slots taken, a file is merely not registered.
struct TemporaryFiles: ~Copyable, Sendable {
  private static let shared = TemporaryFiles()
  private let slots: [Slot]

  private final class Slot: Sendable {
    let path = Atomic<UInt>(0)
  }

  private init() {
    slots = (0..<64).map { _ in Slot() }
  }

  /// Makes the slots, so that a handler finds them: one that came in the midst of making them would wait for itself.
  static func prepare() { _ = shared.slots.count }

  /// Removes all registered files. Safe in a signal handler after ``prepare()``.
  static func removeAll() {
    for slot in shared.slots {
      let path = slot.path.exchange(0, ordering: .acquiringAndReleasing)
      if path != 0 { Platform.removeFile(pathAt: path) }
    }
  }

  /// Registers a file that is about to be made; the result is what ``forget(_:)`` takes.
  static func register(_ path: String) -> Int? {
    Termination.isHandled
    let address = Platform.copy(path)
    for (index, slot) in shared.slots.enumerated()
    where slot.path.compareExchange(expected: 0, desired: address, ordering: .acquiringAndReleasing).exchanged {
      return index
    }
    Platform.release(address)
    return nil
  }

  /// Gives up a registered file that is gone or has its final name.
  static func forget(_ index: Int?) {
    guard let index else { return }
    let address = shared.slots[index].path.exchange(0, ordering: .acquiringAndReleasing)
    if address != 0 { Platform.release(address) }
  }
}
