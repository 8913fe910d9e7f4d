import LoopbackServer
import Synchronization

/// The double behind its port.
final class DoubleCore: Sendable {
  struct Settings {
    /// Requests since a fault was set.
    var count = 0
    var fault: (number: Int, fault: Fault)?
    var interruption: (number: Int, isAfterwards: Bool, body: @Sendable () -> Void)?
    var keyDelay = 0
    var deletionDelay = 0
    var bodyLimit = Int.max
    var pageSize = 50
    var base = ""
  }

  let store = Mutex(Store(users: ["ada": StudioDouble.keyOfAda]))
  let settings = Mutex(Settings())

  func setBase(_ url: String) { settings.withLock { $0.base = url } }

  func reply(_ request: Request) -> Reply {
    let (fault, before, after, current) = settings.withLock { settings in
      let number = settings.count
      settings.count += 1
      var fault: Fault?
      if let planned = settings.fault, planned.number == number {
        fault = planned.fault
        settings.fault = nil
      }
      var before: (@Sendable () -> Void)?
      var after: (@Sendable () -> Void)?
      if let planned = settings.interruption, planned.number == number {
        if planned.isAfterwards { after = planned.body } else { before = planned.body }
        settings.interruption = nil
      }
      return (fault, before, after, settings)
    }
    before?()
    switch fault {
    case .throttled: return DoubleAnswer.refused(429, "Request was throttled. Expected available in 1 seconds.").reply
    case .failedBefore: return DoubleAnswer.refused(500, "Something is broken.").reply
    case .cutBefore: return Reply().with { $0.cutAfter = -1 }
    case .badGateway: return .html("<html><title>502 Bad Gateway</title></html>", status: 502)
    default: break
    }
    let reply = store.withLock { store in
      var call = DoubleCall(request, current)
      return call.answer(&store).reply
    }
    after?()
    switch fault {
    case .failedAfter: return DoubleAnswer.refused(500, "Something is broken.").reply
    case .cutAfter: return Reply().with { $0.cutAfter = -1 }
    case .truncated: return reply.with { $0.cutAfter = $0.bodyCount / 2 }
    case .empty: return Reply(status: reply.status)
    case .page:
      return .html("<html><title>Chart Studio</title></html>", status: reply.status == 204 ? 200 : reply.status)
    case .silent:
      return Reply().with {
        $0.delay = .seconds(2); $0.cutAfter = -1
      }
    default: return reply
    }
  }
}

extension Reply {
  var bodyCount: Int { if case .bytes(let bytes) = body { bytes.count } else { 0 } }
}

/// What the double answers.
struct DoubleAnswer {
  var reply: Reply

  static func json(_ value: DoubleValue, _ status: Int = 200) -> DoubleAnswer {
    DoubleAnswer(reply: .json(value.text, status: status))
  }

  static let nothing = DoubleAnswer(reply: Reply(status: 204))

  /// A refusal as the service words it: both ways at once.
  static func refused(_ status: Int, _ message: String, field: String? = nil) -> DoubleAnswer {
    json(
      .record([
        "errors": .array([
          .record([
            "code": .string("UNKNOWN"), "message": .string(message), "path": .null,
            "field": field.map { .string($0) } ?? .null,
          ])
        ]), "detail": .string(message),
      ]), status)
  }

  static let notFound = refused(404, "Not found.")
}
