import ChartStudio
import ChartStudioUpload
import Figlint
import JSONCore
import SystemIO

/// Stores many figures, some at a time, and reports them in their order.
struct UploadBatch: Sendable {
  /// Nil for a dry run.
  let uploader: Uploader?
  let gate: UploadGate
  let settings: UploadSettings
  let asJSON: Bool
  let console: Console
  let showsProgress: Bool

  func run(_ inputs: [UploadInput], atATime limit: Int) async -> ExitCode {
    var waiting: [Int: UploadOutcome] = [:]
    var summary = UploadSummary()
    let stopwatch = Stopwatch()
    await withTaskGroup(of: (Int, UploadOutcome).self) { group in
      var next = 0
      /// Whether it is no use to try others.
      var isCutOff = false
      func start() {
        guard next < inputs.count else { return }
        let (index, input) = (next, inputs[next])
        next += 1
        group.addTask { [isCutOff] in (index, isCutOff ? notTried(input) : await outcome(of: input)) }
      }
      for _ in 0..<limit { start() }
      while let (index, outcome) = await group.next() {
        isCutOff = isCutOff || outcome.isCutOff
        waiting[index] = outcome
        while var outcome = waiting.removeValue(forKey: summary.count) {
          // One says for all that the server cannot be reached.
          if outcome.isCutOff, summary.isCutOff { outcome = notTried(inputs[summary.count]) }
          summary.add(outcome, outcome.report(asJSON: asJSON, console))
        }
        if showsProgress, inputs.count > 1, stopwatch.nanoseconds > 1_000_000_000, StatusLine.isPossible {
          StatusLine.show(bar(summary.count, of: inputs.count))
        }
        start()
      }
    }
    StatusLine.erase()
    if inputs.count > 1, uploader != nil { console.note(summary.words) }
    return summary.code
  }

  private func notTried(_ input: UploadInput) -> UploadOutcome {
    UploadOutcome(file: input.file, path: input.path, content: .notTried)
  }

  /// `[######··············] 12 of 40`
  private func bar(_ done: Int, of count: Int) -> String {
    let width = 20
    let full = done * width / count
    return "[" + String(repeating: "#", count: full) + String(repeating: "·", count: width - full)
      + "] \(done.grouped) of \(count.grouped)"
  }

  private func outcome(of input: UploadInput) async -> UploadOutcome {
    var findings: [Finding] = []
    func outcome(_ content: UploadOutcome.Content) -> UploadOutcome {
      UploadOutcome(file: input.file, path: input.path, findings: findings, content: content)
    }
    let plan: UploadPlan
    do throws(Failure) {
      let bytes = try InputFile.bytes(input.file)
      if !input.isNamed, !gate.isFigure(bytes, input.file) { return outcome(.passedOver) }
      do throws(UploadRefusal) {
        plan = try UploadPlan(
          checking: bytes, named: input.file, gate.checker, settings.options(input.path), isForced: gate.isForced)
      } catch {
        findings = error.report?.findings ?? []
        throw Failure(error, of: input.file)
      }
    } catch {
      return outcome(.refused(error))
    }
    findings = plan.findings
    for warning in plan.warnings { console.warning("'\(input.file)': \(warning)") }
    guard let uploader else { return outcome(.planned(plan.steps)) }
    do throws(UploadError) {
      return outcome(.stored(try await uploader.run(plan)))
    } catch {
      return outcome(.refused(Failure(error)))
    }
  }
}
