import Diagnostics
import Figlint
import FigureValidator
import JSONCore
import Reporters
import SystemIO

/// Checks lines and words the answers.
struct LineWorker: ~Copyable, Worker {
  private let checker: FigureChecker
  private let failOn: Severity?
  private let memory = CheckMemory()

  init(_ checker: FigureChecker, failOn: Severity?) {
    self.checker = checker
    self.failOn = failOn
  }

  mutating func outcome(of input: Result<LineBatch, Failure>) -> LineOutcome {
    var outcome = LineOutcome()
    switch input {
    case .success(let batch):
      batch.withText { text in
        for line in batch.lines { check(line, text.extracting(line.range), of: batch, &outcome) }
      }
    case .failure(let error): outcome.error = error
    }
    return outcome
  }

  private func check(
    _ line: LineBatch.Line, _ text: Span<UInt8>, of batch: LineBatch, _ outcome: inout LineOutcome
  ) {
    let findings = text.withInputBytes { bytes -> [Finding]? in
      isBlank(bytes) ? nil : checker.check(bytes, name: batch.name, as: .figure, memory).report.findings
    }
    guard var findings else { return LinesEnvelope.appendBlank(line: line.number, to: &outcome.answers) }
    for index in findings.indices { findings[index].move(toLine: line.number, at: line.offset) }
    if let failOn, findings.contains(where: { $0.severity >= failOn }) { outcome.hasFindings = true }
    LinesEnvelope.append(findings, line: line.number, failOn: failOn, to: &outcome.answers)
  }

  private func isBlank(_ bytes: InputBytes) -> Bool {
    (0..<bytes.count).allSatisfy { bytes[$0] == 0x20 || bytes[$0] == 0x09 || bytes[$0] == 0x0D }
  }
}

extension Finding {
  /// Makes the positions in one line those in the whole input, of which it is line `line` (1-based), from byte
  /// `offset` (0-based) on.
  fileprivate mutating func move(toLine line: Int, at offset: Int) {
    range = range.lowerBound + offset..<range.upperBound + offset
    start.line += line - 1
    end.line += line - 1
    figure = line - 1
    guard let edits = fix?.edits else { return }
    fix?.edits = edits.map {
      Fix.Edit(range: $0.range.lowerBound + offset..<$0.range.upperBound + offset, text: $0.text)
    }
  }
}
