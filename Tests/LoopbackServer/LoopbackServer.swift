import Synchronization

/// An HTTP/1.1 server on this computer, for one test: what it answers is a function of the request, and answers can be as wrong
/// as need be (``Reply``).
///
/// Each server has a port of its own, and each connection a thread. It ends with the value, or by ``stop()``.
package final class LoopbackServer: Sendable {
  package typealias Handler = @Sendable (Request) -> Reply

  package let port: UInt16
  private let core: Core

  /// Starts a server on a free port.
  ///
  /// - Parameter handler: Called from the threads of the connections, and so from several at once.
  package init(_ handler: @escaping Handler) throws(SocketError) {
    let socket = try Socket.listening()
    port = try socket.port()
    core = Core(socket, handler)
    try core.start()
  }

  deinit { stop() }

  /// Where it is: `http://127.0.0.1:8123`, without a slash at the end.
  package var url: String { "http://127.0.0.1:\(port)" }

  /// All requests so far, in the order in which they were complete.
  package var requests: [Request] { core.state.withLock { $0.requests } }

  /// Closes the port and all connections.
  package func stop() { core.stop() }
}

/// What the threads of a server share. It lives as long as one of them runs.
private final class Core: Sendable {
  struct State {
    var requests: [Request] = []
    var open: Set<Socket> = []
    var isStopped = false
  }

  let state = Mutex(State())
  private let listener: Socket
  private let handler: LoopbackServer.Handler

  init(_ listener: Socket, _ handler: @escaping LoopbackServer.Handler) {
    self.listener = listener
    self.handler = handler
  }

  func start() throws(SocketError) {
    try Thread.start { [self] in
      while let connection = listener.accept() {
        let isWanted = state.withLock { state in
          if !state.isStopped { state.open.insert(connection) }
          return !state.isStopped
        }
        if !isWanted {
          connection.close()
        } else if (try? Thread.start { [self] in serve(connection) }) == nil {
          close(connection)
        }
      }
      state.withLock { state in
        state.isStopped = true
        listener.close()
      }
    }
  }

  /// Ends the calls that wait; each socket is closed by the thread that has it. All in one lock, and once: the number of a socket that
  /// is closed may be that of another server's by now.
  func stop() {
    state.withLock { state in
      guard !state.isStopped else { return }
      state.isStopped = true
      for connection in state.open { connection.shutDown() }
      listener.shutDown()
    }
  }

  private func close(_ connection: Socket) {
    state.withLock { state in
      state.open.remove(connection)
      connection.close()
    }
  }

  private func serve(_ connection: Socket) {
    var reader = RequestReader(connection)
    while let request = reader.next() {
      state.withLock { $0.requests.append(request) }
      guard handler(request).send(to: connection, isHead: request.method == "HEAD") else { break }
    }
    close(connection)
  }
}
