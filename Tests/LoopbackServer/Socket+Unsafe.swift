#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A call of the system that failed.
package struct SocketError: Error, Sendable {
  package let call: String
  package let code: Int32

  init(_ call: String, code: Int32 = errno) {
    self.call = call
    self.code = code
  }
}

/// A TCP socket of the loopback interface. Whoever has it closes it, once.
struct Socket: Hashable, Sendable {
  private let descriptor: Int32

  /// A socket that listens on a free port.
  static func listening() throws(SocketError) -> Socket {
    #if canImport(Glibc)
      let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      let descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    guard descriptor >= 0 else { throw SocketError("socket") }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    let result = Socket(descriptor: descriptor)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    let bound = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe UnsafeRawPointer(pointer).withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        unsafe bind(descriptor, pointer, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard bound == 0, listen(descriptor, 64) == 0 else {
      let error = SocketError("bind")
      result.close()
      throw error
    }
    return result
  }

  func port() throws(SocketError) -> UInt16 {
    var address = sockaddr_in()
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let answer = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe UnsafeMutableRawPointer(pointer).withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        unsafe getsockname(descriptor, pointer, &length)
      }
    }
    guard answer == 0 else { throw SocketError("getsockname") }
    return UInt16(bigEndian: address.sin_port)
  }

  /// The next connection; nil once the socket was shut down.
  func accept() -> Socket? {
    while true {
      #if canImport(Darwin)
        let connection = Darwin.accept(descriptor, nil, nil)
      #elseif canImport(Glibc)
        let connection = Glibc.accept(descriptor, nil, nil)
      #else
        let connection = Musl.accept(descriptor, nil, nil)
      #endif
      if connection >= 0 {
        // Programs that tests start must not keep it open.
        _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
        var on: Int32 = 1
        let size = socklen_t(MemoryLayout<Int32>.size)
        // Head and body go out one after the other: the body would wait until the other side confirms the head, 40 ms later.
        _ = unsafe setsockopt(connection, Int32(IPPROTO_TCP), TCP_NODELAY, &on, size)
        #if canImport(Darwin)
          _ = unsafe setsockopt(connection, SOL_SOCKET, SO_NOSIGPIPE, &on, size)
        #endif
        return Socket(descriptor: connection)
      }
      if errno != EINTR && errno != ECONNABORTED { return nil }
    }
  }

  /// Some bytes; none at the end, and when the other side is gone.
  func receive() -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { memory, count in
      repeat { count = unsafe recv(descriptor, memory.baseAddress, memory.count, 0) } while count < 0 && errno == EINTR
      count = max(count, 0)
    }
  }

  /// Sends all bytes; false when the other side is gone.
  @discardableResult
  func send(_ bytes: [UInt8]) -> Bool {
    unsafe bytes.withUnsafeBytes { memory in
      var rest = unsafe memory[...]
      while unsafe !rest.isEmpty {
        let count = unsafe send(UnsafeRawBufferPointer(rebasing: rest))
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return false }
        unsafe rest = rest.dropFirst(count)
      }
      return true
    }
  }

  private func send(_ memory: UnsafeRawBufferPointer) -> Int {
    // Without a signal, which would end the tests.
    #if canImport(Darwin)
      unsafe Darwin.send(descriptor, memory.baseAddress, memory.count, 0)
    #elseif canImport(Glibc)
      unsafe Glibc.send(descriptor, memory.baseAddress, memory.count, Int32(MSG_NOSIGNAL))
    #else
      unsafe Musl.send(descriptor, memory.baseAddress, memory.count, Int32(MSG_NOSIGNAL))
    #endif
  }

  @discardableResult
  func send(_ text: String) -> Bool { send(Array(text.utf8)) }

  /// Ends the calls that wait in other threads.
  func shutDown() { _ = shutdown(descriptor, Int32(SHUT_RDWR)) }

  func close() {
    #if canImport(Darwin)
      _ = Darwin.close(descriptor)
    #elseif canImport(Glibc)
      _ = Glibc.close(descriptor)
    #else
      _ = Musl.close(descriptor)
    #endif
  }
}

/// Threads of the system.
enum Thread {
  private final class Body: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// Runs `body` in a thread for which nobody waits.
  static func start(_ body: @escaping @Sendable () -> Void) throws(SocketError) {
    // The new thread takes over the one reference.
    let box = unsafe Unmanaged.passRetained(Body(body))
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let code = unsafe pthread_create(
      &thread, nil,
      { argument in
        let argument: UnsafeMutableRawPointer? = unsafe argument
        if let argument = unsafe argument { unsafe Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run() }
        return nil
      }, box.toOpaque())
    guard code == 0 else {
      unsafe box.release()
      throw SocketError("pthread_create", code: code)
    }
    #if canImport(Darwin)
      if let thread = unsafe thread { unsafe pthread_detach(thread) }
    #else
      pthread_detach(thread)
    #endif
  }

  static func sleep(_ duration: Duration) {
    let microseconds = duration.components.seconds * 1_000_000 + duration.components.attoseconds / 1_000_000_000_000
    usleep(UInt32(clamping: microseconds))
  }
}
