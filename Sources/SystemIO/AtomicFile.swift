/// A file that appears whole or not at all.
///
/// It is written beside its place and then renamed. Where that does not happen, be it an error, a value that goes
/// without ``commit()`` or a signal that ends the process, the temporary file is removed and what was there before
/// stays. An existing file keeps its permissions, a symbolic link stays a link, and what is no plain file
/// (`/dev/stdout`, a pipe) is written to directly.
package struct AtomicFile: ~Copyable {
  /// A file beside the one it will replace.
  private struct Temporary {
    let path: String
    let registration: Int?
  }

  /// The path as given, for errors.
  private let path: String
  /// Where the file will be, links resolved.
  private let destination: String
  /// Nil where the file is written to directly.
  private let temporary: Temporary?
  private let descriptor: Descriptor
  private var output: BufferedOutput

  /// Opens the file that will replace the one at `path`, or be new.
  package init(_ path: String) throws(FileError) {
    let destination = Platform.resolve(path) ?? path
    let opened: (descriptor: Int32, temporary: Temporary?)
    do throws(Platform.Failure) {
      let existing = try? Platform.status(of: destination)
      // Renaming would replace even a file that may not be written to.
      let descriptor = existing == nil ? nil : try Platform.openExisting(destination)
      if let existing, let descriptor, existing.kind != .regular {
        opened = (descriptor, nil)
      } else {
        if let descriptor { Platform.closeDescriptor(descriptor) }
        opened = try Self.makeTemporary(beside: destination, permissions: existing?.permissions)
      }
    } catch {
      throw FileError(.write, path, error)
    }
    self.path = path
    self.destination = destination
    temporary = opened.temporary
    descriptor = Descriptor(owning: opened.descriptor)
    output = BufferedOutput(opened.descriptor, name: path)
  }

  deinit {
    guard let temporary else { return }
    Platform.remove(temporary.path)
    TemporaryFiles.forget(temporary.registration)
  }

  package mutating func write(_ bytes: Span<UInt8>) throws(FileError) { try output.write(bytes) }
  package mutating func write(_ bytes: [UInt8]) throws(FileError) { try output.write(bytes) }
  package mutating func write(_ text: String) throws(FileError) { try output.write(text) }

  /// Writes what is left and puts the file in its place.
  package consuming func commit() throws(FileError) {
    try output.flush()
    guard let temporary else { return }
    do throws(Platform.Failure) {
      try Platform.move(temporary.path, to: destination)
    } catch {
      throw FileError(.write, path, error)
    }
    // The name is free now, so that removing it when the value goes does no harm.
  }

  /// How the names of temporary files begin.
  package static let temporaryPrefix = ".tmp-"

  /// Replaces the file at `path` by one that holds `bytes`.
  package static func write(_ bytes: Span<UInt8>, to path: String) throws(FileError) {
    var file = try AtomicFile(path)
    try file.write(bytes)
    try file.commit()
  }

  private static func makeTemporary(
    beside destination: String, permissions: UInt32?
  ) throws(Platform.Failure) -> (descriptor: Int32, temporary: Temporary?) {
    let directory = destination.lastIndex(of: "/").map { String(destination[...$0]) } ?? ""
    while true {
      // Short, since the name of the file itself may be as long as names can be.
      let path = "\(directory)\(temporaryPrefix)\(Platform.processID)-\(Platform.monotonicNanoseconds)"
      let registration = TemporaryFiles.register(path)
      do throws(Platform.Failure) {
        let descriptor = try Platform.create(path, permissions: 0o666)
        if let permissions { try? Platform.setPermissions(descriptor, to: permissions) }
        return (descriptor, Temporary(path: path, registration: registration))
      } catch {
        TemporaryFiles.forget(registration)
        // Two threads in the same nanosecond.
        if !error.alreadyExists { throw error }
      }
    }
  }
}
