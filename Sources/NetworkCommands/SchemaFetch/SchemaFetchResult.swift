package import CommandCore
import JSONCore
package import SchemaStore

/// What `figlint schema fetch` says.
package enum SchemaFetchResult {
  /// More warnings than these help nobody.
  private static let warningLimit = 20

  /// Of a schema that was received and is kept now.
  package static func received(
    _ schema: ReceivedSchema, _ record: VersionRecord, _ console: Console
  ) -> ExitCode {
    for warning in schema.warnings.prefix(warningLimit) { console.warning("\(schema.name): \(warning)") }
    if schema.warnings.count > warningLimit {
      console.warning("\(schema.name): \(schema.warnings.count - warningLimit) more of this kind")
    }
    return result(record, "received", console)
  }

  /// Of a schema that is there as it is.
  package static func kept(_ record: VersionRecord, _ console: Console) -> ExitCode {
    result(record, "not changed since \(Timestamp(record.received).day)", console)
  }

  private static func result(_ record: VersionRecord, _ state: String, _ console: Console) -> ExitCode {
    let line =
      "\(record.name): \(state), \(record.byteCount.grouped) bytes, SHA-256 \(record.sha256), from \(record.origin.place)"
    let code = console.result(TextEscaping.escaped(line) + "\n")
    console.note("use it with --target \(record.name)")
    return code
  }
}
