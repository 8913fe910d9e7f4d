/// Files that others write to as well, one after the other.
package enum AppendedFile {
  /// Adds `bytes` to the end of the file at `path`, which is made where there is none.
  package static func append(_ bytes: [UInt8], to path: String) throws(FileError) {
    let descriptor: Descriptor
    do throws(Platform.Failure) {
      descriptor = Descriptor(owning: try Platform.openToAppend(path))
    } catch {
      throw FileError(.write, path, error)
    }
    var output = BufferedOutput(descriptor.number, name: path)
    try output.write(bytes)
    try output.flush()
  }
}
