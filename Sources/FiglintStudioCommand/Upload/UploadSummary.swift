import JSONCore

/// What became of the inputs of a run.
struct UploadSummary {
  private(set) var count = 0
  private(set) var code = ExitCode.clean
  /// Whether the server could not be reached, or knows the user not.
  private(set) var isCutOff = false
  private var numbers: [(words: String, count: Int)] = [
    ("stored", 0), ("unchanged", 0), ("not sent", 0), ("not tried", 0), ("passed over", 0),
  ]

  mutating func add(_ outcome: UploadOutcome, _ code: ExitCode) {
    count += 1
    self.code = self.code.worse(code)
    isCutOff = isCutOff || outcome.isCutOff
    let words = outcome.words
    for index in numbers.indices where numbers[index].words == words { numbers[index].count += 1 }
  }

  /// `12 stored, 1 not sent`.
  var words: String {
    numbers.filter { $0.count > 0 }.map { "\($0.count.grouped) \($0.words)" }.joined(separator: ", ")
  }
}

extension ExitCode {
  /// The one that says more: an unreachable server over refusals, those over findings.
  func worse(_ other: ExitCode) -> ExitCode {
    let order: [ExitCode] = [.clean, .findings, .wrongUse, .refusedByServer, .refusedCredentials, .unreachable]
    return (order.firstIndex(of: self) ?? 0) >= (order.firstIndex(of: other) ?? 0) ? self : other
  }
}
